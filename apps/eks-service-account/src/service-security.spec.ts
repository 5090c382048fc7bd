import { parseCidr } from '@central-ingress/addressing';
import { exampleWorld } from '@central-ingress/fixtures';
import { boundaryPolicyArn } from '@central-ingress/naming';
import type { SynthesizedBlock, SynthesizedStack } from '@central-ingress/testing';
import { readable, synthesizeServiceStacks } from './example-stacks';

const STACKS = [...synthesizeServiceStacks()];
const ACCOUNTS: Readonly<Record<string, string>> = { payments: '222222222222', storefront: '333333333333' };

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

  it('has no way to or from the internet', () => {
    const gateways = [
      'aws_internet_gateway',
      'aws_nat_gateway',
      'aws_egress_only_internet_gateway',
      'aws_eip',
      'aws_route',
    ];
    expect(blocksOf(stack, ...gateways)).toEqual([]);
    expect(text).not.toContain('0.0.0.0/0');
    expect(text).not.toContain('::/0');
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
    const expected = name.endsWith('-ingress') ? [[accountId], ['111111111111']] : [[accountId]];
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
  'aws_route_table_association',
];

describe('security of a public API', () => {
  it('is open to the stated CIDRs only', () => {
    const world = exampleWorld();
    const tenants = world.tenants.map((tenant) => ({
      ...tenant,
      controlPlane: { ...tenant.controlPlane, allowedCidrs: [parseCidr('198.51.100.0/24')] },
    }));
    const cluster = synthesizeServiceStacks({ ...world, tenants }).get('payments-cluster');
    expect(cluster?.at('control-plane/control-plane').body['vpc_config']).toMatchObject({
      endpoint_public_access: true,
      public_access_cidrs: ['198.51.100.0/24'],
    });
  });
});
