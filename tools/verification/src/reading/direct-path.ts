import type { CertificateDetail } from '@aws-sdk/client-acm';
import { DescribeRouteTablesCommand, DescribeSecurityGroupsCommand, DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import type { RouteTable, SecurityGroup, Subnet } from '@aws-sdk/client-ec2';
import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import type { Cluster } from '@aws-sdk/client-eks';
import { DescribeTargetGroupsCommand, DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LoadBalancer, TargetGroup, TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { DirectTenant, PlatformConfig } from '@central-ingress/config';
import { clusterName, nlbName } from '@central-ingress/naming';
import type { AccountClients } from './account-clients';
import { certificatesOf, readBalancer } from './load-balancers';
import type { BalancerReadings } from './load-balancers';
import { readNames } from './names';
import type { NameReadings } from './names';
import { follow, found, read, untried } from './reading';
import type { Reading } from './reading';

/** One target group of a direct tenant's NLB, with the health of its targets. */
export interface TargetGroupHealth {
  readonly targetGroup: TargetGroup;
  readonly targets: readonly TargetHealthDescription[];
}

/** What the APIs of both accounts tell of a direct tenant; what is missing hides nothing behind it. */
export interface DirectPathReadings {
  readonly names: NameReadings;
  readonly nlb: Pick<BalancerReadings, 'balancer' | 'listeners'>;
  /** Those of every listener that ends TLS. */
  readonly certificates: Reading<readonly CertificateDetail[]>;
  readonly securityGroups: Reading<readonly SecurityGroup[]>;
  readonly subnets: Reading<readonly Subnet[]>;
  /** Route tables that subnets of the NLB are associated with. */
  readonly routeTables: Reading<readonly RouteTable[]>;
  readonly targetGroups: Reading<readonly TargetGroupHealth[]>;
  readonly cluster: Reading<Cluster>;
}

/** Reads a direct tenant's request path from DNS to its pods, and the cluster they run in. */
export async function readDirectPath(
  { namePrefix }: PlatformConfig,
  tenant: DirectTenant,
  { central, service }: { readonly central: AccountClients; readonly service: Reading<AccountClients> },
): Promise<DirectPathReadings> {
  const { hostedZone, hosts } = tenant.exposure;
  const inZone = hosts.map(({ name }) => ({ name, certificate: { type: 'hostedZone' as const, hostedZone } }));
  const [names, own] = await Promise.all([
    readNames(central, inZone, { domain: hostedZone }),
    service.state === 'found' ? readOwn(service.value, namePrefix, tenant) : unreached(service),
  ]);
  return { names, ...own };
}

async function readOwn(clients: AccountClients, namePrefix: string, { connectionName }: DirectTenant) {
  const name = nlbName(namePrefix, connectionName);
  const cluster = clusterName(namePrefix, connectionName);
  const [nlb, facts] = await Promise.all([
    readBalancer(clients, name),
    read(
      `EKS cluster ${cluster}`,
      async () => (await clients.eks.send(new DescribeClusterCommand({ name: cluster }))).cluster,
    ),
  ]);
  const [certificates, securityGroups, network, targetGroups] = await Promise.all([
    follow(nlb.listeners, async (listeners): Promise<Reading<readonly CertificateDetail[]>> => {
      const all: CertificateDetail[] = [];
      for (const listener of listeners.filter(({ Protocol }) => Protocol === 'TLS')) {
        const reading = await certificatesOf(clients, listener, name);
        if (reading.state !== 'found') return reading;
        all.push(...reading.value);
      }
      return found(all);
    }),
    follow(nlb.balancer, (balancer) => readSecurityGroups(clients, balancer)),
    readNetwork(clients, nlb.balancer),
    follow(nlb.balancer, (balancer) => readTargetGroups(clients, balancer)),
  ]);
  return { nlb, certificates, securityGroups, ...network, targetGroups, cluster: facts };
}

function readSecurityGroups({ ec2 }: AccountClients, { SecurityGroups = [], LoadBalancerName }: LoadBalancer) {
  return read(`security groups of ${LoadBalancerName}`, async () => {
    if (!SecurityGroups.length) return [] as readonly SecurityGroup[];
    return (await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: SecurityGroups }))).SecurityGroups;
  });
}

async function readNetwork({ ec2 }: AccountClients, balancer: Reading<LoadBalancer>) {
  const idsOf = ({ AvailabilityZones = [] }: LoadBalancer) =>
    AvailabilityZones.flatMap(({ SubnetId }) => SubnetId ?? []);
  const subnets = await follow(balancer, (nlb) =>
    read(`subnets of ${nlb.LoadBalancerName}`, async () => {
      const SubnetIds = idsOf(nlb);
      if (!SubnetIds.length) return [] as readonly Subnet[];
      return (await ec2.send(new DescribeSubnetsCommand({ SubnetIds }))).Subnets;
    }),
  );
  const routeTables = await follow(balancer, (nlb) =>
    read(`route tables of ${nlb.LoadBalancerName}`, async () => {
      const Filters = [{ Name: 'association.subnet-id', Values: idsOf(nlb) }];
      return (await ec2.send(new DescribeRouteTablesCommand({ Filters }))).RouteTables;
    }),
  );
  return { subnets, routeTables };
}

function readTargetGroups({ elb }: AccountClients, { LoadBalancerArn, LoadBalancerName }: LoadBalancer) {
  return read(`target groups of ${LoadBalancerName}`, async (): Promise<readonly TargetGroupHealth[]> => {
    const { TargetGroups = [] } = await elb.send(new DescribeTargetGroupsCommand({ LoadBalancerArn }));
    return Promise.all(
      TargetGroups.map(async (targetGroup) => {
        const { TargetGroupArn } = targetGroup;
        const { TargetHealthDescriptions = [] } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
        return { targetGroup, targets: TargetHealthDescriptions };
      }),
    );
  });
}

async function unreached(service: Reading<AccountClients>): Promise<Omit<DirectPathReadings, 'names'>> {
  const nothing = await follow(service, () => untried<never>('not read'));
  return {
    nlb: { balancer: nothing, listeners: nothing },
    certificates: nothing,
    securityGroups: nothing,
    subnets: nothing,
    routeTables: nothing,
    targetGroups: nothing,
    cluster: nothing,
  };
}
