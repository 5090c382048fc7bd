import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone';
import type { HostConfig } from '@central-ingress/config';
import { Construct } from 'constructs';

/** Which hosts, and the one zone that is known already. */
export interface HostZonesProps {
  readonly hosts: readonly HostConfig[];
  /** Domain of the internet VPC. */
  readonly domain: string;
  readonly domainZoneId: string;
}

/** The hosted zones of a tenant's hosts: the domain's own by its id, others of the central account by their name. */
export class HostZones extends Construct {
  /** Zone id by zone name. */
  private readonly ids: ReadonlyMap<string, string>;
  private readonly domain: string;

  constructor(scope: Construct, id: string, { hosts, domain, domainZoneId }: HostZonesProps) {
    super(scope, id);
    const names = hosts.flatMap(({ certificate }) =>
      certificate.type === 'hostedZone' ? [certificate.hostedZone] : [],
    );
    const foreign = [...new Set(names)].filter((name) => name !== domain);
    this.domain = domain;
    this.ids = new Map([
      [domain, domainZoneId],
      ...foreign.map((name): [string, string] => [
        name,
        new DataAwsRoute53Zone(this, name, { name, privateZone: false }).zoneId,
      ]),
    ]);
  }

  /** Zone that holds a host's record; none for a host whose record is somebody else's. */
  public zoneIdOf({ certificate }: HostConfig): string | undefined {
    if (certificate.type === 'arn') return undefined;
    return this.zoneId(certificate.type === 'hostedZone' ? certificate.hostedZone : this.domain);
  }

  /** Id of a zone by its name. @throws RangeError for a zone that no host names */
  public zoneId(name: string): string {
    const found = this.ids.get(name);
    if (!found) throw new RangeError(`no host names the hosted zone ${name}`);
    return found;
  }
}
