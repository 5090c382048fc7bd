import type { InternetVpcConfig } from './model';

/** The internet VPC that creates a hosted zone; none for a zone that exists already. */
export function zoneCreator<V extends Pick<InternetVpcConfig, 'domain' | 'hostedZone'>>(
  internetVpcs: readonly V[],
  zone: string,
): V | undefined {
  return internetVpcs.find(({ domain, hostedZone }) => hostedZone === 'create' && domain === zone);
}
