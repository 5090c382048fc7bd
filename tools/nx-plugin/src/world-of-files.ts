import { basename, dirname } from 'node:path';

/** Path of a tenant's file. */
export const TENANT_FILE = /^apps\/eks-service-account\/tenants\/[^/]+\/tenant\.yaml$/;
/** Path of an internet VPC's file. */
export const INTERNET_VPC_FILE = /^apps\/central-internet-account\/internet-vpcs\/[^/]+\/internet-vpc\.yaml$/;

/** Names that an internet VPC or a tenant may have; the configuration's rule, which is too slow to load here. */
export const OWNER_NAME = /^[a-z](?!.*--)[a-z0-9-]{1,18}[a-z0-9]$/;
/** The owner of the central roles. */
const CENTRAL_OWNER = 'central';

/**
 * The files that can have a project of their folder's name. A tenant with the name of an internet VPC would end Nx's
 * graph for everybody, and any other name could be more than one word to a shell.
 * @param files paths of tenants and internet VPCs
 */
export function usableFiles(files: readonly string[]): ReadonlySet<string> {
  const nameOf = (file: string): string => basename(dirname(file));
  const internetVpcs = new Set(files.filter((file) => INTERNET_VPC_FILE.test(file)).map(nameOf));
  const isFree = (file: string): boolean => INTERNET_VPC_FILE.test(file) || !internetVpcs.has(nameOf(file));
  const isName = (name: string): boolean => OWNER_NAME.test(name) && name !== CENTRAL_OWNER;
  return new Set(files.filter((file) => isName(nameOf(file)) && isFree(file)));
}

/** What of a file's YAML makes its project; whatever is not said, or no text, is missing. */
export interface FileFacts {
  /** Of an internet VPC. */
  readonly domain?: string;
  /** Of an internet VPC: `create` or `lookup`. Of a direct tenant: the zone that holds its hosts. */
  readonly hostedZone?: string;
  /** Of a tenant: `central` or `direct`. */
  readonly type?: string;
  /** Of a central tenant. */
  readonly internetVpc?: string;
  /** Of a central tenant: zones that its hosts name, each once, with commas between them. */
  readonly hostZones?: string;
}

/** An internet VPC of the workspace. */
export interface InternetVpcFacts extends FileFacts {
  readonly name: string;
  /** Path of the file, from the workspace's root. */
  readonly file: string;
}

/** Reads the facts in the value of a file, which may be anything. */
export function factsIn(value: unknown): FileFacts {
  const { domain, hostedZone, exposure } = mapping(value);
  const { type, internetVpc, hostedZone: zone, hosts } = mapping(exposure);
  const zones = (Array.isArray(hosts) ? hosts : []).flatMap((host) => mapping(host)['hostedZone'] ?? []);
  const hostZones = zones.length ? [...new Set(zones)].join(',') : undefined;
  const facts = { domain, hostedZone: zone ?? hostedZone, type, internetVpc, hostZones };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => typeof fact === 'string'));
}

/** The internet VPC of a file. */
export function internetVpcIn(file: string, facts: FileFacts): InternetVpcFacts {
  return { name: basename(dirname(file)), file, ...facts };
}

/**
 * The internet VPC whose stacks a tenant's stacks read: the one that it is reached through, or the one that holds the
 * hosted zone of a direct tenant, as the configuration chooses it. None when the file names none of the workspace.
 */
export function internetVpcOfTenant(
  { type, internetVpc, hostedZone }: FileFacts,
  internetVpcs: readonly InternetVpcFacts[],
): InternetVpcFacts | undefined {
  if (type !== 'direct') return internetVpcs.find(({ name }) => name === internetVpc);
  const holders = internetVpcs.filter(({ domain }) => domain !== undefined && domain === hostedZone);
  const byName = [...holders].sort((a, b) => (a.name < b.name ? -1 : 1));
  return byName.find((holder) => holder.hostedZone === 'create') ?? byName[0];
}

/** The internet VPC that creates the zone which another one looks up. None when no file of the workspace does. */
export function zoneOwnerOfVpc(
  { hostedZone, domain }: FileFacts,
  internetVpcs: readonly InternetVpcFacts[],
): InternetVpcFacts | undefined {
  return hostedZone === 'lookup' ? creatorsOf(domain, internetVpcs)[0] : undefined;
}

/** Other internet VPCs that create zones which a central tenant's hosts name. */
export function zoneOwnersOfHosts(
  { hostZones, internetVpc }: FileFacts,
  internetVpcs: readonly InternetVpcFacts[],
): readonly InternetVpcFacts[] {
  const owners = (hostZones ?? '').split(',').flatMap((zone) => creatorsOf(zone, internetVpcs));
  return owners.filter(({ name }) => name !== internetVpc);
}

function creatorsOf(zone: string | undefined, internetVpcs: readonly InternetVpcFacts[]): readonly InternetVpcFacts[] {
  return internetVpcs.filter(({ domain, hostedZone }) => domain === zone && domain && hostedZone === 'create');
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
