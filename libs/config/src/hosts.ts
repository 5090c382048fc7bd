import type { HostFile } from './exposure-schema';
import type { Finding } from './finding';
import { isCoveredByWildcard, isInside } from './lookup';
import type { HostCertificate, HostConfig } from './model';

/** Longest name that ACM takes as the first name of a certificate. @source ACM RequestCertificate, DomainName */
export const LONGEST_CERTIFICATE_NAME = 64;

/** The name of a host, however the file states it. */
export function hostName(host: HostFile): string {
  return typeof host === 'string' ? host : host.name;
}

/**
 * Finds the certificate of a host: a stated one, the wildcard of the domain, one validated in the domain's zone, or
 * `undefined` for a host outside the domain that states none.
 */
function certificateOf(host: HostFile, domain: string): HostCertificate | undefined {
  const { name, hostedZone, certificateArn } = typeof host === 'string' ? { name: host } : host;
  if (certificateArn) return { type: 'arn', certificateArn };
  const zone = hostedZone ?? (isInside(name, domain) ? domain : undefined);
  if (zone === domain && isCoveredByWildcard(name, domain)) return { type: 'wildcard' };
  return zone ? { type: 'hostedZone', hostedZone: zone } : undefined;
}

/** The hosts of a tenant with their certificates; one that {@link hostFinding} refuses for having none is left out. */
export function hostConfigs(hosts: readonly HostFile[], domain: string): readonly HostConfig[] {
  return hosts.flatMap((host) => {
    const certificate = certificateOf(host, domain);
    return certificate ? [{ name: hostName(host), certificate }] : [];
  });
}

/** Says why a host cannot have a certificate, or `undefined` when it can. */
export function hostFinding(host: HostFile, domain: string): (Finding & { readonly what: string }) | undefined {
  const name = hostName(host);
  const certificate = certificateOf(host, domain);
  if (!certificate) {
    return {
      what: `lies outside the domain ${domain} and has no certificate of its own`,
      expected: `a host inside ${domain}, or a certificate`,
      fix: `Write {name: ${name}, hostedZone: <public zone of the central account>} to get one, or {name: ${name}, certificateArn: <ARN>} to use one`,
    };
  }
  if (certificate.type === 'hostedZone' && !isInside(name, certificate.hostedZone)) {
    const what = `lies outside its hosted zone ${certificate.hostedZone}`;
    return { what, expected: 'a zone that the host ends with', fix: 'Name the zone that holds the host' };
  }
  if (name.length > LONGEST_CERTIFICATE_NAME && (certificate.type !== 'arn' || isInside(name, domain))) {
    const expected = `at most ${LONGEST_CERTIFICATE_NAME} characters, as ACM asks of a certificate's name`;
    return { what: `has ${name.length} characters`, expected, fix: 'Choose a shorter host' };
  }
  return undefined;
}
