import type { EksCluster, Endpoint, IamRole, Subnet } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding, Place } from './finding';
import type { GuardContext, TenantGuard } from './guard';
import { allowsTcp, rulesOf } from './reach';
import type { Tenant } from './tenants';
import { all } from './walk';

/** AWS APIs that come with nodes. @source EKS User Guide, "Deploy private clusters with limited internet access" */
const NODE_SERVICES = ['ec2', 'ecr.api', 'ecr.dkr', 's3', 'logs'] as const;

/** AWS APIs that EKS add-ons call by themselves, beside those of their role. */
const ADDON_SERVICES: Readonly<Record<string, readonly string[]>> = {
  'vpc-cni': ['ec2'],
  'eks-pod-identity-agent': ['eks-auth'],
  'aws-ebs-csi-driver': ['ec2'],
  'aws-efs-csi-driver': ['elasticfilesystem'],
  'amazon-cloudwatch-observability': ['logs', 'monitoring'],
};

/** Endpoints by the service word of an IAM action; IAM itself has none, and its calls are for set-up only. */
const SERVICES_OF_ACTION: Readonly<Record<string, readonly string[]>> = {
  acm: ['acm'],
  autoscaling: ['autoscaling'],
  cloudwatch: ['monitoring'],
  ec2: ['ec2'],
  ecr: ['ecr.api', 'ecr.dkr'],
  eks: ['eks'],
  elasticloadbalancing: ['elasticloadbalancing'],
  kms: ['kms'],
  logs: ['logs'],
  s3: ['s3'],
  secretsmanager: ['secretsmanager'],
  sqs: ['sqs'],
  ssm: ['ssm'],
  wafv2: ['wafv2'],
};

/** AWS services that no endpoint of a VPC leads to. @source AWS PrivateLink, "AWS services that integrate" */
const WITHOUT_ENDPOINT: readonly string[] = ['shield', 'waf-regional'];

/** Services whose endpoints every cluster has, so that data could leave by them for the account of somebody else. */
const ALWAYS_LIMITED: readonly string[] = [...NODE_SERVICES, 'elasticloadbalancing', 'sts'];

interface Need {
  readonly service: string;
  readonly component: string;
  /** What calls it, where that is a resource of its own. */
  readonly at?: Place;
}

/** Every AWS API that something in the cluster calls has an endpoint in the VPC, which the nodes reach. */
export const awsApisGuard: TenantGuard = {
  name: 'aws-apis',
  says: 'every AWS API that the cluster calls has an endpoint',
  check: (context, tenant) => {
    const clusters = context.index.clustersIn.get(`${tenant.name}-cluster`) ?? [];
    return clusters.flatMap((cluster) => clusterFindings(context, tenant, cluster));
  },
};

function clusterFindings(context: GuardContext, tenant: Tenant, cluster: EksCluster): readonly Finding[] {
  const { model, index } = context;
  const nodeGroups = all(model.nodeGroups, cluster.nodeGroups);
  const subnets = all(model.subnets, [
    ...new Set([...nodeGroups.flatMap((group) => group.subnets), ...cluster.subnets]),
  ]);
  const vpc = subnets[0]?.vpc ? model.vpcs.get(subnets[0].vpc) : undefined;
  const found: Finding[] = [];
  if (vpc && !(vpc.dnsSupport && vpc.dnsHostnames)) found.push(finding('vpc-dns', vpc, { label: vpc.label }));
  const endpoints = vpc ? (index.endpointsIn.get(vpc.key) ?? []) : [];
  for (const need of needsOf(context, tenant, cluster)) {
    const endpoint = endpoints.find(({ leadsTo }) => leadsTo?.type === 'aws' && leadsTo.service === need.service);
    const at = vpc ?? cluster;
    if (!endpoint && WITHOUT_ENDPOINT.includes(need.service))
      found.push(finding('aws-api-unreachable', need.at ?? at, need));
    else if (!endpoint) found.push(finding('aws-endpoint-missing', at, { ...need, tenant: tenant.name }));
    else found.push(...endpointFindings(context, need, endpoint, subnets));
  }
  return found;
}

/** What the components of a cluster call, each service once, with the first that calls it. */
function needsOf({ index }: GuardContext, tenant: Tenant, cluster: EksCluster): readonly Need[] {
  const needs: Need[] = [];
  if (cluster.nodeGroups.length) needs.push(...NODE_SERVICES.map((service) => ({ service, component: 'every node' })));
  for (const { name = '' } of cluster.addons) {
    for (const service of ADDON_SERVICES[name] ?? []) needs.push({ service, component: `the add-on ${name}` });
  }
  for (const role of index.rolesIn.get(cluster.stack) ?? []) {
    if (!isForPods(role)) continue;
    const component = `the role ${role.label}`;
    needs.push({ service: 'sts', component });
    for (const service of servicesOf(role)) needs.push({ service, component });
  }
  for (const controller of index.loadBalancerControllersIn.get(`${tenant.name}-addons`) ?? []) {
    const component = 'the load balancer controller';
    for (const service of ['ec2', 'elasticloadbalancing', 'sts', ...controller.furtherServices]) {
      needs.push({ service, component, at: controller });
    }
  }
  return [...new Map([...needs].reverse().map((need) => [need.service, need])).values()].reverse();
}

function isForPods({ trust }: IamRole): boolean {
  return trust?.statements.some(({ actions }) => actions.includes('sts:AssumeRoleWithWebIdentity')) ?? false;
}

function servicesOf({ policies }: IamRole): readonly string[] {
  const allowed = policies.flatMap(
    ({ document }) => document?.statements.filter(({ effect }) => effect === 'Allow') ?? [],
  );
  const words = allowed.flatMap(({ actions }) => actions.map((action) => action.split(':')[0] ?? ''));
  return [...new Set(words)].flatMap((word) => SERVICES_OF_ACTION[word] ?? []);
}

function endpointFindings(
  { model, index }: GuardContext,
  { service, component }: Need,
  endpoint: Endpoint,
  subnets: readonly Subnet[],
): readonly Finding[] {
  const found: Finding[] = [];
  if (!endpoint.policy && ALWAYS_LIMITED.includes(service)) {
    found.push(finding('aws-endpoint-open', endpoint, { service }));
  }
  if (endpoint.kind === 'Gateway') {
    const unreached = subnets
      .filter(({ key }) => !endpoint.routeTables.includes(index.routeTableOf.get(key)?.key ?? ''))
      .map(({ label }) => finding('aws-endpoint-routes', endpoint, { service, subnet: label }));
    return [...found, ...unreached];
  }
  if (!endpoint.subnets.length) found.push(finding('aws-endpoint-nowhere', endpoint, { service }));
  if (!endpoint.privateDns) found.push(finding('aws-endpoint-dns', endpoint, { service, component }));
  const ingress = rulesOf(all(model.securityGroups, endpoint.securityGroups), 'ingress');
  const closed = subnets.flatMap(({ cidr }) =>
    cidr && !allowsTcp(ingress, 443, { groups: [], cidrs: [cidr] }) ? cidr : [],
  );
  if (closed.length) found.push(finding('aws-endpoint-closed', endpoint, { service, cidrs: closed.join(', ') }));
  return found;
}
