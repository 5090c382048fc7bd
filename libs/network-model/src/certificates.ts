import type { Fields } from './fields';
import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import { Reference } from './value';
import type { ResourceKey, Value } from './value';

/** A certificate that ACM issues. */
export interface Certificate extends Identity {
  /** Its own name first, then the alternative ones; lower case. */
  readonly names: readonly string[];
  /** `DNS`, `EMAIL` or none for an imported one. */
  readonly validationMethod?: string;
}

/** Waits until a certificate is issued. */
export interface CertificateValidation extends Identity {
  readonly certificate?: ResourceKey;
  /** DNS records that prove the names. */
  readonly records: readonly ResourceKey[];
}

/** How a listener names a certificate. */
export interface CertificateUse {
  /** The listener, or the resource that attaches the certificate to it. */
  readonly by: ResourceKey;
  /** The certificate in the synthesized stacks. */
  readonly certificate?: ResourceKey;
  /** The validation through which it is named, so that it is issued first. */
  readonly validation?: ResourceKey;
  /** ARN of a certificate that exists elsewhere; its names are not known here. */
  readonly givenArn?: string;
}

/** Reads certificates. */
export function readCertificates(source: Source): Entities<Certificate> {
  return byKey(
    source.ofType('aws_acm_certificate').map((fields) => {
      const own = fields.text('domain_name');
      return {
        ...fields.identity(),
        names: [...(own ? [own] : []), ...fields.texts('subject_alternative_names')].map((name) => name.toLowerCase()),
        validationMethod: fields.text('validation_method'),
      };
    }),
  );
}

/** Reads certificate validations. */
export function readCertificateValidations(source: Source): Entities<CertificateValidation> {
  return byKey(
    source.ofType('aws_acm_certificate_validation').map((fields) => ({
      ...fields.identity(),
      certificate: fields.link('certificate_arn', 'aws_acm_certificate', ['arn', 'id']),
      records: fields.links('validation_record_fqdns', 'aws_route53_record', ['fqdn', 'name']),
    })),
  );
}

/** Reads the `certificate_arn` of a listener or of what attaches one to it. */
export function readCertificateUse(fields: Fields): CertificateUse {
  const value = fields.raw('certificate_arn');
  const use = certificateUseOf(fields.resource.key, value);
  if (!use.certificate && !use.validation && !use.givenArn) {
    fields.link('certificate_arn', 'aws_acm_certificate', ['arn', 'id']);
  }
  return use;
}

/** How a value names a certificate; without any of its fields when it leads to none. */
export function certificateUseOf(by: ResourceKey, value: Value | undefined): CertificateUse {
  if (typeof value === 'string' && value.startsWith('arn:')) return { by, givenArn: value };
  if (!(value instanceof Reference)) return { by };
  const { address, attribute, key } = value;
  if (address.startsWith('aws_acm_certificate_validation.') && attribute === 'certificate_arn') {
    return { by, validation: key };
  }
  const isArn = address.startsWith('aws_acm_certificate.') && ['arn', 'id'].includes(attribute);
  return isArn ? { by, certificate: key } : { by };
}
