import { ScriptedEndpoint } from '@central-ingress/testing';
import { runIngress } from './rehearsal/command-line';

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
});
