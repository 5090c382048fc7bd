import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScriptedEndpoint } from '@central-ingress/testing';
import { runIngress } from './rehearsal/command-line';
import { REPOSITORY } from './world-folder';

describe('ingress verify', () => {
  const aws = new ScriptedEndpoint();
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    env = { PATH: process.env['PATH'], ...(await aws.start()) };
  });
  afterAll(() => aws.stop());

  it('fails with a sentence where no right lets it look at anything', async () => {
    const { code, stdout, stderr } = await runIngress(['verify', 'payments', '--plane', 'control'], env);
    expect(stdout).toMatch(/^payments, through main: 0 ok, 0 to look at, 0 failed, \d+ skipped\n/);
    expect([code, stderr]).toEqual([
      1,
      'payments: nothing could be looked at, so it is not verified; expected at least one hop that is not skipped. ' +
        'See to the rights and the network that the hops name.\n',
    ]);
  }, 60_000);

  it('does not name operatorAccess where another role cannot be assumed', async () => {
    const nobody = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
    const { code, stderr } = await runIngress(['verify', 'payments', '--plane', 'control', '--role', 'auditor'], {
      ...env,
      ...nobody,
    });
    expect([code, stderr]).toEqual([
      1,
      '--role auditor: account 111111111111: cannot be reached through role arn:aws:iam::111111111111:role/auditor; ' +
        'got "connect ECONNREFUSED 127.0.0.1:9". Log in to AWS with an identity that may use it, or name another role.\n',
    ]);
  }, 60_000);

  it('says that there is nothing to verify in a world without tenants', async () => {
    const world = mkdtempSync(join(tmpdir(), 'ingress-world-'));
    const door = 'apps/central-internet-account/internet-vpcs';
    for (const part of ['platform.yaml', door]) cpSync(join(REPOSITORY, part), join(world, part), { recursive: true });
    const [text, json] = [
      await runIngress(['verify', '--all', '--world', world], env),
      await runIngress(['verify', '--all', '--json', '--world', world], env),
    ];
    rmSync(world, { recursive: true });
    const stdout = 'The world has no tenant, so there is nothing to verify.\n';
    expect([text, json]).toEqual([
      { code: 0, stdout, stderr: '' },
      { code: 0, stdout: '[]\n', stderr: '' },
    ]);
  }, 60_000);
});
