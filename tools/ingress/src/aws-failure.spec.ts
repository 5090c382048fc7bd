import { execFileSync } from 'node:child_process';
import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { awsError, ScriptedEndpoint } from '@central-ingress/testing';
import { awsFailure } from './aws-failure';
import { reportError } from './report-error';

describe('awsFailure', () => {
  const aws = new ScriptedEndpoint();
  let endpoint: string;
  beforeAll(async () => {
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
    endpoint = (await aws.start())['AWS_ENDPOINT_URL'] ?? '';
  });
  afterAll(() => aws.stop());

  /** What the real SDK throws for a call. */
  const failure = async (
    props: ConstructorParameters<typeof ServiceQuotasClient>[0] = {},
    refusal?: Error,
  ): Promise<unknown> => {
    aws.answers(refusal ? { GetServiceQuota: () => refusal } : {});
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new ServiceQuotasClient({ region: 'eu-central-1', endpoint, credentials, maxAttempts: 1, ...props });
    return client
      .send(new GetServiceQuotaCommand({ ServiceCode: 's', QuotaCode: 'q' }))
      .then(() => undefined)
      .catch((error: unknown) => error);
  };

  it.each([
    [400, 'AccessDeniedException', 'Log in with an identity that may do it, and run it again.'],
    [403, 'ExpiredTokenException', 'Log in to AWS once more, and run it again.'],
    [400, 'TooManyRequestsException', 'Wait a while, and run it again.'],
    [503, 'ServiceException', 'Wait a while, and run it again.'],
  ])('tells an answer %d %s in one line, with what to do', async (status, code, fix) => {
    const error = await failure({}, awsError(code, 'User x may not\nquotas', status));
    expect(awsFailure(error)).toBe(`AWS refused: ${code}: User x may not quotas. ${fix}`);
  });

  // In a process of its own: Jest's errors are not those of Node.js, and the SDK wraps what it does not know.
  it.each([
    ['http://127.0.0.1:1', 'connect ECONNREFUSED 127.0.0.1:1'],
    ['http://aws.invalid', 'getaddrinfo (ENOTFOUND|EAI_AGAIN) aws.invalid'],
  ])('tells that nobody answers at %s', (nowhere, said) => {
    const script = `
      const { GetServiceQuotaCommand, ServiceQuotasClient } = require('@aws-sdk/client-service-quotas');
      const { awsFailure } = require('./aws-failure');
      const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
      new ServiceQuotasClient({ region: 'r', endpoint: '${nowhere}', credentials, maxAttempts: 1 })
        .send(new GetServiceQuotaCommand({ ServiceCode: 's', QuotaCode: 'q' }))
        .catch((error) => process.stdout.write(String(awsFailure(error))));`;
    const told = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
      cwd: __dirname,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(told).toMatch(
      new RegExp(`^AWS could not be asked: ${said}\\. See to the network and its proxies, and run it again\\.$`),
    );
  });

  it('tells that nobody is logged in', async () => {
    const credentials = (): Promise<never> => {
      throw Object.assign(new Error('Could not load credentials from any providers'), {
        name: 'CredentialsProviderError',
      });
    };
    expect(awsFailure(await failure({ credentials }))).toBe(
      'AWS could not be asked: Could not load credentials from any providers. Log in to AWS, and run it again.',
    );
  });

  it('has nothing to say of a defect of ours', () => {
    expect(awsFailure(new TypeError('undefined is not a function'))).toBeUndefined();
    expect(awsFailure(Object.assign(new Error('no such file'), { code: 'ENOENT' }))).toBeUndefined();
    expect(awsFailure('a word')).toBeUndefined();
  });

  it('is told without a stack, and with exit code 1', async () => {
    const told: string[] = [];
    const stream = { write: (text: string) => told.push(text) };
    const error = await failure({}, awsError('AccessDeniedException', 'no'));
    expect([reportError(error, stream), told]).toEqual([
      1,
      ['AWS refused: AccessDeniedException: no. Log in with an identity that may do it, and run it again.\n'],
    ]);
    expect(reportError(new TypeError('ours'), stream)).toBe(1);
    expect(told[1]).toMatch(/^This is a defect of ingress, please report it:\nTypeError: ours\n {4}at /);
  });
});
