import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';
import { annotate } from './mutants-direct';

const ADDONS = 'partner-api-addons';
const DNS = 'partner-api-dns';
const INGRESS = 'partner-api-ingress';
const SERVICE = 'kubernetes_service_v1';
const HOST = 'partner-api.apps.example.com';
const AT_SERVICE = `${ADDONS}: ${SERVICE}.internet`;

function spec(world: BreakableWorld): Json {
  return world.body(ADDONS, SERVICE).spec;
}

/** Breaks of listeners and certificates of a direct tenant. */
export const DIRECT_LISTENER_MUTANTS: readonly Mutant[] = [
  mutant(
    'the Service has no port',
    (world) => delete spec(world).port,
    'port-none',
    'listener-ports',
    AT_SERVICE,
    'the Service internet has no port',
  ),
  mutant(
    'the Service has a port twice',
    (world) => spec(world).port.push({ name: 'again', port: 443, protocol: 'TCP', target_port: 'http' }),
    'port-twice',
    'listener-ports',
    AT_SERVICE,
    'the Service internet has port 443 twice',
  ),
  mutant(
    'the Service listens by UDP',
    (world) => (spec(world).port[0].protocol = 'UDP'),
    'port-protocol',
    'listener-ports',
    AT_SERVICE,
    'port 443 of internet speaks UDP; expected TCP',
  ),
  mutant(
    'TLS is asked for where nobody listens',
    (world) => annotate(world, 'ssl-ports', '443,8443'),
    'port-not-listened',
    'listener-ports',
    AT_SERVICE,
    'TLS is asked for on port 8443, where internet does not listen; it listens on 443',
  ),
  mutant(
    'the NLB of a direct tenant takes TLS 1.0',
    (world) => annotate(world, 'ssl-negotiation-policy'),
    'port-tls-policy',
    'listener-ports',
    AT_SERVICE,
    "the TLS policy is the load balancer controller's default; expected one of TLS 1.2 and 1.3 only",
  ),
  mutant(
    'the Service names no certificate',
    (world) => annotate(world, 'ssl-cert'),
    'certificate-missing',
    'certificate',
    AT_SERVICE,
    'the Service internet ends TLS on port 443 without a certificate',
  ),
  mutant(
    'the Service names a certificate that is none',
    (world) => annotate(world, 'ssl-cert', 'partner-api'),
    'certificate-unknown',
    'certificate',
    AT_SERVICE,
    'a certificate of internet does not resolve to a certificate',
  ),
  mutant(
    'the Service shows a certificate that another stack requests',
    (world) => {
      world.add(DNS, 'aws_acm_certificate', 'own', { domain_name: HOST, validation_method: 'DNS' });
      world.add(DNS, 'aws_ssm_parameter', 'handover', {
        ...world.body(INGRESS, 'aws_ssm_parameter'),
        name: '/acme/tenant/partner-api/other',
        insecure_value: '${jsonencode({"certificateArns" = aws_acm_certificate.own.arn})}',
      });
      world.stack(ADDONS).data.aws_ssm_parameter.other = { name: '/acme/tenant/partner-api/other' };
      annotate(world, 'ssl-cert', '${jsondecode(data.aws_ssm_parameter.other.insecure_value).certificateArns}');
    },
    'certificate-foreign',
    'certificate',
    AT_SERVICE,
    `the Service internet shows a certificate of ${DNS}; expected one of ${INGRESS}`,
  ),
  mutant(
    "the Service shows a certificate of another tenant's account",
    (world) => annotate(world, 'ssl-cert', 'arn:aws:acm:eu-central-1:222222222222:certificate/0f00'),
    'certificate-account',
    'certificate',
    AT_SERVICE,
    'the certificate arn:aws:acm:eu-central-1:222222222222:certificate/0f00 does not lie in the account and region of the NLB, 444444444444 in eu-central-1',
  ),
  mutant(
    'a certificate is handed over before it is issued',
    (world) => {
      const parameter = world.body(INGRESS, 'aws_ssm_parameter');
      parameter.insecure_value = parameter.insecure_value.replace(
        /aws_acm_certificate_validation\.certificates_1_validation_\w+\.certificate_arn/,
        'aws_acm_certificate.certificates_1_certificate_C4AC6376.arn',
      );
    },
    'certificate-pending',
    'certificate',
    AT_SERVICE,
    `the certificate for ${HOST} is used before it is issued: nothing waits for its validation`,
  ),
  mutant(
    'no record proves the certificate of a direct tenant',
    (world) => (world.body(INGRESS, 'aws_acm_certificate_validation').validation_record_fqdns = []),
    'certificate-unproven',
    'certificate',
    `${INGRESS}: aws_acm_certificate_validation.`,
    `no validation record in a zone of its own proves the name ${HOST} of the certificate`,
  ),
  mutant(
    'a record has no certificate',
    (world) => {
      const record = world.body(DNS, 'aws_route53_record');
      world.add(DNS, 'aws_route53_record', 'more', { ...record, name: 'more.apps.example.com' });
    },
    'certificate-host',
    'certificate',
    AT_SERVICE,
    `no certificate of internet covers more.apps.example.com; they cover ${HOST}`,
  ),
  mutant(
    "a direct tenant asks for a certificate with a central tenant's host",
    (world) => {
      world.body(INGRESS, 'aws_acm_certificate').subject_alternative_names = ['payments.apps.example.com'];
    },
    'certificate-names',
    'certificate',
    AT_SERVICE,
    'the certificate of partner-api names payments.apps.example.com, a host of payments',
  ),
];
