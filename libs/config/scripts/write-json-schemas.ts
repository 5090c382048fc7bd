import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { configJsonSchemas } from '../src';

/** Writes the JSON Schemas of the configuration files, as the formatter leaves them, into the folder `schemas`. */
async function writeJsonSchemas(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [fileName, schema] of Object.entries(configJsonSchemas())) {
    const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 120 });
    writeFileSync(join(folder, fileName), text);
  }
}

void writeJsonSchemas(join(__dirname, '../../../schemas'));
