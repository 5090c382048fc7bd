import { basename, dirname } from 'node:path';
import { parse } from 'yaml';

/** What the plugin must know of an internet VPC's file. */
export interface InternetVpcFacts {
  readonly name: string;
  /** Path of the file, from the workspace's root. */
  readonly file: string;
  readonly domain: unknown;
  readonly hostedZone: unknown;
}

/** Path of a tenant's file. */
export const TENANT_FILE = /^apps\/eks-service-account\/tenants\/[^/]+\/tenant\.yaml$/;
/** Path of an internet VPC's file. */
export const INTERNET_VPC_FILE = /^apps\/central-internet-account\/internet-vpcs\/[^/]+\/internet-vpc\.yaml$/;

/** The facts of one internet VPC; a file that cannot be read as YAML still has a name. */
export function internetVpcFacts(file: string, text: string): InternetVpcFacts {
  const value = read(text);
  return { name: basename(dirname(file)), file, domain: value?.['domain'], hostedZone: value?.['hostedZone'] };
}

/**
 * The internet VPC whose stacks a tenant's stacks read: the one that it is reached through, or the one that holds the
 * hosted zone of a direct tenant, as the configuration chooses it. None when the file names none of the workspace.
 */
export function internetVpcOfTenant(
  text: string,
  internetVpcs: readonly InternetVpcFacts[],
): InternetVpcFacts | undefined {
  const exposure = read(text)?.['exposure'] as Record<string, unknown> | null | undefined;
  if (exposure?.['type'] !== 'direct') return internetVpcs.find(({ name }) => name === exposure?.['internetVpc']);
  const holders = internetVpcs.filter(({ domain }) => domain !== undefined && domain === exposure['hostedZone']);
  const byName = [...holders].sort((a, b) => (a.name < b.name ? -1 : 1));
  return byName.find(({ hostedZone }) => hostedZone === 'create') ?? byName[0];
}

function read(text: string): Record<string, unknown> | null | undefined {
  try {
    return parse(text) as Record<string, unknown> | null | undefined;
  } catch {
    return undefined;
  }
}
