import type {
  ClusterAccess,
  DefaultImage,
  DnsRecord,
  EksCluster,
  Endpoint,
  Gateway,
  IamRole,
  ImageUse,
  IngressController,
  KubernetesService,
  Listener,
  LoadBalancerController,
  NetworkModel,
  RouteTable,
  ServiceObject,
  Subnet,
  TargetGroupBinding,
  Vpc,
  WebAcl,
} from '@central-ingress/network-model';

/** Questions to the model that go against the direction of its links, answered once. */
export interface WorldIndex {
  readonly listenersOf: ReadonlyMap<string, readonly Listener[]>;
  readonly routeTableOf: ReadonlyMap<string, RouteTable>;
  /** Records that clients ask for, by name; validation records are not among them. */
  readonly recordsOf: ReadonlyMap<string, readonly DnsRecord[]>;
  readonly webAclsOf: ReadonlyMap<string, readonly WebAcl[]>;
  readonly endpointsIn: ReadonlyMap<string, readonly Endpoint[]>;
  readonly gatewaysOf: ReadonlyMap<string, readonly Gateway[]>;
  readonly routeTablesIn: ReadonlyMap<string, readonly RouteTable[]>;
  readonly subnetsIn: ReadonlyMap<string, readonly Subnet[]>;
  /** By stack. */
  readonly vpcsIn: ReadonlyMap<string, readonly Vpc[]>;
  /** By the owner whom the name of the stack tells. */
  readonly vpcsOf: ReadonlyMap<string, readonly Vpc[]>;
  readonly clustersIn: ReadonlyMap<string, readonly EksCluster[]>;
  readonly clusterAccessIn: ReadonlyMap<string, readonly ClusterAccess[]>;
  readonly rolesIn: ReadonlyMap<string, readonly IamRole[]>;
  readonly bindingsIn: ReadonlyMap<string, readonly TargetGroupBinding[]>;
  readonly ingressControllersIn: ReadonlyMap<string, readonly IngressController[]>;
  readonly loadBalancerControllersIn: ReadonlyMap<string, readonly LoadBalancerController[]>;
  readonly servicesIn: ReadonlyMap<string, readonly KubernetesService[]>;
  readonly serviceObjectsIn: ReadonlyMap<string, readonly ServiceObject[]>;
  /** By the name of the load balancer that they make. */
  readonly servicesNamed: ReadonlyMap<string, readonly KubernetesService[]>;
  readonly imagesIn: ReadonlyMap<string, readonly ImageUse[]>;
  readonly defaultImagesIn: ReadonlyMap<string, readonly DefaultImage[]>;
  /** Names of the image repositories of each stack. */
  readonly repositoriesIn: ReadonlyMap<string, readonly string[]>;
  /** Names of load balancers that are looked up, by what looks them up. */
  readonly nlbNameOf: ReadonlyMap<string, string>;
  /** By ARN. */
  readonly roleOf: ReadonlyMap<string, IamRole>;
}

/** Turns the model's links around. */
export function indexWorld(model: NetworkModel): WorldIndex {
  const tables = [...model.routeTables.values()];
  return {
    listenersOf: grouped(model.listeners.values(), ({ loadBalancer }) => [loadBalancer]),
    routeTableOf: new Map(tables.flatMap((table) => table.subnets.map((subnet) => [subnet, table] as const))),
    recordsOf: grouped(model.dnsRecords.values(), ({ name, proves }) => [proves ? undefined : name]),
    webAclsOf: grouped(model.webAcls.values(), ({ protects }) => protects),
    endpointsIn: grouped(model.endpoints.values(), ({ vpc }) => [vpc]),
    gatewaysOf: grouped(model.gateways.values(), ({ vpc, peerVpc }) => [vpc, peerVpc]),
    routeTablesIn: grouped(tables, ({ vpc }) => [vpc]),
    subnetsIn: grouped(model.subnets.values(), ({ vpc }) => [vpc]),
    vpcsIn: grouped(model.vpcs.values(), ({ stack }) => [stack]),
    vpcsOf: grouped(model.vpcs.values(), ({ stack }) => [stack.slice(0, stack.lastIndexOf('-'))]),
    clustersIn: grouped(model.clusters.values(), ({ stack }) => [stack]),
    clusterAccessIn: grouped(model.clusterAccess.values(), ({ stack }) => [stack]),
    rolesIn: grouped(model.roles.values(), ({ stack }) => [stack]),
    bindingsIn: grouped(model.targetGroupBindings, ({ stack }) => [stack]),
    ingressControllersIn: grouped(model.ingressControllers.values(), ({ stack }) => [stack]),
    loadBalancerControllersIn: grouped(model.loadBalancerControllers.values(), ({ stack }) => [stack]),
    servicesIn: grouped(model.kubernetesServices.values(), ({ stack }) => [stack]),
    serviceObjectsIn: grouped(model.serviceObjects, ({ stack }) => [stack]),
    servicesNamed: grouped(model.kubernetesServices.values(), ({ balancer }) => [balancer['name']]),
    imagesIn: grouped(model.images, ({ stack }) => [stack]),
    defaultImagesIn: grouped(model.defaultImages, ({ stack }) => [stack]),
    repositoriesIn: new Map(
      [...grouped(model.imageRepositories.values(), ({ stack }) => [stack])].map(
        ([stack, list]) => [stack, list.flatMap(({ name }) => name ?? [])] as const,
      ),
    ),
    nlbNameOf: new Map(
      [...model.foundLoadBalancers].flatMap(([key, { name }]) => (name ? [[key, name] as const] : [])),
    ),
    roleOf: new Map([...model.roles.values()].flatMap((role) => (role.arn ? [[role.arn, role] as const] : []))),
  };
}

function grouped<T>(items: Iterable<T>, keysOf: (item: T) => readonly (string | undefined)[]) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
