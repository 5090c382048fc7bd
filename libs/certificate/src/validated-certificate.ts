import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Fn, TerraformLocal } from 'cdktf';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** Which names, validated where. */
export interface ValidatedCertificateProps {
  /** One to ten DNS names, ACM's default quota; the first one is the certificate's own. */
  readonly names: readonly string[];
  /** Public zone that holds all the names. */
  readonly zoneId: string;
  /** Provider of the account that owns the zone; default: the stack's own. */
  readonly zoneProvider?: TerraformProvider;
  /** `Name` tag. */
  readonly name: string;
}

/** Seconds; the records stay for the renewals. */
const VALIDATION_TTL = 300;

/**
 * An ACM certificate that proves its names by DNS records in one hosted zone, of its own or of another account.
 * @source ACM User Guide, "DNS validation": a wildcard and its base name share one record
 */
export class ValidatedCertificate extends Construct {
  /** Known once the certificate is issued, so that no listener takes a pending one. */
  public readonly arn: string;

  constructor(scope: Construct, id: string, { names, zoneId, zoneProvider, name }: ValidatedCertificateProps) {
    super(scope, id);
    const [domainName, ...subjectAlternativeNames] = names;
    const certificate = new AcmCertificate(this, 'certificate', {
      domainName,
      ...(subjectAlternativeNames.length ? { subjectAlternativeNames } : {}),
      validationMethod: 'DNS',
      // A listener keeps its certificate until it has the next one.
      lifecycle: { createBeforeDestroy: true },
      tags: { Name: name },
    });

    // The record of a name is known after the request only; the names, and so the addresses, are known before.
    const options = new TerraformLocal(
      this,
      'validation-options',
      `\${{ for option in ${certificate.terraformResourceType}.${certificate.friendlyUniqueId}.domain_validation_options : option.domain_name => option }}`,
    );
    const records = names.filter(needsItsOwnRecord).map((host) => {
      const field = (word: string) => Fn.lookupNested(options.expression, [host, word]) as string;
      return new Route53Record(this, `validation-${host.replace('*', 'wildcard')}`, {
        ...(zoneProvider ? { provider: zoneProvider } : {}),
        zoneId,
        name: field('resource_record_name'),
        type: field('resource_record_type'),
        records: [field('resource_record_value')],
        ttl: VALIDATION_TTL,
        // The same name has the same record in every certificate of the account.
        allowOverwrite: true,
      });
    });
    this.arn = new AcmCertificateValidation(this, 'validation', {
      certificateArn: certificate.arn,
      validationRecordFqdns: records.map(({ fqdn }) => fqdn),
    }).certificateArn;
  }
}

/** False for a wildcard whose base name is in the same certificate. */
function needsItsOwnRecord(name: string, _index: number, names: readonly string[]): boolean {
  return !(name.startsWith('*.') && names.includes(name.slice(2)));
}
