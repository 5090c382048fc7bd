import { ReceivedHandover } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import type { CentralTenant, InternetVpcConfig } from '@central-ingress/config';
import { ConnectionRoute, RegisteredService } from '@central-ingress/connection-route';
import type { Construct } from 'constructs';

/** One way from an ALB to a tenant. */
export interface AddedRoute extends Pick<AccountStackProps, 'platform'> {
  readonly tenant: CentralTenant;
  readonly internetVpc: InternetVpcConfig;
  /** Name under which the route's resources stand. @default the tenant's connection name */
  readonly routeName?: string;
  /** Internet VPC whose ALB the hosts' records lead to. @default the route's own */
  readonly recordsTo?: InternetVpcConfig;
  /** Whether the hosts' records are this route's. @default true */
  readonly ownsRecords?: boolean;
}

/** Adds to a stack the way from the shared ALB to a tenant's endpoint service, out of what other stacks handed over. */
export function addConnectionRoute(stack: Construct, route: AddedRoute): void {
  const { platform, tenant, internetVpc, recordsTo = internetVpc } = route;
  const { namePrefix } = platform;
  const owner = internetVpc.name;

  const networking = new ReceivedHandover(stack, 'networking', { key: 'internet-vpc/networking', owner, namePrefix });
  const alb = new ReceivedHandover(stack, 'alb', { key: 'internet-vpc/alb', owner, namePrefix });
  const target =
    recordsTo === internetVpc
      ? alb
      : new ReceivedHandover(stack, 'records-alb', { key: 'internet-vpc/alb', owner: recordsTo.name, namePrefix });
  const service = new RegisteredService(stack, 'service', { connectionName: tenant.connectionName });
  new ConnectionRoute(stack, 'route', {
    platform,
    tenant: { ...tenant, connectionName: route.routeName ?? tenant.connectionName },
    internetVpc,
    serviceName: service.serviceName,
    vpcId: networking.text('vpcId'),
    endpointSubnetIds: Object.fromEntries(
      tenant.availabilityZoneIds.map((azId) => [azId, networking.entry('endpointSubnetIds', azId)]),
    ),
    endpointSecurityGroupId: networking.text('endpointSecurityGroupId'),
    hostedZoneId: networking.text('hostedZoneId'),
    httpsListenerArn: alb.text('httpsListenerArn'),
    albDnsName: target.text('albDnsName'),
    albZoneId: target.text('albZoneId'),
    albArnSuffix: alb.text('albArnSuffix'),
    ownsRecords: route.ownsRecords ?? true,
  });
}
