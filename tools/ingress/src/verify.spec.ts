import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ScriptedEndpoint } from '@central-ingress/testing';
import { REPOSITORY } from './world-folder';

const BINARY = join(REPOSITORY, 'tools', 'ingress', 'bin', 'ingress.cjs');

describe('ingress verify', () => {
  const aws = new ScriptedEndpoint();
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    env = { PATH: process.env['PATH'], ...(await aws.start()) };
  });
  afterAll(() => aws.stop());

  it('fails with a sentence where no right lets it look at anything', async () => {
    const { code, stdout, stderr } = await new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const args = [BINARY, 'verify', 'payments', '--plane', 'control'];
      execFile(process.execPath, args, { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, stdout: out, stderr: err }),
      );
    });
    expect(stdout).toMatch(/^payments, through main: 0 ok, 0 to look at, 0 failed, \d+ skipped\n/);
    expect([code, stderr]).toEqual([
      1,
      'payments: nothing could be looked at, so it is not verified; expected at least one hop that is not skipped. ' +
        'See to the rights and the network that the hops name.\n',
    ]);
  }, 60_000);
});
