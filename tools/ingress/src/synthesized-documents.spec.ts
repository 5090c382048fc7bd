import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSynthesized, synthesizedDocuments, SynthesizedFolderError } from './synthesized-documents';

describe('readSynthesized', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'synthesized-'));
    write('manifest.json', '{"stacks":{"b-alb":{},"a-roles":{}}}');
    write('stacks/a-roles/cdk.tf.json', '{"terraform":{}}');
    write('stacks/b-alb/cdk.tf.json', '{"terraform":{"required_providers":{}}}');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(path: string, text: string): void {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  it('reads the stacks of the manifest by name and nothing that lies beside them', () => {
    write('stacks/stale/cdk.tf.json', '{}');
    const stacks = readSynthesized(folder);
    expect(Object.entries(stacks)).toEqual([
      ['a-roles', { terraform: {} }],
      ['b-alb', { terraform: { required_providers: {} } }],
    ]);
  });

  const advice = 'expected a folder that ingress synth has written. Run ingress synth again';
  it.each([
    ['manifest.json', undefined, `is missing; ${advice}, or correct --from.`],
    ['manifest.json', '{"stacks":{}}', `stacks: names no stack; ${advice}.`],
    ['stacks/b-alb/cdk.tf.json', undefined, `is missing; ${advice}, or correct --from.`],
    ['stacks/b-alb/cdk.tf.json', '[1]', `is no JSON object; ${advice}, or correct --from.`],
    ['stacks/b-alb/cdk.tf.json', '', `is no JSON; got Unexpected end of JSON input; ${advice}, or correct --from.`],
  ])('rejects %s that is %j', (path, text, message) => {
    if (text === undefined) rmSync(join(folder, path));
    else write(path, text);
    expect(() => readSynthesized(folder)).toThrow(new SynthesizedFolderError(`${join(folder, path)}: ${message}`));
  });

  it('rejects an empty name, which would be the folder it is run in', () => {
    expect(() => synthesizedDocuments({ from: '' })).toThrow(
      new SynthesizedFolderError(
        '--from: is empty; got ""; expected a folder that ingress synth has written. Name it.',
      ),
    );
  });

  it('ends a command with exit code 2', () => {
    rmSync(join(folder, 'stacks'), { recursive: true });
    expect(() => readSynthesized(folder)).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});
