import { handoverParameterArn } from '@central-ingress/contract';
import { stateAccess } from '@central-ingress/deployer-role';
import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { boundaryGuard, policyDocument, roleCreation } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import {
  albLogBucketName,
  CENTRAL_DUTIES,
  flowLogGroupName,
  flowLogsRoleName,
  physicalName,
  registrarRoleName,
  roleArn,
  wafLogGroupName,
} from '@central-ingress/naming';
import { internetVpcStacks, tenantStacks } from '@central-ingress/stack-graph';
import { registrarRights } from '@central-ingress/tenant-registration';
import { createdRolesCeiling, deployersCeiling } from './boundaries';
import { centralDuties } from './central-duties';

const ACCOUNT = '111111111111';
const platform = examplePlatform();
const duties = centralDuties(platform);

function covers(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);
}

/** Whether a duty may do something with a resource, conditions aside. */
function may(statements: readonly Statement[], action: string, resource: string): boolean {
  return statements.some(
    ({ Action, Resource = [] }) =>
      Action.some((pattern) => covers(pattern, action)) && Resource.some((pattern) => covers(pattern, resource)),
  );
}

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:${ACCOUNT}:${resource}`;
const parameter = (key: Parameters<typeof handoverParameterArn>[3], owner: string) =>
  handoverParameterArn('eu-central-1', ACCOUNT, 'acme', key, owner);

describe('centralDuties', () => {
  it('keeps exactly the states of its own stacks', () => {
    const { networking, alb } = internetVpcStacks(platform, { name: 'main' });
    const { registration, connection } = tenantStacks(platform, exampleTenant());
    const keys = Object.entries({ network: networking, alb, registration, connection });
    for (const [duty, { stateKey }] of keys) {
      const keepers = CENTRAL_DUTIES.filter((name) => duties[name].stateKeys.some((key) => covers(key, stateKey)));
      expect(keepers).toStrictEqual([duty]);
    }
  });

  it.each([
    ['network', 'logs:CreateLogGroup', arn('logs', `log-group:${flowLogGroupName('acme', 'main')}`)],
    ['network', 'ssm:PutParameter', parameter('internet-vpc/networking', 'main')],
    ['alb', 's3:PutBucketPolicy', `arn:aws:s3:::${albLogBucketName('acme', 'main', ACCOUNT)}`],
    ['alb', 'logs:CreateLogGroup', arn('logs', `log-group:${wafLogGroupName('acme', 'main')}`)],
    [
      'alb',
      'elasticloadbalancing:CreateLoadBalancer',
      arn('elasticloadbalancing', `loadbalancer/app/${physicalName('load balancer', 'acme', 'main', 'alb')}/1`),
    ],
    ['alb', 'wafv2:CreateWebACL', arn('wafv2', `regional/webacl/${physicalName('web ACL', 'acme', 'main', 'alb')}/1`)],
    ['alb', 'ssm:PutParameter', parameter('internet-vpc/alb', 'main')],
    ['registration', 'ssm:PutParameter', parameter('tenant/registration', 'payments')],
    ['registration', 'route53:ListHostedZones', '*'],
    [
      'connection',
      'elasticloadbalancing:CreateTargetGroup',
      arn('elasticloadbalancing', `targetgroup/${physicalName('target group', 'acme', 'payments')}/1`),
    ],
    ['connection', 'ssm:GetParameter', arn('ssm', 'parameter/vpces-service-name-payments')],
    ['connection', 'ssm:GetParameter', parameter('internet-vpc/alb', 'main')],
  ] as const)('lets %s do %s on what the stacks name %s', (duty, action, resource) => {
    expect(may(duties[duty].statements, action, resource)).toBe(true);
  });

  it.each([
    ['network', 'ssm:PutParameter', parameter('internet-vpc/alb', 'main')],
    ['network', 'route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z1'],
    ['alb', 's3:PutBucketPolicy', `arn:aws:s3:::acme-tfstate-${ACCOUNT}-eu-central-1`],
    ['alb', 'ssm:PutParameter', parameter('internet-vpc/networking', 'main')],
    ['alb', 'iam:CreateRole', roleArn(ACCOUNT, 'acme', 'acme-any-role')],
    ['registration', 'ssm:PutParameter', arn('ssm', 'parameter/vpces-service-name-payments')],
    ['registration', 'route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z1'],
    ['connection', 'ssm:PutParameter', arn('ssm', 'parameter/vpces-service-name-payments')],
    ['connection', 'elasticloadbalancing:DeleteLoadBalancer', arn('elasticloadbalancing', 'loadbalancer/app/a/1')],
    ['connection', 'iam:CreateRole', roleArn(ACCOUNT, 'acme', 'acme-any-role')],
  ] as const)('rejects %s doing %s on %s', (duty, action, resource) => {
    expect(may(duties[duty].statements, action, resource)).toBe(false);
  });

  it('creates roles only where the stacks do, each under its own name', () => {
    const creators = CENTRAL_DUTIES.flatMap((duty) =>
      (duties[duty].createsRoles?.roleArns ?? []).map((pattern): [string, string] => [duty, pattern]),
    );
    const names = [flowLogsRoleName('acme', 'main'), registrarRoleName('acme', 'payments')];
    expect(
      names.map((name) => creators.filter(([, pattern]) => covers(pattern, roleArn(ACCOUNT, 'acme', name)))),
    ).toStrictEqual([
      [['network', `arn:aws:iam::${ACCOUNT}:role/acme/*-flow-logs-role`]],
      [['registration', `arn:aws:iam::${ACCOUNT}:role/acme/*-registrar-role`]],
    ]);
  });

  it.each(CENTRAL_DUTIES)(
    'fits the policy of %s into what IAM holds, with a different Sid on every statement',
    (duty) => {
      const { statements, stateKeys, createsRoles } = duties[duty];
      const all = [
        ...stateAccess(platform, ACCOUNT, stateKeys),
        ...statements,
        ...(createsRoles
          ? [...roleCreation({ ...createsRoles, boundaryArn: 'b'.repeat(64) }), ...boundaryGuard(['b'])]
          : []),
      ];
      const sids = all.map(({ Sid }) => Sid);
      expect(sids).toStrictEqual([...new Set(sids)]);
      expect(policyDocument(all).length).toBeLessThan(10_240);
    },
  );
});

describe('boundaries', () => {
  const ceilings = {
    createdRoles: createdRolesCeiling(platform),
    deployers: deployersCeiling(platform, 'b'.repeat(64), Object.values(duties)),
  };

  it.each(Object.entries(ceilings))('fit into a managed policy: %s', (_name, statements) => {
    const sids = statements.map(({ Sid }) => Sid);
    expect(sids).toStrictEqual([...new Set(sids)]);
    expect(policyDocument([...statements, ...boundaryGuard(['b'.repeat(64)])]).length).toBeLessThan(6_144);
  });

  it('hold every action of the deployers that create roles', () => {
    const actions = [duties.network, duties.registration].flatMap(({ statements }) =>
      statements.flatMap(({ Action }) => Action),
    );
    const held = ceilings.deployers.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => !held.some((pattern) => covers(pattern, action)))).toStrictEqual([]);
  });

  it('hold every action of a registrar, and the types of record that it changes', () => {
    const rights = registrarRights({
      serviceNameParameterArn: 'arn:service-name',
      registrationParameterArn: 'arn:registration',
      hostedZoneId: 'Z1',
      certificateNames: ['a.example.com'],
      aliasNames: ['a.example.com'],
    });
    const held = ceilings.createdRoles.flatMap(({ Action }) => Action);
    expect(rights.flatMap(({ Action }) => Action).filter((action) => !held.includes(action))).toStrictEqual([]);
    expect(recordTypes(ceilings.createdRoles)).toStrictEqual(recordTypes(rights));
  });

  it('reject roles that create roles', () => {
    const actions = ceilings.createdRoles.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => /^(iam|sts|ec2):|\*$/.test(action))).toStrictEqual([]);
  });
});

/** Types of record that statements let a role change, in their order. */
function recordTypes(statements: readonly Statement[]): readonly unknown[] {
  return statements
    .filter(({ Action }) => Action.includes('route53:ChangeResourceRecordSets'))
    .map(({ Condition }) => Condition?.['ForAllValues:StringEquals']?.['route53:ChangeResourceRecordSetsRecordTypes']);
}
