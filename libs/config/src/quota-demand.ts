import { addressCount } from '@central-ingress/addressing';
import { RESERVED_ADDRESSES } from './aws-values';
import { HOSTS_PER_RULE } from './host-rules';
import type { HostConfig, InternetVpcQuotas } from './model';
import { givenCertificateArns, requestedCertificates } from './requested-certificates';
import type { SubnetsByAz } from './subnets';

/** What limits the tenants of one internet VPC: a quota of AWS, or the addresses of its endpoint subnets. */
export type QuotaName = keyof InternetVpcQuotas | 'endpointAddresses';

/** How much of one limit an internet VPC's tenants need. */
export interface QuotaDemand {
  readonly quota: QuotaName;
  readonly used: number;
  readonly limit: number;
}

/** What the counting must know of an internet VPC; a limit that is not known is left out of the result. */
export interface QuotaLimits {
  readonly quotas?: InternetVpcQuotas | undefined;
  readonly endpointSubnets: SubnetsByAz;
}

/** What the counting must know of a tenant: a file that is valid in part has hosts without a known certificate. */
export interface TenantDemand {
  readonly hostCount: number;
  readonly hosts: readonly HostConfig[];
}

/**
 * Counts what the tenants of one internet VPC need: an endpoint, a target group and an address in each endpoint subnet
 * per tenant, a rule per five hosts, and the certificates beside the wildcard, of which an existing one counts once.
 */
export function quotaDemands(
  { quotas, endpointSubnets }: QuotaLimits,
  tenants: readonly TenantDemand[],
): readonly QuotaDemand[] {
  const rules = tenants.reduce((sum, { hostCount }) => sum + Math.ceil(hostCount / HOSTS_PER_RULE), 0);
  const requested = tenants.reduce((sum, { hosts }) => sum + requestedCertificates(hosts).length, 0);
  const given = givenCertificateArns(tenants.flatMap(({ hosts }) => hosts)).length;
  const used: InternetVpcQuotas = {
    interfaceEndpoints: tenants.length,
    targetGroups: tenants.length,
    listenerRules: rules,
    certificates: requested + given,
  };
  const names = Object.keys(used) as (keyof InternetVpcQuotas)[];
  return [
    ...(quotas ? names.map((quota): QuotaDemand => ({ quota, used: used[quota], limit: quotas[quota] })) : []),
    ...addressDemand(endpointSubnets, tenants.length),
  ];
}

/** The smallest subnet counts, since each endpoint takes an address in every one. */
function addressDemand(subnets: SubnetsByAz, used: number): readonly QuotaDemand[] {
  const sizes = Object.values(subnets).map(addressCount);
  return sizes.length ? [{ quota: 'endpointAddresses', used, limit: Math.min(...sizes) - RESERVED_ADDRESSES }] : [];
}

/** Whether AWS raises the limit on request. @source ELB quotas: target groups per Application Load Balancer */
export function isAdjustable(quota: QuotaName): quota is Exclude<QuotaName, 'targetGroups' | 'endpointAddresses'> {
  return quota !== 'targetGroups' && quota !== 'endpointAddresses';
}

/**
 * Name for the next shard of an internet VPC.
 * Example: beside `main` and `main-2` it is `main-3`.
 * @param names those that are taken
 */
export function furtherInternetVpcName(names: readonly string[], name: string): string {
  const stem = name.replace(/-\d+$/, '');
  let number = 2;
  while (names.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
