import type { EndpointService, NetworkModel, NodeGroup, ResourceKey } from '@central-ingress/network-model';
import type { IndexedModel } from './indexed-model';
import { openingsOf } from './openings';
import { addOnsOf } from './read-add-ons';
import { readDirect } from './read-direct';
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
export function readTenant(model: IndexedModel, { name, service, vpc = '' }: TenantSource): TenantView {
  const balancers = service ? service.loadBalancers : (model.balancersIn.get(vpc) ?? []).map(({ key }) => key);
  const groups = balancers
    .flatMap((key) => model.listenersOf.get(key) ?? [])
    .flatMap(({ defaultActions }) =>
      defaultActions.flatMap((action) => (action.type === 'forward' ? action.targetGroups : [])),
    );
  const [balancer] = balancers;
  const loadBalancer = balancer ? readLoadBalancer(model, balancer) : undefined;
  const aws = model.awsEndpointsIn.get(vpc) ?? [];
  const found = readVpc(model, vpc);
  const direct = service || loadBalancer ? undefined : readDirect(model, vpc);
  const inside = model.subnetKeysIn.get(vpc) ?? [];
  const owner = service ?? model.vpcs.get(vpc);
  return {
    name,
    account: owner ? accountOf(owner) : 'unknown',
    ...(found ? { vpc: found } : {}),
    subnets: readSubnetsWithRoutes(
      model,
      inside.filter((key) => !direct?.subnetKeys.includes(key)),
    ),
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
    ...(direct ? { loadBalancer: direct.loadBalancer, direct: direct.view } : {}),
    targets:
      direct?.targets ??
      [...new Set(groups)].flatMap((key) => {
        const group = model.targetGroups.get(key);
        return group ? targetGroupText(group) : [];
      }),
    addOns: addOnsOf(model, name),
    clusters: (model.clustersIn.get(vpc) ?? []).map(
      ({ label, version, privateApi, publicApi, publicCidrs, nodeGroups }) => ({
        label,
        version: version ?? 'default version',
        api: apiText(privateApi, publicApi, publicCidrs),
        nodes: nodeGroups.flatMap((key) => nodeText(model.nodeGroups.get(key))),
      }),
    ),
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
