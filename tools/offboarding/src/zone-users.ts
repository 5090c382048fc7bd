import { ListResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
import type { ListResourceRecordSetsResponse, ResourceRecordSet, Route53Client } from '@aws-sdk/client-route-53';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { InternetVpcConfig, PlatformConfig } from '@central-ingress/config';
import type { InternetVpcNetworking } from '@central-ingress/contract';
import { readNetworking } from './networking-handover';

/** The APIs that tell who needs a zone. */
export interface ZoneClients {
  readonly route53: Pick<Route53Client, 'send'>;
  readonly ssm: Pick<SSMClient, 'send'>;
}

/** Who needs the hosted zone that an internet VPC has created. */
export interface ZoneUsers {
  /** Names that the zone answers for, sorted, without those that only prove a certificate. */
  readonly hosts: readonly string[];
  /** Other internet VPCs that look the zone up and stand. */
  readonly internetVpcs: readonly string[];
}

/**
 * Who needs the hosted zone of an internet VPC, as AWS tells it; nobody when that one creates none, or has not yet.
 * @param networking what its network has handed over; nothing when it does not stand
 * @throws the SDK's error when it cannot be asked, for then somebody may
 */
export async function zoneUsersOf(
  platform: Pick<PlatformConfig, 'namePrefix'>,
  internetVpc: Pick<InternetVpcConfig, 'name' | 'domain' | 'hostedZone'>,
  networking: Pick<InternetVpcNetworking, 'hostedZoneId'> | undefined,
  all: readonly Pick<InternetVpcConfig, 'name' | 'hostedZoneOwner'>[],
  { route53: client, ssm }: ZoneClients,
): Promise<ZoneUsers> {
  const { name, domain, hostedZone } = internetVpc;
  if (hostedZone !== 'create' || !networking) return { hosts: [], internetVpcs: [] };
  const records = await recordsIn(networking.hostedZoneId, client);
  const hosts = new Set(records.flatMap((record) => hostOf(record, domain) ?? []));
  const internetVpcs: string[] = [];
  for (const other of all) {
    if (other.hostedZoneOwner !== name) continue;
    if (await readNetworking(platform, other.name, ssm)) internetVpcs.push(other.name);
  }
  return { hosts: [...hosts].sort(), internetVpcs };
}

async function recordsIn(HostedZoneId: string, client: ZoneClients['route53']): Promise<readonly ResourceRecordSet[]> {
  const records: ResourceRecordSet[] = [];
  let page: ListResourceRecordSetsResponse | undefined;
  do {
    const from = { StartRecordName: page?.NextRecordName, StartRecordType: page?.NextRecordType };
    const StartRecordIdentifier = page?.NextRecordIdentifier;
    page = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId, ...from, StartRecordIdentifier }));
    records.push(...(page.ResourceRecordSets ?? []));
  } while (page.IsTruncated);
  return records;
}

/** The name of a record that clients ask for; none for the zone's own records and those that prove a certificate. */
function hostOf({ Name = '', Type }: ResourceRecordSet, domain: string): string | undefined {
  const name = Name.replace(/\.$/, '').replace('\\052', '*');
  if (name === domain && (Type === 'NS' || Type === 'SOA')) return undefined;
  return Type === 'CNAME' && name.startsWith('_') ? undefined : name;
}
