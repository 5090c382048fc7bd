import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { BINARY, withOwnWorld } from './rehearsal/command-line';
import { REPOSITORY } from './world-folder';

/** Runs the real command line in a shell, as `$ingress`. @returns its exit code, and what is not sent elsewhere */
async function shell(script: string, env: NodeJS.ProcessEnv = {}) {
  const ingress = `'${process.execPath}' '${BINARY}'`;
  const child = spawn('bash', ['-c', `set -o pipefail; ${script.replaceAll('$ingress', ingress)}`], {
    env: withOwnWorld(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = (await Promise.all([buffer(child.stdout), buffer(child.stderr)])).map(String);
  return { code: await code, stdout, stderr };
}

describe('ingress, when nobody reads what it prints', () => {
  it.each(['validate --json', '--help', 'quotas'])(
    'ends %s quietly with the exit code of the command',
    async (args) => {
      const { code, stderr } = await shell(`$ingress ${args} | true`);
      expect([code, stderr?.replace(/^notice: .*\n/gm, '')]).toEqual([0, '']);
    },
    30_000,
  );

  it('keeps the exit code of what is wrong', async () => {
    expect(await shell('$ingress check --from /nowhere 2>&1 | true')).toEqual({ code: 2, stdout: '', stderr: '' });
  }, 30_000);

  it('says in one line when a result cannot be written, and ends with 1', async () => {
    const { code, stderr } = await shell('$ingress quotas >/dev/full');
    expect([code, stderr]).toEqual([
      1,
      'standard output: cannot be written; got ENOSPC: no space left on device, write; expected room for the result. ' +
        'Make room.\n',
    ]);
  }, 30_000);

  it('goes on with a run over stacks, to its end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ingress-closed-'));
    try {
      for (const part of ['platform.yaml', 'apps/central-internet-account', 'apps/eks-service-account/tenants']) {
        cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
      }
      const terraform = join(folder, 'terraform');
      writeFileSync(terraform, `#!/bin/sh\nbasename "$PWD" >> ${folder}/asked\n[ "$1" != init ]\n`);
      chmodSync(terraform, 0o755);
      const env = { TERRAFORM_BINARY_NAME: terraform };
      const { code, stderr } = await shell(`$ingress plan main central -c 1 --world ${folder} 2>&1 | head -1`, env);
      expect([code, stderr]).toEqual([1, '']);
      expect(existsSync(join(folder, 'asked'))).toBe(true);
      expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('central-roles\nmain-networking\nmain-alb\n');
      const { stdout } = await shell(`$ingress plan central --world ${folder}`, {
        TERRAFORM_BINARY_NAME: '/bin/false',
      });
      expect(stdout).toMatch(/^central-roles: whole log: .*\.ingress\/logs\/central-roles\.plan\.log$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
