import type { CertificateUse, NetworkModel } from '@central-ingress/network-model';
import { isInZone } from './names';

/** What is known of a certificate that a listener uses. */
export interface ProvenCertificate {
  readonly use: CertificateUse;
  /** Lower case; none for a given certificate. */
  readonly names: readonly string[];
  /** True when the listener takes it only once it is issued. */
  readonly awaited: boolean;
  /** Names that no record in a zone of theirs proves. */
  readonly unproven: readonly string[];
}

/** Looks a certificate up; none when it does not resolve and is not given by ARN. */
export function proveCertificate(model: NetworkModel, use: CertificateUse): ProvenCertificate | undefined {
  if (use.givenArn) return { use, names: [], awaited: true, unproven: [] };
  const validation = use.validation ? model.certificateValidations.get(use.validation) : undefined;
  const key = use.certificate ?? validation?.certificate;
  const certificate = key ? model.certificates.get(key) : undefined;
  if (!certificate) return undefined;
  const proven = new Set(
    (validation?.records ?? []).flatMap((recordKey) => {
      const record = model.dnsRecords.get(recordKey);
      const zone = record?.zone ? model.hostedZones.get(record.zone) : undefined;
      if (record?.proves?.certificate !== certificate.key || !zone?.name || zone.isPrivate) return [];
      return isInZone(record.proves.name, zone.name) ? [record.proves.name] : [];
    }),
  );
  return {
    use,
    names: certificate.names,
    awaited: validation !== undefined,
    // A wildcard and its base name share one record.
    unproven: certificate.names.filter(
      (name) => certificate.validationMethod !== 'DNS' || (!proven.has(name) && !proven.has(name.replace(/^\*\./, ''))),
    ),
  };
}

/** True for a TLS policy of the load balancers that speaks nothing older than TLS 1.2. */
export function isModernTlsPolicy(policy: string | undefined): boolean {
  return /^ELBSecurityPolicy-TLS13-1-[23]-/.test(policy ?? '');
}
