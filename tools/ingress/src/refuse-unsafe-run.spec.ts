import { exampleWorld } from '@central-ingress/fixtures';
import { awsError, ScriptedEndpoint } from '@central-ingress/testing';
import type { Script } from '@central-ingress/testing';
import { RunRefusal, refuseUnsafeRun } from './refusals';

describe('refuseUnsafeRun', () => {
  const aws = new ScriptedEndpoint();
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
    expect(await look({ GetParameter: () => awsError('ParameterNotFound') })).toEqual([]);
  });

  it('goes on where the role cannot be assumed, as before the first deployment, and says so', async () => {
    const message = 'User: arn:aws:iam::111111111111:user/ci is not authorized to perform: sts:AssumeRole';
    expect(await look({ AssumeRole: () => awsError('AccessDenied', message, 403) })).toEqual([
      `Whether a tenant is being offboarded or moved could not be asked, going on: ${message}`,
    ]);
  });

  it.each<[string, Script]>([
    ['ThrottlingException: slower', { GetParameter: () => awsError('ThrottlingException', 'slower') }],
    ['AccessDeniedException: no', { GetParameter: () => awsError('AccessDeniedException', 'no') }],
    ['ExpiredToken: log in', { AssumeRole: () => awsError('ExpiredToken', 'log in', 403) }],
    ['InternalFailure: later', { AssumeRole: () => awsError('InternalFailure', 'later', 500) }],
  ])('refuses where AWS answers %s', async (got, script) => {
    await expect(look(script)).rejects.toThrow(
      new RunRefusal(
        `payments: whether it is being offboarded or moved could not be asked; got "${got}"; expected an answer. ` +
          'Nothing was changed. See to the login and the network, and run it again.',
      ),
    );
  });
});
