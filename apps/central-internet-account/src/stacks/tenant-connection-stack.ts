import { AccountStack, ReceivedHandover } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import type { CentralTenant, InternetVpcConfig } from '@central-ingress/config';
import { ConnectionRoute, RegisteredService } from '@central-ingress/connection-route';
import type { Construct } from 'constructs';

/** What a connection is built from. */
export interface TenantConnectionStackProps extends AccountStackProps {
  readonly tenant: CentralTenant;
  readonly internetVpc: InternetVpcConfig;
  /** Internet VPC whose ALB the hosts' records lead to, while the tenant is moved there. @default its own */
  readonly recordsTo?: InternetVpcConfig;
}

/**
 * `<tenant>-connection`: the way from the shared ALB to one tenant's endpoint service, in a state of its own.
 * @source central-internet-acc-setup/networking-setup/terraform/main.tf, modules endpoint and target-group
 */
export class TenantConnectionStack extends AccountStack {
  constructor(scope: Construct, props: TenantConnectionStackProps) {
    super(scope, props);
    const { tenant, internetVpc, recordsTo = internetVpc } = props;
    const { namePrefix } = this.platform;
    const owner = internetVpc.name;

    const networking = new ReceivedHandover(this, 'networking', { key: 'internet-vpc/networking', owner, namePrefix });
    const alb = new ReceivedHandover(this, 'alb', { key: 'internet-vpc/alb', owner, namePrefix });
    const target =
      recordsTo === internetVpc
        ? alb
        : new ReceivedHandover(this, 'records-alb', { key: 'internet-vpc/alb', owner: recordsTo.name, namePrefix });
    const service = new RegisteredService(this, 'service', { connectionName: tenant.connectionName });
    new ConnectionRoute(this, 'route', {
      platform: this.platform,
      tenant,
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
    });
  }
}
