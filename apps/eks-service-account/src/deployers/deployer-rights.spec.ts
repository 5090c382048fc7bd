import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import type { SynthesizedStack } from '@central-ingress/testing';
import { exampleStack, synthesizeServiceStacks } from '../example-stacks';

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: unknown;
}

const BOUNDARY = 'arn:aws:iam::222222222222:policy/acme/acme-payments-boundary';
const ROLES = exampleStack('roles');

function statements(duty: string): readonly Statement[] {
  const policy = ROLES.at(`${duty}/policy`).body['policy'] as string;
  const boundary = `\${${ROLES.at('boundary/policy').address}.arn}`;
  return (JSON.parse(policy.replaceAll(boundary, BOUNDARY)) as { Statement: Statement[] }).Statement;
}

function statement(duty: string, sid: string): Statement | undefined {
  return statements(duty).find(({ Sid }) => Sid === sid);
}

describe('rights of the deployers', () => {
  it.each([
    ['network', 'payments/networking-setup'],
    ['cluster', 'payments/eks-cluster-setup'],
    ['ingress', 'payments/ingress'],
    ['addons', 'payments/addons'],
  ])('let %s keep its own state only', (duty, key) => {
    expect(statement(duty, 'KeepStates')?.Resource).toEqual([
      `arn:aws:s3:::acme-tfstate-222222222222-eu-central-1/${key}`,
    ]);
  });

  it('let the cluster deployer create the four roles of the cluster, below the boundary', () => {
    expect(statement('cluster', 'CreateBoundedRoles')).toMatchObject({
      Resource: ['cluster', 'node', 'vpc-cni', 'load-balancer'].map(
        (use) => `arn:aws:iam::222222222222:role/acme/acme-payments-eks-${use}-role`,
      ),
      Condition: { StringEquals: { 'iam:PermissionsBoundary': BOUNDARY } },
    });
    expect(statement('cluster', 'PassBoundedRoles')?.Condition).toEqual({
      StringEquals: { 'iam:PassedToService': ['eks.amazonaws.com', 'ec2.amazonaws.com'] },
    });
  });

  it('let the network deployer create the flow-log role, below the boundary', () => {
    expect(statement('network', 'CreateBoundedRoles')).toMatchObject({
      Resource: ['arn:aws:iam::222222222222:role/acme/acme-payments-flow-logs-role'],
      Condition: { StringEquals: { 'iam:PermissionsBoundary': BOUNDARY } },
    });
    expect(statement('network', 'PassBoundedRoles')?.Condition).toEqual({
      StringEquals: { 'iam:PassedToService': ['vpc-flow-logs.amazonaws.com'] },
    });
  });

  it('let the ingress deployer take the registrar role of this tenant and no other role', () => {
    const assuming = statements('ingress').filter(({ Action }) => Action.some((action) => action.startsWith('sts:')));
    expect(assuming).toEqual([
      {
        Sid: 'RegisterInTheCentralAccount',
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Resource: ['arn:aws:iam::111111111111:role/acme/acme-payments-registrar-role'],
      },
    ]);
  });

  it('let the addons deployer find the cluster, read the hand-overs and mirror images, and nothing more', () => {
    expect(statements('addons').map(({ Sid }) => Sid)).toEqual([
      'ListStates',
      'KeepStates',
      'LockStates',
      'FindCluster',
      'ReadHandovers',
      'EnterRegistry',
      'MirrorImages',
    ]);
  });

  it("let the addons deployer push into the tenant's repositories, and delete nothing there", () => {
    expect(statement('addons', 'MirrorImages')).toEqual({
      Sid: 'MirrorImages',
      Effect: 'Allow',
      Action: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:CompleteLayerUpload',
        'ecr:GetDownloadUrlForLayer',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
      ],
      Resource: ['arn:aws:ecr:eu-central-1:222222222222:repository/acme-payments/*'],
    });
    expect(statement('addons', 'EnterRegistry')).toMatchObject({
      Action: ['ecr:GetAuthorizationToken'],
      Resource: ['*'],
    });
  });

  it.each(['ingress', 'addons'])('give %s no right on roles but the linked ones', (duty) => {
    const onRoles = statements(duty).filter(({ Action }) => Action.some((action) => action.startsWith('iam:')));
    expect(onRoles.flatMap(({ Action }) => Action)).toEqual(duty === 'ingress' ? ['iam:CreateServiceLinkedRole'] : []);
  });

  it.each(['network', 'cluster', 'ingress', 'addons'])('let %s write on named resources only', (duty) => {
    const open = statements(duty).filter(
      ({ Effect, Resource, Condition }) => Effect === 'Allow' && Resource.includes('*') && !Condition,
    );
    expect(open.flatMap(({ Action }) => Action).filter((action) => !/:(Describe|List)/.test(action))).toEqual([]);
  });

  it('stay below the ceiling of the deployers that create roles', () => {
    const needed = ['network', 'cluster'].flatMap((duty) => allowedBy(statements(duty)));
    expect(needed.filter((action) => !isBelow('deployer-boundary', action))).toEqual([]);
  });

  it.each([
    ['payments', 'elasticloadbalancing:RegisterTargets'],
    ['partner-api', 'elasticloadbalancing:CreateLoadBalancer'],
  ] as const)('make a ceiling below which the load balancer controller of %s can work', (tenant, action) => {
    const [policy] = exampleStack('cluster', tenant).ofType('aws_iam_role_policy');
    const needed = allowedBy((JSON.parse(policy?.body['policy'] as string) as { Statement: Statement[] }).Statement);
    expect(needed).toContain(action);
    expect(needed.filter((action) => !isBelow('boundary', action))).toEqual([]);
  });

  it('fit the limits of IAM with the longest names', () => {
    const world = exampleWorld();
    const platform = { ...world.platform, namePrefix: 'abcdefghijkl', region: 'ap-southeast-2' };
    const tenants = [exampleTenant('abcdefghijklmn')];
    const stack = synthesizeServiceStacks({ ...world, platform, tenants }).get('abcdefghijklmn-roles');
    expect(Math.max(...lengths(stack, 'aws_iam_role_policy'))).toBeLessThan(10_240);
    expect(Math.max(...lengths(stack, 'aws_iam_policy'))).toBeLessThan(6_144);
  });
});

function allowedBy(from: readonly Statement[]): readonly string[] {
  return from.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);
}

/** True when a ceiling allows an action, on some resource. */
function isBelow(ceiling: string, action: string): boolean {
  const { Statement } = JSON.parse(ROLES.at(`${ceiling}/policy`).body['policy'] as string) as {
    Statement: Statement[];
  };
  return allowedBy(Statement).some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action));
}

/** Lengths of the policies once Terraform has put real ARNs in the place of its references. */
function lengths(stack: SynthesizedStack | undefined, type: string): readonly number[] {
  const arn = 'arn:aws:iam::222222222222:policy/abcdefghijkl/abcdefghijkl-abcdefghijklmn-boundary-deployers';
  return (stack?.ofType(type) ?? []).map(
    ({ body }) => (body['policy'] as string).replaceAll(/\$\{[^}]*\}/g, arn).length,
  );
}
