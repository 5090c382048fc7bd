import type { DirectExposure, HostConfig } from './model';

/** Names in one certificate. @source ACM User Guide, quotas: domain names per certificate, default 10 */
export const NAMES_PER_CERTIFICATE = 10;

/** One certificate that a connection requests beside the wildcard, or a direct tenant for its NLB. */
export interface RequestedCertificate {
  /** Zone in which it is validated. */
  readonly hostedZone: string;
  /** From 1 within the zone. */
  readonly number: number;
  /** One to ten, the first of which is the certificate's own name. */
  readonly names: readonly string[];
}

/**
 * The certificates that a tenant's hosts need beside the wildcard: one per hosted zone and ten names, since the
 * listener's quota counts certificates.
 */
export function requestedCertificates(hosts: readonly HostConfig[]): readonly RequestedCertificate[] {
  const byZone = new Map<string, string[]>();
  for (const { name, certificate } of hosts) {
    if (certificate.type !== 'hostedZone') continue;
    byZone.set(certificate.hostedZone, [...(byZone.get(certificate.hostedZone) ?? []), name]);
  }
  return [...byZone].flatMap(([hostedZone, names]) =>
    Array.from({ length: Math.ceil(names.length / NAMES_PER_CERTIFICATE) }, (_, index) => ({
      hostedZone,
      number: index + 1,
      names: names.slice(index * NAMES_PER_CERTIFICATE, (index + 1) * NAMES_PER_CERTIFICATE),
    })),
  );
}

/** The certificates that a direct tenant requests: one per ten of its hosts, or none. */
export function directCertificates({
  certificate,
  hostedZone,
  hosts,
}: Pick<DirectExposure, 'certificate' | 'hostedZone' | 'hosts'>): readonly RequestedCertificate[] {
  if (certificate.type !== 'requested') return [];
  return requestedCertificates(hosts.map(({ name }) => ({ name, certificate: { type: 'hostedZone', hostedZone } })));
}

/** The existing certificates that a tenant's hosts name, each once. */
export function givenCertificateArns(hosts: readonly HostConfig[]): readonly string[] {
  const arns = hosts.flatMap(({ certificate }) => (certificate.type === 'arn' ? [certificate.certificateArn] : []));
  return [...new Set(arns)];
}
