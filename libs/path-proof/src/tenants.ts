import { stackOwners } from '@central-ingress/network-model';
import type { ListenerRule, NetworkModel } from '@central-ingress/network-model';

/** A tenant as the names of the stacks show it. */
export interface Tenant {
  readonly name: string;
  /** Account of its own stacks; `unknown` when no stack says it. */
  readonly account: string;
  /** Hosts of its rules and of its records, of a direct tenant also those of its certificates; sorted. */
  readonly hosts: readonly string[];
  /** Rules of its connection. */
  readonly rules: readonly ListenerRule[];
  /** Behind the central ALB, behind an NLB of its own, or neither where no stack shows it. */
  readonly exposure: 'central' | 'direct' | 'none';
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
  const certificatesOf = byStack(model.certificates.values());
  const servicesOf = byStack(model.kubernetesServices.values());
  const recordNames = (stack: string): readonly string[] =>
    (recordsOf.get(stack) ?? []).flatMap((record) =>
      record.alias && record.name && !record.proves ? [record.name] : [],
    );
  return tenantNames(model).map((name) => {
    const rules = rulesOf.get(`${name}-connection`) ?? [];
    const inRules = rules.flatMap(({ conditions }) =>
      conditions.flatMap((condition) => (condition.field === 'host-header' ? condition.values : [])),
    );
    const hasBalancer = (servicesOf.get(`${name}-addons`) ?? []).some(
      ({ serviceType }) => serviceType === 'LoadBalancer',
    );
    const exposure = exposureOf(model, name, hasBalancer);
    const hosts =
      exposure === 'direct'
        ? [
            ...recordNames(`${name}-dns`),
            ...(certificatesOf.get(`${name}-ingress`) ?? []).flatMap((certificate) => certificate.names),
          ]
        : [...inRules, ...recordNames(`${name}-connection`)];
    const own = ['ingress', 'networking', 'cluster', 'roles'].map(
      (part) => model.stacks.get(`${name}-${part}`)?.account,
    );
    return {
      name,
      account: own.find((account) => account !== undefined) ?? 'unknown',
      // A pattern is no host that a client could ask for.
      hosts: [...new Set(hosts.map((host) => host.toLowerCase()))].filter((host) => !/[*?]/.test(host)).sort(),
      rules,
      exposure,
    };
  });
}

/** Only a direct tenant keeps records of its own, and has a Service with a load balancer and no endpoint service. */
function exposureOf(
  { stacks, endpointServices }: NetworkModel,
  name: string,
  hasBalancer: boolean,
): Tenant['exposure'] {
  if (stacks.has(`${name}-connection`)) return 'central';
  if (stacks.has(`${name}-dns`)) return 'direct';
  const ingress = `${name}-ingress`;
  const offersService = [...endpointServices.values()].some(({ stack }) => stack === ingress);
  if (hasBalancer && !offersService) return 'direct';
  return stacks.has(ingress) ? 'central' : 'none';
}

function byStack<T extends { readonly stack: string }>(items: Iterable<T>): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.stack, [...(groups.get(item.stack) ?? []), item]);
  return groups;
}
