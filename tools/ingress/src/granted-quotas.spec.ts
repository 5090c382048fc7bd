import { examplePlatform } from '@central-ingress/fixtures';
import { awsError, ScriptedEndpoint } from '@central-ingress/testing';
import { grantedQuotas } from './granted-quotas';

const ACCOUNT = examplePlatform().centralAccountId;

/** The values by the code of the quota; an error is what Service Quotas refuses with. */
type Values = Readonly<Record<string, number | Error>>;

describe('grantedQuotas', () => {
  const aws = new ScriptedEndpoint();
  const before = { ...process.env };
  beforeAll(async () => void Object.assign(process.env, await aws.start()));
  afterAll(async () => {
    process.env = before;
    await aws.stop();
  });

  /** Lets Service Quotas answer with the applied values and the defaults; of no other it knows. */
  const answers = (applied: Values, defaults: Values = {}): void => {
    const answer = (values: Values, code: unknown): unknown => {
      const value = values[String(code)] ?? awsError('NoSuchResourceException');
      return value instanceof Error ? value : { Quota: { QuotaCode: code, Value: value } };
    };
    aws.answers({
      GetServiceQuota: ({ QuotaCode }) => answer(applied, QuotaCode),
      GetAWSDefaultServiceQuota: ({ QuotaCode }) => answer(defaults, QuotaCode),
    });
  };

  const assumed = (role: string) => [
    'AssumeRole',
    expect.objectContaining({ RoleArn: `arn:aws:iam::${ACCOUNT}:role/${role}` }),
  ];
  const FOUR = { 'L-29B6F2EB': 120, 'L-822D1B1B': 100, 'L-7EED9B64': 150, 'L-9365A611': 25 };

  it('reads what is granted, and the default of what was never raised', async () => {
    const { 'L-9365A611': never, ...raised } = FOUR;
    answers(raised, { 'L-9365A611': never });
    expect(await grantedQuotas(examplePlatform())).toEqual({
      interfaceEndpoints: 120,
      targetGroups: 100,
      listenerRules: 150,
      certificates: 25,
    });
    expect(aws.calls[0]).toEqual(assumed('OrganizationAccountAccessRole'));
  });

  it('reads as the role that is named', async () => {
    answers(FOUR);
    await grantedQuotas(examplePlatform(), 'auditor');
    expect(aws.calls[0]).toEqual(assumed('auditor'));
  });

  it('rejects when it may not read, and says what is needed', async () => {
    answers({ ...FOUR, 'L-7EED9B64': awsError('AccessDeniedException', 'no such thing') });
    await expect(grantedQuotas(examplePlatform())).rejects.toThrow(
      'Service Quotas: elasticloadbalancing L-7EED9B64 cannot be read; got "no such thing". ' +
        'Allow servicequotas:GetServiceQuota and servicequotas:GetAWSDefaultServiceQuota, or leave out --live.',
    );
  });
});
