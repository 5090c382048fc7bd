import {
  GetHostedZoneCommand,
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
} from '@aws-sdk/client-route-53';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { HostConfig, InternetVpcConfig } from '@central-ingress/config';
import type { AccountClients } from './account-clients';
import { follow, read } from './reading';
import type { Reading } from './reading';

/** A public hosted zone. */
export interface ZoneFacts {
  readonly name: string;
  readonly id: string;
  /** What the parent zone has to delegate to. */
  readonly nameServers: readonly string[];
  /** Public zones of the account that have this name; the world can ask only one. */
  readonly namesakes: number;
}

/** Zones by name, and records by host. */
export interface NameReadings {
  readonly zones: ReadonlyMap<string, Reading<ZoneFacts>>;
  /** The A record of each host whose record is ours. */
  readonly records: ReadonlyMap<string, Reading<ResourceRecordSet>>;
}

/** Name of the zone that holds a host's record; none when the record is somebody else's. */
export function zoneNameOf({ certificate }: HostConfig, { domain }: Pick<InternetVpcConfig, 'domain'>) {
  if (certificate.type === 'arn') return undefined;
  return certificate.type === 'hostedZone' ? certificate.hostedZone : domain;
}

/** Reads the hosts' records and the zones that hold them, all in the central account. */
export async function readNames(
  clients: AccountClients,
  hosts: readonly HostConfig[],
  vpc: Pick<InternetVpcConfig, 'domain'>,
): Promise<NameReadings> {
  const zones = new Map<string, Reading<ZoneFacts>>();
  const records = new Map<string, Reading<ResourceRecordSet>>();
  for (const host of hosts) {
    const zoneName = zoneNameOf(host, vpc);
    if (!zoneName) continue;
    const zone = zones.get(zoneName) ?? (await readZone(clients, zoneName));
    zones.set(zoneName, zone);
    records.set(host.name, await follow(zone, ({ id }) => readRecord(clients, id, host.name)));
  }
  return { zones, records };
}

async function readZone({ route53 }: AccountClients, name: string): Promise<Reading<ZoneFacts>> {
  return read(`hosted zone ${name}`, async () => {
    const { HostedZones = [] } = await route53.send(new ListHostedZonesByNameCommand({ DNSName: name }));
    const namesakes = HostedZones.filter(({ Name, Config }) => Name === `${name}.` && !Config?.PrivateZone);
    const id = namesakes[0]?.Id?.replace('/hostedzone/', '');
    if (!id) return undefined;
    const { DelegationSet } = await route53.send(new GetHostedZoneCommand({ Id: id }));
    return { name, id, nameServers: DelegationSet?.NameServers ?? [], namesakes: namesakes.length };
  });
}

async function readRecord({ route53 }: AccountClients, HostedZoneId: string, host: string) {
  const from = { StartRecordName: host, StartRecordType: 'A' as const, MaxItems: 1 };
  return read(`record ${host}`, async () => {
    const { ResourceRecordSets } = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId, ...from }));
    // Route 53 answers with the next record where there is none of this name.
    return ResourceRecordSets?.find(({ Name, Type }) => Name === `${host}.` && Type === 'A');
  });
}

/** DNS names as they compare: lower-case, no dot at the end, without the prefix that the console puts before an alias. */
export function plainName(name: string | undefined): string {
  return (name ?? '')
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '');
}
