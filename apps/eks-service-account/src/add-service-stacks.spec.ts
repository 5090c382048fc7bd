import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { stackGraph } from '@central-ingress/stack-graph';
import { exampleWorldWithDirect, synthesizeServiceStacks } from './example-stacks';

function texts(stacks: ReturnType<typeof synthesizeServiceStacks>): Record<string, string> {
  return Object.fromEntries([...stacks].map(([name, { json }]) => [name, JSON.stringify(json)]));
}

describe('addServiceStacks', () => {
  it("adds the rows of the stack table that are this app's", () => {
    const rows = stackGraph(exampleWorldWithDirect()).filter(({ app }) => app === 'eks-service-account');
    expect([...synthesizeServiceStacks(exampleWorldWithDirect()).keys()]).toEqual(rows.map(({ name }) => name));
  });

  it('keeps each stack in the state, the account and the role of its row', () => {
    const stacks = synthesizeServiceStacks(exampleWorldWithDirect());
    for (const { name, stateKey, accountId, access } of stackGraph(exampleWorldWithDirect())) {
      const stack = stacks.get(name);
      if (!stack) continue;
      const terraform = stack.json['terraform'] as unknown as { backend: { s3: Record<string, unknown> } };
      const [provider] = (stack.json['provider'] as unknown as { aws: Record<string, unknown>[] }).aws;
      const roleArn =
        access.type === 'role' ? access.roleArn : `arn:aws:iam::${accountId}:role/OrganizationAccountAccessRole`;
      expect(terraform.backend.s3).toMatchObject({ key: stateKey, assume_role: { role_arn: roleArn } });
      expect(provider).toMatchObject({ allowed_account_ids: [accountId], assume_role: [{ role_arn: roleArn }] });
    }
  });

  it('adds the wanted tenants only', () => {
    expect([...synthesizeServiceStacks(exampleWorld(), new Set(['storefront'])).keys()]).toEqual([
      'storefront-roles',
      'storefront-networking',
      'storefront-cluster',
      'storefront-ingress',
      'storefront-addons',
    ]);
  });

  it('builds a direct tenant its records, and no endpoint service', () => {
    const stacks = synthesizeServiceStacks(exampleWorldWithDirect(), new Set(['partner-api']));
    expect([...stacks.keys()]).toEqual([
      'partner-api-roles',
      'partner-api-networking',
      'partner-api-cluster',
      'partner-api-ingress',
      'partner-api-addons',
      'partner-api-dns',
    ]);
    const made = [...stacks.values()].flatMap((stack) => Object.keys(stack.json['resource'] ?? {}));
    expect(made.filter((type) => /^aws_(lb|vpc_endpoint_service)/.test(type))).toEqual([]);
  });

  it('writes the same for a tenant whatever other tenants there are', () => {
    const world = exampleWorld();
    const further = {
      ...world,
      tenants: [exampleTenant('ledger', 3, '555555555555'), ...exampleWorldWithDirect().tenants],
    };
    expect(texts(synthesizeServiceStacks(further))).toMatchObject(texts(synthesizeServiceStacks(world)));
  });

  it('writes the same twice', () => {
    expect(texts(synthesizeServiceStacks())).toEqual(texts(synthesizeServiceStacks()));
  });
});
