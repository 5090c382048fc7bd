import { AccountStack, ReceivedHandover } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import type { CentralTenant, InternetVpcConfig } from '@central-ingress/config';
import { ConnectionRoute, RegisteredService } from '@central-ingress/connection-route';
import { bridgeConnectionName } from '@central-ingress/naming';
import type { Construct } from 'constructs';

/** What a bridge is built from. */
export interface TenantBridgeStackProps extends AccountStackProps {
  /** With the place that it is moved to, and the slot of the bridge there. */
  readonly tenant: CentralTenant;
  /** Internet VPC that it is moved to. */
  readonly internetVpc: InternetVpcConfig;
}

/**
 * `<tenant>-bridge`: a second connection of one tenant, in the internet VPC that it is moved to, which carries its
 * requests while the first one is made anew there. The hosts' records stay with the first one (ADR 0023).
 */
export class TenantBridgeStack extends AccountStack {
  constructor(scope: Construct, props: TenantBridgeStackProps) {
    super(scope, props);
    const { tenant, internetVpc } = props;
    const { namePrefix } = this.platform;
    const owner = internetVpc.name;

    const networking = new ReceivedHandover(this, 'networking', { key: 'internet-vpc/networking', owner, namePrefix });
    const alb = new ReceivedHandover(this, 'alb', { key: 'internet-vpc/alb', owner, namePrefix });
    const service = new RegisteredService(this, 'service', { connectionName: tenant.connectionName });
    new ConnectionRoute(this, 'route', {
      platform: this.platform,
      tenant: { ...tenant, connectionName: bridgeConnectionName(tenant.connectionName) },
      internetVpc,
      serviceName: service.serviceName,
      vpcId: networking.text('vpcId'),
      endpointSubnetIds: Object.fromEntries(
        tenant.availabilityZoneIds.map((azId) => [azId, networking.entry('endpointSubnetIds', azId)]),
      ),
      endpointSecurityGroupId: networking.text('endpointSecurityGroupId'),
      hostedZoneId: networking.text('hostedZoneId'),
      httpsListenerArn: alb.text('httpsListenerArn'),
      albDnsName: alb.text('albDnsName'),
      albZoneId: alb.text('albZoneId'),
      albArnSuffix: alb.text('albArnSuffix'),
      ownsRecords: false,
    });
  }
}
