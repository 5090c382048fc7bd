import { stackOwners } from '@central-ingress/network-model';
import type { ListenerRule, NetworkModel } from '@central-ingress/network-model';

/** A tenant as the names of the stacks show it. */
export interface Tenant {
  readonly name: string;
  /** Account of its own stacks; `unknown` when no stack says it. */
  readonly account: string;
  /** Hosts of its rules and of its records, sorted. */
  readonly hosts: readonly string[];
  /** Rules of its connection. */
  readonly rules: readonly ListenerRule[];
  /** False for a tenant that is not behind the central ALB: a direct one has the stack of its own records. */
  readonly central: boolean;
}

/** The tenant that a stack belongs to, by its name `<tenant>-<part>`; none for a stack of an internet VPC or of all. */
export function tenantOfStack(stack: string, tenants: ReadonlySet<string>): string | undefined {
  const owner = stack.slice(0, Math.max(stack.lastIndexOf('-'), 0));
  return tenants.has(owner) ? owner : undefined;
}

/** Names of the tenants of a world, sorted. */
function tenantNames(model: NetworkModel): readonly string[] {
  const owners = [...stackOwners(model.stacks).values()];
  return [...new Set(owners.filter(({ type }) => type === 'tenant').map(({ name }) => name))].sort();
}

/** The tenants of a world with their hosts, sorted by name. */
export function findTenants(model: NetworkModel): readonly Tenant[] {
  const rulesOf = byStack(model.listenerRules.values());
  const recordsOf = byStack(model.dnsRecords.values());
  return tenantNames(model).map((name) => {
    const connection = `${name}-connection`;
    const isDirect = model.stacks.has(`${name}-dns`);
    const rules = rulesOf.get(connection) ?? [];
    const inRules = rules.flatMap(({ conditions }) =>
      conditions.flatMap((condition) => (condition.field === 'host-header' ? condition.values : [])),
    );
    const inRecords = (recordsOf.get(connection) ?? []).flatMap((record) =>
      record.alias && record.name && !record.proves ? [record.name] : [],
    );
    const own = ['ingress', 'networking', 'cluster', 'roles'].map(
      (part) => model.stacks.get(`${name}-${part}`)?.account,
    );
    return {
      name,
      account: own.find((account) => account !== undefined) ?? 'unknown',
      // A pattern is no host that a client could ask for.
      hosts: [...new Set([...inRules, ...inRecords].map((host) => host.toLowerCase()))]
        .filter((host) => !/[*?]/.test(host))
        .sort(),
      rules,
      central: model.stacks.has(connection) || (model.stacks.has(`${name}-ingress`) && !isDirect),
    };
  });
}

function byStack<T extends { readonly stack: string }>(items: Iterable<T>): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.stack, [...(groups.get(item.stack) ?? []), item]);
  return groups;
}
