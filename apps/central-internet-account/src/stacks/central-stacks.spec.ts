import { exampleDirectTenant, exampleWorld } from '@central-ingress/fixtures';
import { SynthesizedStack } from '@central-ingress/testing';
import { App, TerraformStack } from 'cdktf';
import { addCentralStacks } from '../add-central-stacks';

interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Principal?: Readonly<Record<string, readonly string[]>>;
}

const app = new App({ stackTraces: false });
const world = exampleWorld();
addCentralStacks(app, { ...world, tenants: [exampleDirectTenant(), ...world.tenants] });
const stacks: readonly [string, SynthesizedStack][] = app.node.children
  .filter((child) => TerraformStack.isStack(child))
  .map((stack) => [stack.node.id, new SynthesizedStack(stack)]);

/** Shows JSON documents inside texts, such as policies, as what they say. */
function readable(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('{"') ? readable(JSON.parse(value)) : value;
  if (Array.isArray(value)) return value.map(readable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}

/** Every policy statement of a stack, whatever resource holds it. */
function statementsOf(stack: SynthesizedStack): readonly PolicyStatement[] {
  return [...stack.blocks().values()].flatMap(({ body }) =>
    Object.values(readable(body) as Record<string, unknown>).flatMap(
      (field) => (field as { Statement?: PolicyStatement[] } | null)?.Statement ?? [],
    ),
  );
}

const reviewed = stacks.filter(([name]) => !name.startsWith('storefront-'));

describe.each(reviewed)('%s', (_name, stack) => {
  it('is as reviewed', () => {
    expect(readable(stack.json)).toMatchSnapshot();
  });
});

describe.each(stacks)('security of %s', (name, stack) => {
  const text = JSON.stringify(stack.json);

  it('is pinned to the central account, with a locked and encrypted state', () => {
    expect(stack.json['provider']?.['aws']).toMatchObject([{ allowed_account_ids: ['111111111111'] }]);
    expect(stack.json['terraform']?.['backend']?.['s3']).toMatchObject({
      use_lockfile: true,
      encrypt: true,
      allowed_account_ids: ['111111111111'],
    });
  });

  it('rejects state of others and commands of the machine', () => {
    for (const word of ['terraform_remote_state', 'local-exec', 'null_resource']) expect(text).not.toContain(word);
  });

  it('rejects policies that AWS manages', () => {
    expect(text).not.toMatch(/arn:aws:iam::aws:policy|AdministratorAccess|IAMFullAccess/);
  });

  it('rejects principals that are anybody', () => {
    const allowed = statementsOf(stack).filter(({ Effect, Principal }) => Effect === 'Allow' && Principal);
    const principals = allowed.flatMap(({ Principal = {} }) => Object.values(Principal).flat());
    expect(principals.filter((principal) => principal.includes('*'))).toStrictEqual([]);
  });

  it('rejects every action on everything', () => {
    const actions = statementsOf(stack).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : []));
    expect(actions.filter((action) => action === '*' || action.startsWith('iam:*'))).toStrictEqual([]);
  });

  it("rejects the whole internet but for the ALB's two ports and the public route", () => {
    const open = [...stack.blocks()].filter(([, { body }]) => /0\.0\.0\.0\/0|::\/0/.test(JSON.stringify(body)));
    expect(open.map(([path]) => path).sort()).toStrictEqual(
      name === 'main-networking'
        ? ['network/public-route', 'network/security-groups/internet-http', 'network/security-groups/internet-https']
        : [],
    );
  });

  it('rejects resources that nobody finds in the console', () => {
    const nameless = [...stack.blocks()].filter(([, { body, address }]) => {
      const tags = body['tags'] as { Name?: string } | undefined;
      return !address.startsWith('data.') && tags !== undefined && !tags.Name;
    });
    expect(nameless.map(([path]) => path)).toStrictEqual([]);
  });
});

describe('security of the web ACL', () => {
  it('rejects two rules of one priority', () => {
    const [acl] = stacks.flatMap(([, stack]) => stack.ofType('aws_wafv2_web_acl'));
    const priorities = (acl?.body['rule'] as { priority: number }[]).map(({ priority }) => priority);
    expect(new Set(priorities).size).toBe(priorities.length);
  });
});
