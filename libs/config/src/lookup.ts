import type { CentralExposure, CentralTenant, DirectTenant, InternetVpcConfig, TenantConfig, World } from './model';
import { NAMES_PER_CERTIFICATE } from './requested-certificates';

/** Whether a tenant is behind the central ALB. */
export function isCentral(tenant: TenantConfig): tenant is CentralTenant {
  return tenant.exposure.type === 'central';
}

/** The tenants behind the central ALBs, by name. */
export function centralTenants({ tenants }: World): readonly CentralTenant[] {
  return tenants.filter(isCentral);
}

/** The tenants behind NLBs of their own, by name. */
export function directTenants({ tenants }: World): readonly DirectTenant[] {
  return tenants.filter(isDirect);
}

/** Whether a tenant is behind an NLB of its own. */
export function isDirect(tenant: TenantConfig): tenant is DirectTenant {
  return tenant.exposure.type === 'direct';
}

/** The internet VPC through which a central tenant is reached. */
export function internetVpcOf(world: World, tenant: { readonly exposure: CentralExposure }): InternetVpcConfig {
  const found = world.internetVpcs.find(({ name }) => name === tenant.exposure.internetVpc);
  if (!found) throw new RangeError(`no internet VPC ${tenant.exposure.internetVpc} in this world`);
  return found;
}

/** The central tenants of one internet VPC, by slot. */
export function tenantsOf(world: World, internetVpc: string): readonly CentralTenant[] {
  return centralTenants(world)
    .filter(({ exposure }) => exposure.internetVpc === internetVpc)
    .sort((a, b) => a.exposure.slot - b.exposure.slot);
}

/**
 * DNS names of the certificate on a tenant's NLB: its hosts inside the domain, ten at most (ACM's default quota; the
 * ALB checks no name), or `<connection>.<domain>` when all its hosts lie outside.
 */
export function endpointCertificateNames(tenant: CentralTenant, internetVpc: InternetVpcConfig): readonly string[] {
  const inside = tenant.exposure.hosts.map(({ name }) => name).filter((name) => isInside(name, internetVpc.domain));
  return inside.length ? inside.slice(0, NAMES_PER_CERTIFICATE) : [`${tenant.connectionName}.${internetVpc.domain}`];
}

/** True for the domain itself and every name below it. */
export function isInside(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** True when the certificate for `domain` and `*.domain` covers the host: the domain itself, or one label below it. */
export function isCoveredByWildcard(host: string, domain: string): boolean {
  return host === domain || (isInside(host, domain) && !host.slice(0, -domain.length - 1).includes('.'));
}
