import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone';
import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import type { InternetVpcConfig } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';

/** Which domain's zone, and whose. */
export interface DomainZoneProps {
  readonly namePrefix: string;
  readonly internetVpc: Pick<InternetVpcConfig, 'name' | 'domain' | 'hostedZone'>;
}

/** The public hosted zone of an internet VPC's domain, created here or found where it exists. */
export class DomainZone extends Construct {
  public readonly zoneId: string;

  constructor(scope: Construct, id: string, { namePrefix, internetVpc }: DomainZoneProps) {
    super(scope, id);
    const { name, domain } = internetVpc;
    this.zoneId =
      internetVpc.hostedZone === 'create'
        ? new Route53Zone(this, 'zone', {
            name: domain,
            comment: `Hosts behind the internet VPC ${name}`,
            // Deletion stops at a zone that still has records, so that no host disappears unnoticed.
            forceDestroy: false,
            tags: { Name: physicalName('Name tag', namePrefix, name, 'zone') },
          }).zoneId
        : new DataAwsRoute53Zone(this, 'zone', { name: domain, privateZone: false }).zoneId;
  }
}
