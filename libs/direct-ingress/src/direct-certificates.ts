import { ValidatedCertificate } from '@central-ingress/certificate';
import { directCertificates } from '@central-ingress/config';
import type { DirectTenant, PlatformConfig } from '@central-ingress/config';
import { nlbName, physicalName } from '@central-ingress/naming';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** Whose certificates they are, and where they are validated. */
export interface DirectCertificatesProps {
  readonly platform: PlatformConfig;
  readonly tenant: DirectTenant;
  /** Hosted zone of the tenant's hosts. */
  readonly zoneId: string;
  /** Provider of the account that owns the zone. */
  readonly zoneProvider: TerraformProvider;
}

/**
 * The certificates that a direct tenant requests for its hosts, in its own account: one per ten names, of which the
 * NLB's listeners hold the first as their default.
 * @source Contour guide "AWS Network Load Balancer TLS Termination with Contour", "Generate TLS Certificate"
 */
export class DirectCertificates extends Construct {
  /** Known once the certificates are issued; the default one first. */
  public readonly arns: readonly string[];

  constructor(scope: Construct, id: string, { platform, tenant, zoneId, zoneProvider }: DirectCertificatesProps) {
    super(scope, id);
    const nlb = nlbName(platform.namePrefix, tenant.connectionName);
    this.arns = directCertificates(tenant.exposure).map(({ names, number }) => {
      const name = physicalName('Name tag', nlb, `${number}`);
      return new ValidatedCertificate(this, `${number}`, { names, zoneId, zoneProvider, name }).arn;
    });
  }
}
