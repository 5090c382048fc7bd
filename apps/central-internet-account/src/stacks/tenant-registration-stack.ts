import { AccountStack, PublishedHandover, ReceivedHandover } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import { endpointCertificateNames } from '@central-ingress/config';
import type { CentralTenant, InternetVpcConfig } from '@central-ingress/config';
import { RegistrarRole } from '@central-ingress/tenant-registration';
import type { Construct } from 'constructs';

/**
 * `<tenant>-registration` of a central tenant: what lets it register itself, in a state of its own, so that no shared
 * one changes.
 */
export class TenantRegistrationStack extends AccountStack {
  constructor(
    scope: Construct,
    props: AccountStackProps & { readonly tenant: CentralTenant; readonly internetVpc: InternetVpcConfig },
  ) {
    super(scope, props);
    const { tenant, internetVpc } = props;
    const { namePrefix } = this.platform;

    const networking = new ReceivedHandover(this, 'networking', {
      key: 'internet-vpc/networking',
      owner: internetVpc.name,
      namePrefix,
    });
    const hostedZoneId = networking.text('hostedZoneId');
    new RegistrarRole(this, 'registrar', {
      platform: this.platform,
      tenant,
      hostedZoneId,
      certificateNames: endpointCertificateNames(tenant, internetVpc),
    });
    new PublishedHandover(this, 'handover', {
      key: 'tenant/registration',
      owner: tenant.connectionName,
      namePrefix,
      document: { hostedZoneId },
    });
  }
}
