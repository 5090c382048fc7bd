import { exampleWorld } from '@central-ingress/fixtures';
import { ScriptedAws } from './rehearsal/scripted-aws';
import type { Script } from './rehearsal/scripted-aws';
import { RunRefusal, refuseUnsafeRun } from './refusals';

describe('refuseUnsafeRun', () => {
  const aws = new ScriptedAws();
  const before = { ...process.env };
  beforeAll(async () => void Object.assign(process.env, await aws.start()));
  afterAll(async () => {
    process.env = before;
    await aws.stop();
  });

  /** Looks before a deployment of a tenant. @returns what is printed */
  const look = async (script: Script): Promise<readonly string[]> => {
    const printed: string[] = [];
    aws.answers(script);
    await refuseUnsafeRun({
      action: 'deploy',
      world: exampleWorld(),
      owners: ['payments'],
      print: (line) => void printed.push(line),
    });
    return printed;
  };

  it('goes on where no tenant is on hold', async () => {
    expect(await look({ others: { status: 400, code: 'ParameterNotFound', message: '' } })).toEqual([]);
  });

  it('goes on where the role cannot be assumed, as before the first deployment, and says so', async () => {
    const message = 'User: arn:aws:iam::111111111111:user/ci is not authorized to perform: sts:AssumeRole';
    expect(await look({ assumeRole: { status: 403, code: 'AccessDenied', message } })).toEqual([
      `Whether a tenant is being offboarded or moved could not be asked, going on: ${message}`,
    ]);
  });

  it.each<[string, Script]>([
    ['ThrottlingException: slower', { others: { status: 400, code: 'ThrottlingException', message: 'slower' } }],
    ['AccessDeniedException: no', { others: { status: 400, code: 'AccessDeniedException', message: 'no' } }],
    ['ExpiredToken: log in', { assumeRole: { status: 403, code: 'ExpiredToken', message: 'log in' } }],
    ['InternalFailure: later', { assumeRole: { status: 500, code: 'InternalFailure', message: 'later' } }],
  ])('refuses where AWS answers %s', async (got, script) => {
    await expect(look(script)).rejects.toThrow(
      new RunRefusal(
        `payments: whether it is being offboarded or moved could not be asked; got "${got}"; expected an answer. ` +
          'Nothing was changed. See to the login and the network, and run it again.',
      ),
    );
  });
});
