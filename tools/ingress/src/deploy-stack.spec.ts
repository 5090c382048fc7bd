import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { tenantStacks } from '@central-ingress/stack-graph';
import { deployStack } from './deploy-stack';
import { Guard } from './guard';
import { REPOSITORY } from './world-folder';

/** Stands in for Terraform: it may not assume its role at first, and then has no state. */
const PROGRAM = `#!/bin/sh
[ "$1" = init ] && [ -f ../../asked ] && exit 0
touch ../../asked
[ "$1" = init ] && printf 'Error: Cannot assume IAM Role\\napi error AccessDenied: not yet\\n' >&2
[ "$1" = init ] || echo 'Error: no state' >&2
exit 1
`;

describe('deployStack', () => {
  const { networking } = tenantStacks(exampleWorld().platform, exampleTenant());
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deploy-stack-'));
    mkdirSync(join(folder, 'stacks', networking.name), { recursive: true });
    writeFileSync(join(folder, 'stacks', networking.name, 'cdk.tf.json'), '{}');
    writeFileSync(join(folder, 'terraform'), PROGRAM);
    chmodSync(join(folder, 'terraform'), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const deploy = async (newRoles: readonly string[]): Promise<readonly string[]> => {
    const printed: string[] = [];
    const env = { ...process.env, TERRAFORM_BINARY_NAME: join(folder, 'terraform') };
    const run = { repository: REPOSITORY, outputOf: () => folder, logFileOf: () => join(folder, 'log'), env };
    const print = (line: string): void => void printed.push(line);
    await deployStack(networking, run, { guard: new Guard([]), print, settle: true, newRoles }).catch(
      ({ message }: Error) => printed.push(message),
    );
    return printed;
  };

  it('waits for roles that the run has just made, and for no others', async () => {
    expect(await deploy([])).toEqual(['Error: Cannot assume IAM Role\napi error AccessDenied: not yet']);
    rmSync(join(folder, 'asked'));
    expect(await deploy(['payments-roles'])).toEqual([
      'payments-networking: AWS does not let us assume what payments-roles has just made; once more in 2 s',
      'Error: no state',
    ]);
  }, 30_000);
});
