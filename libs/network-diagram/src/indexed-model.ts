import type {
  DnsRecord,
  EksCluster,
  Endpoint,
  Gateway,
  KubernetesService,
  Listener,
  ListenerRule,
  LoadBalancer,
  NetworkModel,
  ResourceKey,
  RouteTable,
} from '@central-ingress/network-model';

/** A model whose links are turned around once, so that a world of hundreds of tenants is read in one pass. */
export interface IndexedModel extends NetworkModel {
  /** By VPC. */
  readonly subnetKeysIn: ReadonlyMap<ResourceKey, readonly ResourceKey[]>;
  readonly gatewaysOf: ReadonlyMap<ResourceKey, readonly Gateway[]>;
  readonly awsEndpointsIn: ReadonlyMap<ResourceKey, readonly Endpoint[]>;
  readonly balancersIn: ReadonlyMap<ResourceKey, readonly LoadBalancer[]>;
  readonly clustersIn: ReadonlyMap<ResourceKey, readonly EksCluster[]>;
  readonly serviceBalancersIn: ReadonlyMap<ResourceKey, readonly KubernetesService[]>;
  /** By subnet. */
  readonly routeTablesOf: ReadonlyMap<ResourceKey, readonly RouteTable[]>;
  /** By load balancer. */
  readonly listenersOf: ReadonlyMap<ResourceKey, readonly Listener[]>;
  readonly recordsOf: ReadonlyMap<ResourceKey, readonly DnsRecord[]>;
  /** By target group. */
  readonly rulesOf: ReadonlyMap<ResourceKey, readonly ListenerRule[]>;
  /** Target groups by the endpoint whose addresses are in them. */
  readonly groupsOf: ReadonlyMap<ResourceKey, readonly ResourceKey[]>;
}

/** Turns the links of a model around. */
export function indexModel(model: NetworkModel): IndexedModel {
  const vpcOf = (subnets: readonly ResourceKey[]) => subnets.map((key) => model.subnets.get(key)?.vpc);
  const services = [...model.kubernetesServices.values()].filter(({ serviceType }) => serviceType === 'LoadBalancer');
  return {
    ...model,
    subnetKeysIn: grouped(
      model.subnets.values(),
      ({ vpc }) => [vpc],
      ({ key }) => key,
    ),
    gatewaysOf: grouped(model.gateways.values(), ({ vpc }) => [vpc]),
    awsEndpointsIn: grouped(model.endpoints.values(), ({ vpc, leadsTo }) => [
      leadsTo?.type === 'aws' ? vpc : undefined,
    ]),
    balancersIn: grouped(model.loadBalancers.values(), ({ subnets }) => vpcOf(subnets)),
    clustersIn: grouped(model.clusters.values(), ({ subnets }) => vpcOf(subnets)),
    serviceBalancersIn: grouped(services, ({ subnets }) => vpcOf(subnets)),
    routeTablesOf: grouped(model.routeTables.values(), ({ subnets }) => subnets),
    listenersOf: grouped(model.listeners.values(), ({ loadBalancer }) => [loadBalancer]),
    recordsOf: grouped(model.dnsRecords.values(), ({ alias }) => [alias?.loadBalancer]),
    rulesOf: grouped(model.listenerRules.values(), ({ actions }) =>
      actions.flatMap((action) => (action.type === 'forward' ? action.targetGroups : [])),
    ),
    groupsOf: grouped(
      model.attachments.values(),
      ({ target }) => [target?.type === 'endpoint-address' ? target.endpoint : undefined],
      ({ targetGroup }) => targetGroup,
    ),
  };
}

function grouped<T>(items: Iterable<T>, ownersOf: (item: T) => readonly (string | undefined)[]): Groups<T>;
function grouped<T, U>(
  items: Iterable<T>,
  ownersOf: (item: T) => readonly (string | undefined)[],
  partOf: (item: T) => U | undefined,
): Groups<U>;
function grouped<T>(
  items: Iterable<T>,
  ownersOf: (item: T) => readonly (string | undefined)[],
  partOf: (item: T) => unknown = (item) => item,
): Groups<unknown> {
  const groups = new Map<ResourceKey, unknown[]>();
  for (const item of items) {
    const part = partOf(item);
    for (const owner of new Set(ownersOf(item))) {
      if (owner === undefined || part === undefined) continue;
      const group = groups.get(owner);
      if (!group) groups.set(owner, [part]);
      else group.push(part);
    }
  }
  return groups;
}

type Groups<T> = ReadonlyMap<ResourceKey, readonly T[]>;
