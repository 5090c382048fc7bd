import {
  DescribeNetworkInterfacesCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointsCommand,
} from '@aws-sdk/client-ec2';
import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ListHostedZonesCommand, ListResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { GetWebACLForResourceCommand } from '@aws-sdk/client-wafv2';
import { internetVpcOf } from '@central-ingress/config';
import type { TenantConfig, World } from '@central-ingress/config';
import { serviceNameParameter } from '@central-ingress/contract';
import { physicalName } from '@central-ingress/naming';
import type { AccountClients } from './account-clients';

/** One tenant's request path as the APIs of both accounts tell it. */
export type RequestPath = Awaited<ReturnType<typeof readRequestPath>>;

/**
 * Reads a tenant's request path from DNS to the NLB's target group, each hop found through the one before it.
 * @throws Error naming the hop that does not exist
 */
export async function readRequestPath(
  world: World,
  tenant: TenantConfig,
  central: AccountClients,
  service: AccountClients,
) {
  const vpc = internetVpcOf(world, tenant);
  const host = tenant.exposure.hosts[0]?.name ?? '';
  const record = await recordOf(central, vpc.domain, host);
  const alb = await balancerNamed(central, physicalName('load balancer', world.platform.namePrefix, vpc.name, 'alb'));
  const listener = await httpsListener(central, alb.LoadBalancerArn);
  const { WebACL } = await central.waf.send(new GetWebACLForResourceCommand({ ResourceArn: alb.LoadBalancerArn }));
  const rules = await rulesFor(central, listener.ListenerArn, host);
  const targetGroup = await targetGroupBy(central, rules[0]?.Actions?.[0]?.TargetGroupArn);
  const targets = await targetsOf(central, targetGroup.TargetGroupArn);
  const parameter = await central.ssm.send(
    new GetParameterCommand({ Name: serviceNameParameter(tenant.connectionName) }),
  );
  const serviceName = parameter.Parameter?.Value ?? '';
  const endpoint = await endpointTo(central, serviceName);
  const interfaces = await interfacesOf(central, endpoint.NetworkInterfaceIds);
  const endpointService = await endpointServiceNamed(service, serviceName);
  const nlb = await balancerBy(service, endpointService.NetworkLoadBalancerArns?.[0]);
  const nlbListener = await httpsListener(service, nlb.LoadBalancerArn);
  const pods = await targetGroupBy(service, nlbListener.DefaultActions?.[0]?.TargetGroupArn);
  return {
    host,
    record,
    alb,
    webAcl: must(WebACL, `web ACL of ${alb.LoadBalancerName}`),
    listener,
    rules,
    targetGroup,
    targets,
    serviceName,
    endpoint,
    interfaces,
    endpointService,
    nlb,
    nlbListener,
    pods,
  };
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} does not exist`);
  return value;
}

async function recordOf({ route53 }: AccountClients, domain: string, host: string) {
  const { HostedZones } = await route53.send(new ListHostedZonesCommand({}));
  const zone = must(
    HostedZones?.find(({ Name }) => Name === `${domain}.`),
    `hosted zone ${domain}`,
  );
  const { ResourceRecordSets } = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: zone.Id }));
  return must(
    ResourceRecordSets?.find(({ Name, Type }) => Name === `${host}.` && Type === 'A'),
    `record ${host}`,
  );
}

async function balancerNamed({ elb }: AccountClients, name: string) {
  const { LoadBalancers } = await elb.send(new DescribeLoadBalancersCommand({ Names: [name] }));
  return must(LoadBalancers?.[0], `load balancer ${name}`);
}

async function balancerBy({ elb }: AccountClients, arn: string | undefined) {
  const LoadBalancerArns = [must(arn, 'load balancer of the endpoint service')];
  const { LoadBalancers } = await elb.send(new DescribeLoadBalancersCommand({ LoadBalancerArns }));
  return must(LoadBalancers?.[0], `load balancer ${arn}`);
}

async function httpsListener({ elb }: AccountClients, LoadBalancerArn: string | undefined) {
  const { Listeners } = await elb.send(new DescribeListenersCommand({ LoadBalancerArn }));
  return must(
    Listeners?.find(({ Port }) => Port === 443),
    `listener 443 of ${LoadBalancerArn}`,
  );
}

/** Every rule of the target group to which the host's own rule forwards, by priority. */
async function rulesFor({ elb }: AccountClients, ListenerArn: string | undefined, host: string) {
  const { Rules = [] } = await elb.send(new DescribeRulesCommand({ ListenerArn }));
  const ofHost = Rules.find(({ Conditions = [] }) =>
    Conditions.some(({ HostHeaderConfig }) => HostHeaderConfig?.Values?.includes(host)),
  );
  const arn = must(ofHost, `listener rule for ${host}`).Actions?.[0]?.TargetGroupArn;
  return Rules.filter(({ Actions }) => Actions?.[0]?.TargetGroupArn === arn).sort(
    (a, b) => Number(a.Priority) - Number(b.Priority),
  );
}

async function targetGroupBy({ elb }: AccountClients, arn: string | undefined) {
  const TargetGroupArns = [must(arn, 'target group')];
  const { TargetGroups } = await elb.send(new DescribeTargetGroupsCommand({ TargetGroupArns }));
  return must(TargetGroups?.[0], `target group ${arn}`);
}

async function targetsOf({ elb }: AccountClients, TargetGroupArn: string | undefined): Promise<readonly string[]> {
  const { TargetHealthDescriptions = [] } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
  return TargetHealthDescriptions.map(({ Target }) => `${Target?.Id}:${Target?.Port}`).sort();
}

async function endpointTo({ ec2 }: AccountClients, serviceName: string) {
  const { VpcEndpoints } = await ec2.send(new DescribeVpcEndpointsCommand({}));
  return must(
    VpcEndpoints?.find(({ ServiceName }) => ServiceName === serviceName),
    `VPC endpoint to ${serviceName}`,
  );
}

async function interfacesOf({ ec2 }: AccountClients, NetworkInterfaceIds: string[] | undefined) {
  const { NetworkInterfaces = [] } = await ec2.send(new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds }));
  return NetworkInterfaces;
}

async function endpointServiceNamed({ ec2 }: AccountClients, serviceName: string) {
  const { ServiceConfigurations } = await ec2.send(new DescribeVpcEndpointServiceConfigurationsCommand({}));
  return must(
    ServiceConfigurations?.find(({ ServiceName }) => ServiceName === serviceName),
    `VPC endpoint service ${serviceName}`,
  );
}
