import { AccountStack, ReceivedHandover } from '@central-ingress/account-stack';
import { HostRecords } from '@central-ingress/direct-ingress';
import { CentralAccess } from '@central-ingress/endpoint-service';
import type { App } from 'cdktf';
import type { DirectStackProps } from './direct-ingress-stack';

/**
 * `<tenant>-dns`: the records of a direct tenant's hosts, in a state of its own, since the NLB that they lead to is made
 * inside the cluster and is there only once the add-ons are. From here on clients reach the tenant.
 * @source Contour guide "AWS Network Load Balancer TLS Termination with Contour", "Configure DNS"
 */
export class DnsStack extends AccountStack {
  constructor(app: App, { platform, tenant, stacks }: DirectStackProps) {
    super(app, { platform, stack: stacks.dns });
    const { connectionName } = tenant;
    const { provider } = new CentralAccess(this, 'central', {
      platform,
      stack: stacks.dns,
      connectionName,
      tags: this.commonTags(),
    });
    const registration = new ReceivedHandover(this, 'registration', {
      key: 'tenant/registration',
      owner: connectionName,
      namePrefix: platform.namePrefix,
      provider,
    });
    new HostRecords(this, 'hosts', {
      platform,
      tenant,
      zoneId: registration.text('hostedZoneId'),
      zoneProvider: provider,
    });
  }
}
