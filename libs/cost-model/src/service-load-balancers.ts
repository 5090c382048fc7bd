import type { NetworkModel, ResourceKey } from '@central-ingress/network-model';

/** An NLB that the load balancer controller of a cluster makes of a Service, so that no stack has it as a resource. */
export interface ServiceLoadBalancer {
  readonly stack: string;
  /** The Service. */
  readonly key: ResourceKey;
  readonly name: string;
  readonly internal: boolean;
  /** Subnets that the Service names; each has an address. */
  readonly subnets: number;
}

/** The load balancers that Services have. */
export function serviceLoadBalancers({ kubernetesServices }: NetworkModel): readonly ServiceLoadBalancer[] {
  return [...kubernetesServices.values()]
    .filter(({ serviceType }) => serviceType === 'LoadBalancer')
    .map(({ stack, key, label, balancer, subnets }) => ({
      stack,
      key,
      name: balancer['name'] ?? label,
      internal: balancer['scheme'] !== 'internet-facing',
      subnets: subnets.length,
    }));
}
