import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { examplePlatform } from '@central-ingress/fixtures';
import { grantedQuotas } from './granted-quotas';

const ACCOUNT = examplePlatform().centralAccountId;
const IDENTITY = `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${ACCOUNT}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const SESSION =
  '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>a</AccessKeyId><SecretAccessKey>b</SecretAccessKey>' +
  '<SessionToken>c</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>';

/** What Service Quotas answers: the applied value, the default, or an error by its name. */
interface Answers {
  readonly applied: Readonly<Record<string, number | string>>;
  readonly defaults: Readonly<Record<string, number>>;
}

describe('grantedQuotas', () => {
  const asked: string[] = [];
  let answers: Answers;
  let server: Server;
  const before = { ...process.env };
  beforeAll(async () => {
    server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    });
  });
  afterAll(() => {
    process.env = before;
    server.close();
  });
  beforeEach(() => asked.splice(0));

  /** Speaks for STS and for Service Quotas. */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const target = request.headers['x-amz-target'];
    if (typeof target !== 'string') {
      asked.push(/RoleArn=([^&]*)/.exec(decodeURIComponent(body))?.[1] ?? 'identity');
      response.end(body.includes('Action=AssumeRole') ? SESSION : IDENTITY);
      return;
    }
    const { QuotaCode } = JSON.parse(body) as { QuotaCode: string };
    const value = target.endsWith('.GetServiceQuota') ? answers.applied[QuotaCode] : answers.defaults[QuotaCode];
    response.statusCode = typeof value === 'number' ? 200 : 400;
    const problem = { __type: value ?? 'NoSuchResourceException', message: 'no such thing' };
    response.end(JSON.stringify(typeof value === 'number' ? { Quota: { QuotaCode, Value: value } } : problem));
  }

  const FOUR = { 'L-29B6F2EB': 120, 'L-822D1B1B': 100, 'L-7EED9B64': 150, 'L-9365A611': 25 };

  it('reads what is granted, and the default of what was never raised', async () => {
    const { 'L-9365A611': never, ...raised } = FOUR;
    answers = { applied: raised, defaults: { 'L-9365A611': never } };
    expect(await grantedQuotas(examplePlatform())).toEqual({
      interfaceEndpoints: 120,
      targetGroups: 100,
      listenerRules: 150,
      certificates: 25,
    });
    expect(asked[0]).toBe(`arn:aws:iam::${ACCOUNT}:role/OrganizationAccountAccessRole`);
  });

  it('reads as the role that is named', async () => {
    answers = { applied: FOUR, defaults: {} };
    await grantedQuotas(examplePlatform(), 'auditor');
    expect(asked[0]).toBe(`arn:aws:iam::${ACCOUNT}:role/auditor`);
  });

  it('rejects when it may not read, and says what is needed', async () => {
    answers = { applied: { ...FOUR, 'L-7EED9B64': 'AccessDeniedException' }, defaults: {} };
    await expect(grantedQuotas(examplePlatform())).rejects.toThrow(
      'Service Quotas: elasticloadbalancing L-7EED9B64 cannot be read; got "no such thing". ' +
        'Allow servicequotas:GetServiceQuota and servicequotas:GetAWSDefaultServiceQuota, or leave out --live.',
    );
  });
});
