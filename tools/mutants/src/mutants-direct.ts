import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const ADDONS = 'partner-api-addons';
const DNS = 'partner-api-dns';
const INGRESS = 'partner-api-ingress';
const SERVICE = 'kubernetes_service_v1';
const HOST = 'partner-api.apps.example.com';
const NLB = 'acme-partner-api-nlb';
const AT_SERVICE = `${ADDONS}: ${SERVICE}.internet`;
const AT_RECORD = `${DNS}: aws_route53_record.`;
const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

/** Says something else in an annotation of the Service, or nothing. */
export function annotate(world: BreakableWorld, name: string, value?: string): void {
  const { annotations } = world.body(ADDONS, SERVICE).metadata;
  if (value === undefined) delete annotations[PREFIX + name];
  else annotations[PREFIX + name] = value;
}

function spec(world: BreakableWorld): Json {
  return world.body(ADDONS, SERVICE).spec;
}

/** Breaks on the way from the name to the NLB of a direct tenant. */
export const DIRECT_DOOR_MUTANTS: readonly Mutant[] = [
  mutant(
    'a direct tenant has no host',
    (world) => {
      for (const stack of [DNS, INGRESS]) delete world.stack(stack).resource.aws_route53_record;
      delete world.stack(INGRESS).resource.aws_acm_certificate;
    },
    'direct-hosts-missing',
    'record',
    `${DNS}: aws_route53_record`,
    'partner-api has no host: its dns stack has no record and its certificates no name',
  ),
  mutant(
    'a host with a certificate has no record',
    (world) => world.remove(DNS, 'aws_route53_record'),
    'direct-record-missing',
    'record',
    `${DNS}: aws_route53_record`,
    `the certificate of partner-api names ${HOST}, which has no alias record`,
  ),
  mutant(
    'the record of a direct tenant names an address by itself',
    (world) => {
      const record = world.body(DNS, 'aws_route53_record');
      delete record.alias;
      Object.assign(record, { ttl: 60, records: ['203.0.113.7'] });
    },
    'direct-record-no-alias',
    'record',
    AT_RECORD,
    `the record of ${HOST} is no alias of a load balancer that is looked up by its name`,
  ),
  mutant(
    'the record takes the zone of another NLB',
    (world) => {
      world.add(DNS, 'aws_lb', 'other', { name: 'other', load_balancer_type: 'network' });
      world.body(DNS, 'aws_route53_record').alias.zone_id = '${aws_lb.other.zone_id}';
    },
    'record-alias-zone',
    'record',
    AT_RECORD,
    `the alias of ${HOST} names ${NLB}, but the zone id of another`,
  ),
  mutant(
    'the NLB is looked up in the central account',
    (world) => {
      world.body(DNS, 'data.aws_lb').provider = 'aws.central';
    },
    'direct-record-account',
    'record',
    `${DNS}: data.aws_lb.`,
    `the NLB of ${HOST} is looked up in account 111111111111; the tenant has 444444444444`,
  ),
  mutant(
    'the record leads to an NLB of another name',
    (world) => {
      world.body(DNS, 'data.aws_lb').name = 'acme-payments-nlb';
    },
    'nlb-service-missing',
    'nlb-service',
    AT_SERVICE,
    `no Service of partner-api makes a load balancer named acme-payments-nlb; its Services make ${NLB}`,
  ),
  mutant(
    'two Services make one NLB',
    (world) => {
      const twin = structuredClone(world.body(ADDONS, SERVICE)) as Json;
      twin.metadata.name = 'twin';
      world.add(ADDONS, SERVICE, 'twin', twin);
    },
    'nlb-service-twice',
    'nlb-service',
    AT_SERVICE,
    `several Services of one account make a load balancer named ${NLB}: ${ADDONS}/${SERVICE}.internet_service_FFB0943D, ${ADDONS}/${SERVICE}.twin`,
  ),
  mutant(
    'the Service has no load balancer',
    (world) => (spec(world).type = 'ClusterIP'),
    'nlb-service-type',
    'nlb-service',
    AT_SERVICE,
    'the Service internet has type ClusterIP; expected LoadBalancer',
  ),
  mutant(
    'the cloud provider inside Kubernetes makes the load balancer',
    (world) => {
      annotate(world, 'type', 'nlb');
      delete spec(world).load_balancer_class;
    },
    'nlb-service-class',
    'nlb-service',
    AT_SERVICE,
    'the Service internet is not for the load balancer controller: it has type nlb and class none',
  ),
  mutant(
    'the NLB of a direct tenant is internal',
    (world) => annotate(world, 'scheme', 'internal'),
    'nlb-service-internal',
    'nlb-service',
    AT_SERVICE,
    'the NLB of internet has the scheme internal; clients on the internet cannot reach it',
  ),
  mutant(
    'the scheme is left to the default',
    (world) => annotate(world, 'scheme'),
    'nlb-service-internal',
    'nlb-service',
    AT_SERVICE,
    'the NLB of internet has the scheme internal; clients on the internet cannot reach it',
  ),
  mutant(
    'the NLB sends to ports of nodes',
    (world) => annotate(world, 'nlb-target-type', 'instance'),
    'nlb-service-targets',
    'nlb-service',
    AT_SERVICE,
    'the NLB of internet has targets of type instance; nodes open no port for it',
  ),
  mutant(
    'nobody says who may connect',
    (world) => delete spec(world).load_balancer_source_ranges,
    'nlb-service-open',
    'nlb-service',
    AT_SERVICE,
    'the Service internet states no source; everybody may connect without anyone having said so',
  ),
  mutant(
    'everybody may connect beside the stated networks',
    (world) => (spec(world).load_balancer_source_ranges = ['198.51.100.0/24', '0.0.0.0/0']),
    'nlb-service-source',
    'nlb-service',
    AT_SERVICE,
    'the Service internet lets everybody in beside 198.51.100.0/24, which then limit nothing',
  ),
  mutant(
    'a security group of its own takes the place of the sources',
    (world) => annotate(world, 'security-groups', 'sg-1'),
    'nlb-service-annotation',
    'nlb-service',
    AT_SERVICE,
    'the annotation security-groups of internet changes its load balancer, and is not understood here',
  ),
  mutant(
    'the load balancer controller may make no load balancer of this name',
    (world) => world.remove('partner-api-cluster', 'aws_iam_role_policy'),
    'nlb-service-no-right',
    'nlb-service',
    AT_SERVICE,
    `no role for pods of the cluster may create the load balancer ${NLB}`,
  ),
];
