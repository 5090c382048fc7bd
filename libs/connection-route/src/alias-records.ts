import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import type { HostConfig } from '@central-ingress/config';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { HostZones } from './host-zones';

/** Which hosts lead to which ALB. */
export interface AliasRecordsProps {
  readonly hosts: readonly HostConfig[];
  readonly zones: HostZones;
  readonly albDnsName: string;
  readonly albZoneId: string;
  /** What must stand before clients are sent, and is taken down after they are not. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * One alias record of type A per host whose zone is ours; the ALB has IPv4 addresses only.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/target-group/target-group.tf, team_wildcard
 */
export class AliasRecords extends Construct {
  constructor(scope: Construct, id: string, { hosts, zones, albDnsName, albZoneId, after }: AliasRecordsProps) {
    super(scope, id);
    for (const host of hosts) {
      const zoneId = zones.zoneIdOf(host);
      if (!zoneId) continue;
      new Route53Record(this, host.name, {
        zoneId,
        name: host.name,
        type: 'A',
        alias: { name: albDnsName, zoneId: albZoneId, evaluateTargetHealth: true },
        dependsOn: [...after],
      });
    }
  }
}
