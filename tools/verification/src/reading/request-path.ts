import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import type { Cluster } from '@aws-sdk/client-eks';
import { podProtocol } from '@central-ingress/addon-values';
import { internetVpcOf } from '@central-ingress/config';
import type { CentralTenant, World } from '@central-ingress/config';
import { clusterName, nlbName, physicalName, podsTargetGroupName } from '@central-ingress/naming';
import type { AccountClients } from './account-clients';
import { readInternetVpc } from './internet-vpc';
import type { InternetVpcReadings } from './internet-vpc';
import { readBalancer, readTargetGroup } from './load-balancers';
import type { BalancerReadings, TargetGroupReadings } from './load-balancers';
import { readNames } from './names';
import type { NameReadings } from './names';
import { readEndpoint, readEndpointService, readServiceName } from './private-link';
import type { EndpointReadings, EndpointServiceReadings } from './private-link';
import { follow, read, untried, valueOf } from './reading';
import type { Reading } from './reading';

/** One tenant's request path as the APIs of both accounts tell it; what is missing hides nothing behind it. */
export interface RequestPathReadings extends InternetVpcReadings {
  readonly names: NameReadings;
  /** Target group behind the listener rules. */
  readonly route: TargetGroupReadings;
  readonly serviceName: Reading<string>;
  readonly privateLink: EndpointReadings & EndpointServiceReadings;
  readonly nlb: BalancerReadings;
  readonly pods: TargetGroupReadings;
  readonly cluster: Reading<Cluster>;
}

/** Whom to ask. */
export interface PathSources {
  readonly central: AccountClients;
  /** The tenant's account; what lies there is not tried when it cannot be reached. */
  readonly service: Reading<AccountClients>;
  /** What the internet VPC's tenants share, when it has been read already. */
  readonly internetVpc?: InternetVpcReadings;
  /** @default the present time */
  readonly now?: Date;
}

/** Reads a tenant's request path from DNS to the pods' target group, and the cluster they run in. */
export async function readRequestPath(
  world: World,
  tenant: CentralTenant,
  { central, service, internetVpc, now = new Date() }: PathSources,
): Promise<RequestPathReadings> {
  const { platform } = world;
  const { connectionName, exposure } = tenant;
  const vpc = internetVpcOf(world, tenant);
  const [shared, names, route, serviceName, own] = await Promise.all([
    internetVpc ?? readInternetVpc(platform, vpc, central, now),
    readNames(central, exposure.hosts, vpc),
    readTargetGroup(central, physicalName('target group', platform.namePrefix, connectionName)),
    readServiceName(central, connectionName),
    readServiceAccount(service, platform.namePrefix, tenant),
  ]);
  const target = valueOf(serviceName) ?? valueOf(own.endpointService.service)?.ServiceName;
  const place = { connectionName, vpcId: valueOf(shared.alb.balancer)?.VpcId };
  const endpoint = target ? await readEndpoint(central, target, place) : unknownEndpoint();
  return {
    ...shared,
    names,
    route,
    serviceName,
    privateLink: { ...endpoint, ...own.endpointService },
    nlb: own.nlb,
    pods: own.pods,
    cluster: own.cluster,
  };
}

async function readServiceAccount(service: Reading<AccountClients>, namePrefix: string, tenant: CentralTenant) {
  const { connectionName } = tenant;
  const clients = valueOf(service);
  if (!clients) return unreachedAccount(service);
  const name = clusterName(namePrefix, connectionName);
  const [nlb, pods, cluster] = await Promise.all([
    readBalancer(clients, nlbName(namePrefix, connectionName)),
    readTargetGroup(clients, podsTargetGroupName(namePrefix, connectionName, podProtocol(tenant))),
    read(`EKS cluster ${name}`, async () => (await clients.eks.send(new DescribeClusterCommand({ name }))).cluster),
  ]);
  return { nlb, pods, cluster, endpointService: await readEndpointService(clients, nlb.balancer) };
}

async function unreachedAccount(service: Reading<AccountClients>) {
  const nothing = await follow(service, () => untried<never>('not read'));
  return {
    nlb: { balancer: nothing, listeners: nothing, secure: nothing, certificates: nothing },
    pods: { targetGroup: nothing, health: nothing },
    cluster: nothing,
    endpointService: { service: nothing, principals: nothing, connections: nothing },
  };
}

function unknownEndpoint(): EndpointReadings {
  const nothing = untried<never>('the name of the endpoint service is not known');
  return { endpoint: nothing, others: nothing, interfaces: nothing, subnets: nothing };
}
