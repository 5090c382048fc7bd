import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import { Reference } from './value';
import type { ResourceKey, Value } from './value';
import type { Fields } from './fields';

/** A hosted zone. */
export interface HostedZone extends Identity {
  /** Lower case, without a trailing dot. */
  readonly name?: string;
  readonly isPrivate: boolean;
  /** True for a zone that is looked up and not created. */
  readonly existing: boolean;
}

/** A DNS record. */
export interface DnsRecord extends Identity {
  /** Lower case, without a trailing dot; none for a name that AWS chooses, as of a validation record. */
  readonly name?: string;
  readonly type?: string;
  readonly zone?: ResourceKey;
  readonly alias?: {
    /** Load balancer whose DNS name it leads to. */
    readonly loadBalancer?: ResourceKey;
    /** Load balancer whose zone it says. */
    readonly zoneOf?: ResourceKey;
  };
  /** The name of a certificate that it proves. */
  readonly proves?: { readonly certificate: ResourceKey; readonly name: string };
}

const LOAD_BALANCERS = ['aws_lb', 'aws_alb', 'data.aws_lb'] as const;
const ZONES = ['aws_route53_zone', 'data.aws_route53_zone'] as const;

/** Reads hosted zones, created and looked up. */
export function readHostedZones(source: Source): Entities<HostedZone> {
  return byKey(
    ZONES.flatMap((type) => source.ofType(type)).map((fields) => {
      const { existing } = fields.resource;
      return {
        ...fields.identity(),
        name: fields.has('name') ? dnsName(fields.text('name')) : undefined,
        isPrivate: existing ? fields.flag('private_zone', false) : fields.has('vpc'),
        existing,
      };
    }),
  );
}

/** Reads DNS records. */
export function readDnsRecords(source: Source): Entities<DnsRecord> {
  return byKey(
    source.ofType('aws_route53_record').map((fields) => {
      const proves = provedBy(fields);
      const alias = fields.block('alias');
      return {
        ...fields.identity(),
        ...(proves ? { proves } : { name: dnsName(fields.text('name')), type: fields.text('type') }),
        zone: fields.link('zone_id', ZONES, ['zone_id', 'id']),
        ...(alias ? { alias: aliasOf(alias) } : {}),
      };
    }),
  );
}

function aliasOf(alias: Fields) {
  return {
    loadBalancer: alias.link('name', LOAD_BALANCERS, ['dns_name']),
    zoneOf: alias.link('zone_id', LOAD_BALANCERS, ['zone_id']),
  };
}

/** Reads a record of which name, type and value are those that a certificate asks for one of its names. */
function provedBy(fields: Fields): DnsRecord['proves'] {
  const proves = provenIn(fields.raw('name'), 'resource_record_name');
  if (!proves) return undefined;
  const isSame = (value: Value | undefined, field: string): boolean => {
    const other = provenIn(value, field);
    return other?.certificate === proves.certificate && other.name === proves.name;
  };
  const type = fields.raw('type');
  if (type !== 'CNAME' && !isSame(type, 'resource_record_type')) {
    fields.problem('type', type, 'expected resource_record_type of the certificate');
  }
  const values = fields.items('records');
  if (values.length !== 1 || !isSame(values[0], 'resource_record_value')) {
    fields.problem('records', fields.raw('records'), 'expected resource_record_value of the certificate');
  }
  return proves;
}

/** Reads `domain_validation_options[domain_name = <name>].<field>` of a certificate. */
function provenIn(value: Value | undefined, expected: string): DnsRecord['proves'] {
  if (!(value instanceof Reference) || !value.address.startsWith('aws_acm_certificate.')) return undefined;
  const [list, element, field] = value.path;
  if (list !== 'domain_validation_options' || field !== expected) return undefined;
  const name = typeof element === 'object' && element.where === 'domain_name' ? element.equals : undefined;
  return typeof name === 'string' ? { certificate: value.key, name: name.toLowerCase() } : undefined;
}

function dnsName(name: string | undefined): string | undefined {
  return name?.toLowerCase().replace(/\.$/, '');
}
