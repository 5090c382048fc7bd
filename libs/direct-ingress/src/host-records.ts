import { DataAwsLb } from '@cdktf/provider-aws/lib/data-aws-lb';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import type { DirectTenant, PlatformConfig } from '@central-ingress/config';
import { nlbName } from '@central-ingress/naming';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** Whose hosts they are, and which zone holds them. */
export interface HostRecordsProps {
  readonly platform: PlatformConfig;
  readonly tenant: DirectTenant;
  /** Hosted zone of the tenant's hosts. */
  readonly zoneId: string;
  /** Provider of the account that owns the zone. */
  readonly zoneProvider: TerraformProvider;
}

/**
 * One alias record of type A per host of a direct tenant, to the NLB that the load balancer controller has made: it is
 * found by its fixed name, and has IPv4 addresses only.
 * @source Contour guide "AWS Network Load Balancer TLS Termination with Contour", "Configure DNS"
 */
export class HostRecords extends Construct {
  constructor(scope: Construct, id: string, { platform, tenant, zoneId, zoneProvider }: HostRecordsProps) {
    super(scope, id);
    const nlb = new DataAwsLb(this, 'nlb', { name: nlbName(platform.namePrefix, tenant.connectionName) });
    for (const { name } of tenant.exposure.hosts) {
      new Route53Record(this, name, {
        provider: zoneProvider,
        zoneId,
        name,
        type: 'A',
        alias: { name: nlb.dnsName, zoneId: nlb.zoneId, evaluateTargetHealth: true },
      });
    }
  }
}
