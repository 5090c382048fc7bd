import { AccountStack, PublishedHandover, ReceivedHandover } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import { directCertificates } from '@central-ingress/config';
import type { DirectTenant } from '@central-ingress/config';
import { PublicZone, RegistrarRole } from '@central-ingress/tenant-registration';
import type { Construct } from 'constructs';

/**
 * `<tenant>-registration` of a direct tenant: what lets it prove its hosts and point them at its NLB, in a state of its
 * own, so that no shared one changes.
 */
export class DirectRegistrationStack extends AccountStack {
  constructor(scope: Construct, props: AccountStackProps & { readonly tenant: DirectTenant }) {
    super(scope, props);
    const { tenant } = props;
    const { namePrefix } = this.platform;

    const hostedZoneId = this.zoneIdOf(tenant);
    new RegistrarRole(this, 'registrar', {
      platform: this.platform,
      tenant,
      hostedZoneId,
      certificateNames: directCertificates(tenant.exposure).flatMap(({ names }) => names),
    });
    new PublishedHandover(this, 'handover', {
      key: 'tenant/registration',
      owner: tenant.connectionName,
      namePrefix,
      document: { hostedZoneId },
    });
  }

  /** The zone as the internet VPC that holds it tells, or, when none does, as it is found by its name. */
  private zoneIdOf({ exposure: { hostedZone, hostedZoneOwner } }: DirectTenant): string {
    if (!hostedZoneOwner) return new PublicZone(this, 'hosted-zone', { name: hostedZone }).zoneId;
    return new ReceivedHandover(this, 'networking', {
      key: 'internet-vpc/networking',
      owner: hostedZoneOwner,
      namePrefix: this.platform.namePrefix,
    }).text('hostedZoneId');
  }
}
