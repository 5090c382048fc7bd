import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Initialization } from './initialization';
import { withNewRoles } from './new-roles';

const DENIED = 'Error: Cannot assume IAM Role\nIAM Role cannot be assumed: api error AccessDenied: not authorized';

describe('withNewRoles', () => {
  let folder: string;
  let printed: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'new-roles-'));
    printed = [];
    writeFileSync(join(folder, 'cdk.tf.json'), '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Initializes with a stand-in for Terraform that fails so often with these words. @returns how often it was run */
  async function attempts(failures: number, words: string, more: object = {}): Promise<number | string> {
    const terraform = join(folder, 'terraform');
    writeFileSync(join(folder, 'words'), `${words}\n`);
    const program = `#!/bin/sh\necho >> ran\n[ "$(wc -l < ran)" -gt ${failures} ] && exit 0\ncat words >&2\nexit 1\n`;
    writeFileSync(terraform, program);
    chmodSync(terraform, 0o755);
    const env = { ...process.env, TERRAFORM_BINARY_NAME: terraform, CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1' };
    const run = { folder, env, logFile: join(folder, 'log') };
    const print = (line: string): void => void printed.push(line);
    const use = { stack: 'b', made: ['a-roles'], print, pausesMs: [1, 1, 1], ...more };
    const end = await withNewRoles(() => new Initialization().initialize(run), use).then(
      () => '',
      (error: Error) => `: ${error.message.split('\n')[0] ?? ''}`,
    );
    return `${readFileSync(join(folder, 'ran'), 'utf8').length}${end}`;
  }

  it('tries again until AWS lets the role be assumed, and says so', async () => {
    expect(await attempts(2, DENIED)).toBe('3');
    expect(printed).toEqual(
      Array.from({ length: 2 }, () => 'b: AWS does not let us assume what a-roles has just made; once more in 0.001 s'),
    );
  });

  it('gives up at last, with the words of Terraform', async () => {
    expect(await attempts(9, DENIED)).toBe('4: Error: Cannot assume IAM Role');
  });

  it.each([
    ['another error', 'Error: AccessDenied on s3:GetObject', {}],
    ['a role that cannot be assumed for another reason', 'Error: Cannot assume IAM Role\nno such host', {}],
    ['a role that no stack of the run has made', DENIED, { made: [] }],
    ['an interrupted run', DENIED, { signal: AbortSignal.abort() }],
  ])('does not try again after %s', async (_, words, more) => {
    expect(await attempts(9, words, more)).toMatch(/^1: /);
    expect(printed).toEqual([]);
  });
});
