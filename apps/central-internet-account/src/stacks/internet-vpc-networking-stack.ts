import { AccountStack, PublishedHandover } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import type { InternetVpcConfig } from '@central-ingress/config';
import { DomainZone, InternetVpc } from '@central-ingress/edge';
import type { Construct } from 'constructs';

/**
 * `<internet-vpc>-networking`: the network and the domain's zone, which stand before any ALB or tenant.
 * @source central-internet-acc-setup/networking-setup/terraform/main.tf, module vpc
 */
export class InternetVpcNetworkingStack extends AccountStack {
  constructor(scope: Construct, props: AccountStackProps & { readonly internetVpc: InternetVpcConfig }) {
    super(scope, props);
    const { internetVpc } = props;
    const { namePrefix } = this.platform;

    const network = new InternetVpc(this, 'network', { platform: this.platform, internetVpc });
    const domain = new DomainZone(this, 'domain', { namePrefix, internetVpc });
    new PublishedHandover(this, 'handover', {
      key: 'internet-vpc/networking',
      owner: internetVpc.name,
      namePrefix,
      document: { ...network.built, hostedZoneId: domain.zoneId },
    });
  }
}
