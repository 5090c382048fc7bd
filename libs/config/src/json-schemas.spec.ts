import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchemas } from './json-schemas';

const FOLDER = join(__dirname, '../../../schemas');

describe('configJsonSchemas', () => {
  it('has one schema for each of the three files', () => {
    expect(Object.keys(configJsonSchemas())).toEqual([
      'platform.schema.json',
      'internet-vpc.schema.json',
      'tenant.schema.json',
    ]);
  });

  it.each(Object.entries(configJsonSchemas()))('agrees with the committed %s', (fileName, schema) => {
    const committed: unknown = JSON.parse(readFileSync(join(FOLDER, fileName), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('has written every file of the folder', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(configJsonSchemas()).sort());
  });
});
