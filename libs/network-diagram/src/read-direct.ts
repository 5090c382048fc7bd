import type { KubernetesService, ResourceKey } from '@central-ingress/network-model';
import type { IndexedModel } from './indexed-model';
import { certificateNames, gatewaysIn, readSubnetsWithRoutes } from './read-parts';
import type { DirectView, LoadBalancerView } from './view';

/** What a direct tenant has in the place of an endpoint service. */
export interface DirectParts {
  readonly view: DirectView;
  readonly loadBalancer: LoadBalancerView;
  readonly targets: readonly string[];
  /** Subnets that hold the NLB and nothing else. */
  readonly subnetKeys: readonly ResourceKey[];
}

/** Reads the NLB that the load balancer controller makes of a Service in a VPC; none where there is no such Service. */
export function readDirect(model: IndexedModel, vpc: ResourceKey): DirectParts | undefined {
  const [service] = model.serviceBalancersIn.get(vpc) ?? [];
  if (!service) return undefined;
  const name = service.balancer['name'] ?? service.label;
  return {
    view: {
      zones: zonesOf(model, name),
      publicSubnets: readSubnetsWithRoutes(model, service.subnets),
      ...gatewayOf(model, vpc),
    },
    loadBalancer: balancerOf(model, service, name),
    targets: service.ports.map(({ port, targetPort }) => `port ${port} to port ${targetPort} of the pods, by ip`),
    subnetKeys: service.subnets,
  };
}

function gatewayOf(model: IndexedModel, vpc: ResourceKey) {
  const [gateway] = gatewaysIn(model, vpc, 'aws_internet_gateway');
  return gateway ? { internetGateway: gateway.label } : {};
}

function balancerOf(model: IndexedModel, service: KubernetesService, name: string): LoadBalancerView {
  const { ports, certificates, balancer, sourceRanges } = service;
  const tls = (balancer['ssl-ports'] ?? '').split(',').map((port) => port.trim());
  const policy = balancer['ssl-negotiation-policy'];
  return {
    label: name,
    listeners: ports.map(({ name: portName = '', port }) => {
      const endsTls = tls.includes(String(port)) || tls.includes(portName);
      return { port: `${endsTls ? 'TLS' : 'TCP'} ${port}`, does: endsTls && policy ? [`policy ${policy}`] : [] };
    }),
    certificateNames: certificateNames(model, certificates),
    openings: {
      into: ports.flatMap(({ port }) =>
        (sourceRanges.length ? sourceRanges : ['0.0.0.0/0']).map((cidr) => `tcp ${port} from ${cidr}`),
      ),
      outOf: ['what the load balancer controller opens to the pods'],
    },
    enforcesPrivateLinkRules: true,
    logs: [],
  };
}

/** Zones with records that lead to the NLB of a name. */
function zonesOf(model: IndexedModel, name: string): DirectView['zones'] {
  const found = [...model.foundLoadBalancers.values()].filter((balancer) => balancer.name === name);
  const counts = new Map<string, string[]>();
  for (const { zone, name: host = '' } of found.flatMap(({ key }) => model.recordsOf.get(key) ?? [])) {
    const label = (zone && model.hostedZones.get(zone)?.name) ?? 'a zone that exists';
    counts.set(label, [...(counts.get(label) ?? []), host]);
  }
  return [...counts].map(([label, hosts]) => ({ name: label, hosts }));
}
