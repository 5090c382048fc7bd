import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone';
import { Construct } from 'constructs';

/** Which zone is looked up. */
export interface PublicZoneProps {
  /** E.g. `partners.example.com`. */
  readonly name: string;
}

/** A public hosted zone of the central account that no stack of this project holds, found by its name. */
export class PublicZone extends Construct {
  public readonly zoneId: string;

  constructor(scope: Construct, id: string, { name }: PublicZoneProps) {
    super(scope, id);
    this.zoneId = new DataAwsRoute53Zone(this, 'zone', { name, privateZone: false }).zoneId;
  }
}
