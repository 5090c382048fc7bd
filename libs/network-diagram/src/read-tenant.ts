import type { EndpointService, NetworkModel, NodeGroup, ResourceKey } from '@central-ingress/network-model';
import { openingsOf } from './openings';
import { accountOf, readLoadBalancer, readSubnetsWithRoutes, readVpc, targetGroupText } from './read-parts';
import type { TenantView } from './view';

/** Where a tenant is read from: its endpoint service, or its VPC alone. */
export interface TenantSource {
  readonly name: string;
  readonly service?: EndpointService;
  readonly vpc?: ResourceKey;
}

/** VPC of the load balancers behind an endpoint service. */
export function vpcBehind(model: NetworkModel, { loadBalancers }: EndpointService): ResourceKey | undefined {
  const subnets = loadBalancers.flatMap((key) => model.loadBalancers.get(key)?.subnets ?? []);
  return subnets.map((key) => model.subnets.get(key)?.vpc).find((vpc) => vpc !== undefined);
}

/** Reads the side of a tenant: from the endpoint service to the nodes, and the endpoints of AWS services. */
export function readTenant(model: NetworkModel, { name, service, vpc }: TenantSource): TenantView {
  const inVpc = (subnets: readonly ResourceKey[]): boolean =>
    subnets.some((key) => model.subnets.get(key)?.vpc === vpc);
  const balancers = service
    ? service.loadBalancers
    : [...model.loadBalancers.values()].flatMap(({ key, subnets }) => (inVpc(subnets) ? key : []));
  const groups = [...model.listeners.values()].flatMap(({ loadBalancer, defaultActions }) =>
    loadBalancer && balancers.includes(loadBalancer)
      ? defaultActions.flatMap((action) => (action.type === 'forward' ? action.targetGroups : []))
      : [],
  );
  const [balancer] = balancers;
  const loadBalancer = balancer ? readLoadBalancer(model, balancer) : undefined;
  const aws = [...model.endpoints.values()].filter((one) => one.vpc === vpc && one.leadsTo?.type === 'aws');
  const found = vpc ? readVpc(model, vpc) : undefined;
  const inside = [...model.subnets.values()].flatMap((subnet) => (vpc && subnet.vpc === vpc ? subnet.key : []));
  const owner = service ?? (vpc ? model.vpcs.get(vpc) : undefined);
  return {
    name,
    account: owner ? accountOf(owner) : 'unknown',
    ...(found ? { vpc: found } : {}),
    subnets: readSubnetsWithRoutes(model, inside),
    ...(service
      ? {
          service: {
            label: service.label,
            asks: service.acceptanceRequired,
            principals: service.allowedPrincipals,
          },
        }
      : {}),
    ...(loadBalancer ? { loadBalancer } : {}),
    targets: [...new Set(groups)].flatMap((key) => {
      const group = model.targetGroups.get(key);
      return group ? targetGroupText(group) : [];
    }),
    clusters: [...model.clusters.values()]
      .filter(({ subnets }) => inVpc(subnets))
      .map(({ label, version, privateApi, publicApi, publicCidrs, nodeGroups }) => ({
        label,
        version: version ?? 'default version',
        api: apiText(privateApi, publicApi, publicCidrs),
        nodes: nodeGroups.flatMap((key) => nodeText(model.nodeGroups.get(key))),
      })),
    awsServices: aws
      .map(
        ({ leadsTo, kind }) =>
          `${leadsTo?.type === 'aws' ? leadsTo.service : ''}${kind === 'Gateway' ? '\u00a0(gateway)' : ''}`,
      )
      .sort(),
    awsOpenings: openingsOf(model, [...new Set(aws.flatMap(({ securityGroups }) => securityGroups))]),
  };
}

function apiText(isPrivate: boolean, isPublic: boolean, cidrs: readonly string[]): string {
  if (!isPublic) return 'private API only';
  return `${isPrivate ? 'private and ' : ''}public API for ${cidrs.join(', ')}`;
}

function nodeText(group: NodeGroup | undefined): readonly string[] {
  if (!group) return [];
  const { desiredSize, minSize, maxSize, instanceTypes } = group;
  return [`${desiredSize ?? '?'} × ${instanceTypes.join(' or ')} (${minSize ?? '?'} to ${maxSize ?? '?'})`];
}
