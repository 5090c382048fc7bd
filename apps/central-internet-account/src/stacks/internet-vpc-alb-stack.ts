import { AccountStack, PublishedHandover, ReceivedHandover } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import type { InternetVpcConfig } from '@central-ingress/config';
import { InternetIngressAlb } from '@central-ingress/edge';
import type { Construct } from 'constructs';

/**
 * `<internet-vpc>-alb`: the ALB that all tenants of an internet VPC share.
 * @source central-internet-acc-setup/networking-setup/terraform/main.tf, module alb
 */
export class InternetVpcAlbStack extends AccountStack {
  constructor(scope: Construct, props: AccountStackProps & { readonly internetVpc: InternetVpcConfig }) {
    super(scope, props);
    const { internetVpc } = props;
    const { namePrefix } = this.platform;
    const owner = internetVpc.name;

    const networking = new ReceivedHandover(this, 'networking', { key: 'internet-vpc/networking', owner, namePrefix });
    const alb = new InternetIngressAlb(this, 'alb', {
      platform: this.platform,
      internetVpc,
      publicSubnetIds: internetVpc.availabilityZoneIds.map((azId) => networking.entry('publicSubnetIds', azId)),
      securityGroupId: networking.text('albSecurityGroupId'),
      hostedZoneId: networking.text('hostedZoneId'),
    });
    new PublishedHandover(this, 'handover', { key: 'internet-vpc/alb', owner, namePrefix, document: alb.built });
  }
}
