import { parseCidr } from '@central-ingress/addressing';
import { exampleWorld } from '@central-ingress/fixtures';
import { boundaryPolicyArn } from '@central-ingress/naming';
import type { SynthesizedBlock, SynthesizedStack } from '@central-ingress/testing';
import { exampleWorldWithDirect, readable, synthesizeServiceStacks } from './example-stacks';

const STACKS = [...synthesizeServiceStacks(exampleWorldWithDirect())];
const ACCOUNTS: Readonly<Record<string, string>> = {
  payments: '222222222222',
  storefront: '333333333333',
  'partner-api': '444444444444',
};
/** The one stack whose VPC is open: that of a direct tenant, for its NLB. */
const OPEN = 'partner-api-networking';
/** How often a stack names the whole internet: as the route of the NLB's subnets, and as who may connect to it. */
const NAMES_THE_INTERNET: Readonly<Record<string, number>> = { [OPEN]: 1, 'partner-api-addons': 1 };

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Principal?: Readonly<Record<string, readonly string[]>>;
  readonly Condition?: unknown;
}

function blocksOf(stack: SynthesizedStack, ...types: string[]): readonly SynthesizedBlock[] {
  return types.flatMap((type) => stack.ofType(type));
}

/** Every statement of every policy document of a stack, with the Terraform type that carries it. */
function statementsOf(stack: SynthesizedStack): readonly (Statement & { readonly carrier: string })[] {
  return [...stack.blocks().values()].flatMap(({ type, body }) =>
    Object.values(readable(body) as Record<string, unknown>).flatMap((value) => {
      const statements = (value as { Statement?: readonly Statement[] } | null)?.Statement ?? [];
      return statements.map((statement) => ({ ...statement, carrier: type }));
    }),
  );
}

describe.each(STACKS)('security of %s', (name, stack) => {
  const text = JSON.stringify(stack.json);
  const connectionName = name.slice(0, name.lastIndexOf('-'));
  const accountId = ACCOUNTS[connectionName] as string;

  it('has no way to or from the internet, but for the NLB of a direct tenant', () => {
    const gateways = [
      'aws_internet_gateway',
      'aws_nat_gateway',
      'aws_egress_only_internet_gateway',
      'aws_eip',
      'aws_route',
    ];
    expect(blocksOf(stack, ...gateways).map(({ type }) => type)).toEqual(
      name === OPEN ? ['aws_internet_gateway', 'aws_route'] : [],
    );
    expect(text.match(/0\.0\.0\.0\/0|::\/0/g) ?? []).toHaveLength(NAMES_THE_INTERNET[name] ?? 0);
    expect(blocksOf(stack, 'aws_eks_cluster').map(({ body }) => body['vpc_config'])).not.toContainEqual(
      expect.objectContaining({ endpoint_public_access: true }),
    );
  });

  it('trusts no principal it does not name, but where a VPC endpoint demands it', () => {
    const open = statementsOf(stack).filter(({ Principal = {} }) => Object.values(Principal).flat().includes('*'));
    expect(open.filter(({ carrier }) => carrier !== 'aws_vpc_endpoint')).toEqual([]);
    for (const { Condition, Action, Resource } of open) {
      const isNarrow = !Action.some((action) => action.endsWith('*')) && !Resource?.includes('*');
      expect(Condition !== undefined || isNarrow).toBe(true);
    }
  });

  it('uses no administrator policy of AWS', () => {
    expect(text).not.toMatch(/AdministratorAccess|IAMFullAccess|NetworkAdministrator|FullAccess|PowerUser/);
  });

  it('allows no action on everything of a service, but below a boundary or at an endpoint', () => {
    const wide = statementsOf(stack).filter(
      ({ Effect, Action, carrier }) =>
        Effect === 'Allow' &&
        Action.some((action) => /^(\*|[\w-]+:\*)$/.test(action)) &&
        !['aws_iam_policy', 'aws_vpc_endpoint'].includes(carrier),
    );
    expect(wide).toEqual([]);
  });

  it('creates no role without a boundary, except deployers that create no role', () => {
    const unbounded = blocksOf(stack, 'aws_iam_role').filter(({ body }) => !body['permissions_boundary']);
    const expected = name.endsWith('-roles')
      ? ['addons', 'ingress'].map((duty) => `acme-${connectionName}-${duty}-role`)
      : [];
    expect(unbounded.map(({ body }) => body['name'])).toEqual(expected);
    if (name.endsWith('-roles')) return;
    for (const { body } of blocksOf(stack, 'aws_iam_role')) {
      expect(body['permissions_boundary']).toBe(boundaryPolicyArn(accountId, 'acme', connectionName));
    }
  });

  it('is pinned to its account, with a locked and encrypted state', () => {
    const providers = (stack.json['provider'] as unknown as { aws: { allowed_account_ids: string[] }[] }).aws;
    const expected = /-(ingress|dns)$/.test(name) ? [[accountId], ['111111111111']] : [[accountId]];
    expect(providers.map(({ allowed_account_ids: accounts }) => accounts)).toEqual(expected);
    expect((stack.json['terraform'] as unknown as { backend: { s3: unknown } }).backend.s3).toMatchObject({
      use_lockfile: true,
      encrypt: true,
      allowed_account_ids: [accountId],
    });
  });

  it('reads no foreign state and runs no command', () => {
    expect(text).not.toMatch(/terraform_remote_state|local-exec|null_resource|tls_certificate/);
  });

  it('tags everything through the provider and gives names that a person finds', () => {
    const unnamed = [...stack.blocks()].filter(([, { type, body }]) => {
      const tags = body['tags'] as { Name?: string } | undefined;
      return stack.json['resource']?.[type] && !tags?.Name && !body['name'] && !WITHOUT_NAME.includes(type);
    });
    expect(unnamed.map(([path]) => path)).toEqual([]);
  });
});

/** Types that have neither a name nor tags. */
const WITHOUT_NAME = [
  'aws_acm_certificate_validation',
  'aws_ecr_lifecycle_policy',
  'aws_eks_access_policy_association',
  'aws_iam_role_policy_attachment',
  'aws_route',
  'aws_route_table_association',
  // Objects of Kubernetes have theirs in their metadata.
  'kubernetes_namespace_v1',
  'kubernetes_service_v1',
];

describe('security of the VPC of a direct tenant', () => {
  const stack = new Map(STACKS).get(OPEN) as SynthesizedStack;
  const tableOf = (path: string) => stack.at(`${path}-route-table`).body['route_table_id'];

  it('leads the subnets of the NLB out, and none that holds nodes or endpoints', () => {
    const azIds = ['euc1-az1', 'euc1-az2', 'euc1-az3'];
    const open = stack.at('public-route').body['route_table_id'];
    expect(azIds.map((azId) => tableOf(`public-ingress/${azId}`))).toEqual([open, open, open]);
    expect(azIds.map((azId) => tableOf(`cluster-data-plane/${azId}`))).not.toContain(open);
  });

  it('gives no instance a public address, and offers its public subnets to load balancers only', () => {
    const subnets = stack.ofType('aws_subnet').map(({ body }) => body);
    expect(subnets.map((body) => body['map_public_ip_on_launch'])).toEqual(Array(6).fill(false));
    const roles = subnets.map(({ tags }) =>
      Object.keys(tags as object).filter((key) => key.startsWith('kubernetes.io')),
    );
    expect(roles.flat().sort()).toEqual([
      ...Array<string>(3).fill('kubernetes.io/role/elb'),
      ...Array<string>(3).fill('kubernetes.io/role/internal-elb'),
    ]);
  });
});

describe('security of a public API', () => {
  it('is open to the stated CIDRs only', () => {
    const world = exampleWorld();
    const tenants = world.tenants.map((tenant) => ({
      ...tenant,
      controlPlane: { ...tenant.controlPlane, allowedCidrs: [parseCidr('198.51.100.0/24')] },
    }));
    const cluster = synthesizeServiceStacks({ ...world, tenants }).get('payments-cluster');
    const { subnet_ids: subnets, ...access } = cluster?.at('control-plane/control-plane').body['vpc_config'] as {
      readonly subnet_ids: unknown;
    };
    expect(subnets).toHaveLength(3);
    expect(access).toEqual({
      endpoint_private_access: true,
      endpoint_public_access: true,
      public_access_cidrs: ['198.51.100.0/24'],
    });
  });
});
