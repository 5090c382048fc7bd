import { mutant } from './mutant';
import type { Mutant } from './mutant';

const RECORD = 'aws_route53_record';
const PAY = 'pay.apps.example.com';
const HTTPS = 'main-alb: aws_lb_listener.alb_listeners_https';

/** Breaks from the name to the listener. */
export const DOOR_MUTANTS: readonly Mutant[] = [
  mutant(
    'a tenant has no connection any more',
    (world) => {
      delete world.stacks['storefront-connection'];
    },
    'connection-missing',
    'record',
    'storefront-connection: aws_lb_listener_rule',
    'storefront has no host: no rule and no record of its connection leads to it',
  ),
  mutant(
    'a host has lost its record',
    (world) => world.remove('payments-connection', RECORD, 'payapps'),
    'record-missing',
    'record',
    'payments-connection: aws_route53_record',
    `${PAY} has a rule but no alias record`,
  ),
  mutant(
    'two records have one name',
    (world) => world.add('payments-connection', RECORD, 'twin', world.body('payments-connection', RECORD, 'payapps')),
    'record-twice',
    'record',
    'payments-connection: aws_route53_record.',
    `${PAY} has 2 records: payments-connection/aws_route53_record.route_records_payappsexamplecom_63E0021E, payments-connection/aws_route53_record.twin`,
  ),
  mutant(
    'another tenant keeps the record',
    (world) => {
      world.add('storefront-connection', RECORD, 'taken', world.body('payments-connection', RECORD, 'payapps'));
      world.remove('payments-connection', RECORD, 'payapps');
    },
    'record-foreign',
    'record',
    'storefront-connection: aws_route53_record.taken',
    `the record of ${PAY} is kept by storefront-connection`,
  ),
  mutant(
    'the zone is of another domain',
    (world) => {
      world.body('main-networking', 'aws_route53_zone').name = 'apps.example.org';
    },
    'record-outside-zone',
    'record',
    'payments-connection: aws_route53_record.route_records_payapps',
    `${PAY} does not lie in the zone apps.example.org`,
  ),
  mutant(
    'the zone id is written down',
    (world) => {
      world.body('payments-connection', RECORD, 'payapps').zone_id = 'Z0123456789ABC';
    },
    'record-zone-unknown',
    'record',
    'payments-connection: aws_route53_record.route_records_payapps',
    `the hosted zone of ${PAY} does not resolve to a zone`,
  ),
  mutant(
    'the record has another type',
    (world) => {
      world.body('payments-connection', RECORD, 'payapps').type = 'TXT';
    },
    'record-type',
    'record',
    'payments-connection: aws_route53_record.route_records_payapps',
    `the record of ${PAY} has type TXT; expected an A alias`,
  ),
  mutant(
    'the record leads to an address and not to the ALB',
    (world) => {
      const record = world.body('payments-connection', RECORD, 'payapps');
      delete record.alias;
      record.records = ['192.0.2.1'];
    },
    'record-no-alias',
    'record',
    'payments-connection: aws_route53_record.route_records_payapps',
    `the record of ${PAY} is no alias of a load balancer`,
  ),
  mutant(
    'the alias has the zone id of the domain',
    (world) => {
      const record = world.body('payments-connection', RECORD, 'payapps');
      record.alias.zone_id = record.zone_id;
    },
    'record-alias-zone',
    'record',
    'payments-connection: aws_route53_record.route_records_payapps',
    `the alias of ${PAY} names acme-main-alb, but the zone id of another`,
  ),
  mutant(
    'the alias leads to another load balancer',
    (world) => {
      world.body('main-alb', 'aws_lb').load_balancer_type = 'network';
    },
    'alb-kind',
    'alb',
    'main-alb: aws_lb.',
    `${PAY} leads to acme-main-alb, which is a network load balancer; expected an application load balancer`,
  ),
  mutant(
    'the ALB is internal',
    (world) => {
      world.body('main-alb', 'aws_lb').internal = true;
    },
    'alb-internal',
    'alb',
    'main-alb: aws_lb.',
    'acme-main-alb is internal; clients on the internet cannot reach it',
  ),
  mutant(
    'the ALB lies in one zone',
    (world) => {
      const alb = world.body('main-alb', 'aws_lb');
      alb.subnets = alb.subnets.slice(0, 1);
    },
    'alb-zones',
    'alb',
    'main-alb: aws_lb.',
    'acme-main-alb has subnets in 1 zone(s); expected two or more',
  ),
  mutant(
    'the route to the internet gateway is gone',
    (world) => world.remove('main-networking', 'aws_route', 'public-route'),
    'alb-no-way-in',
    'alb',
    'main-networking: aws_route_table.network_public-ingress',
    'the subnet acme-main-public-ingress-euc1-az1 of acme-main-alb has no route 0.0.0.0/0 to an internet gateway of its VPC',
  ),
  mutant(
    'a public subnet has the route table of the endpoints',
    (world) => {
      const own = world.body('main-networking', 'aws_route_table_association', 'public-ingress_euc1-az2');
      own.route_table_id = world.body(
        'main-networking',
        'aws_route_table_association',
        'private-endpoint-subnets_euc1-az2',
      ).route_table_id;
    },
    'alb-no-way-in',
    'alb',
    'main-networking: aws_route_table.network_private-endpoint',
    'the subnet acme-main-public-ingress-euc1-az2 of acme-main-alb has no route 0.0.0.0/0 to an internet gateway of its VPC',
  ),
  mutant(
    'the ALB passes invalid headers',
    (world) => {
      delete world.body('main-alb', 'aws_lb').drop_invalid_header_fields;
    },
    'alb-headers',
    'alb',
    'main-alb: aws_lb.',
    'acme-main-alb passes invalid header fields on',
  ),
  mutant(
    'clients choose their own X-Forwarded-For',
    (world) => {
      world.body('main-alb', 'aws_lb').xff_header_processing_mode = 'preserve';
    },
    'alb-client-address',
    'alb',
    'main-alb: aws_lb.',
    'acme-main-alb handles X-Forwarded-For by preserve; the tenant trusts the last entry, which must be the client',
  ),
  mutant(
    'the ALB writes no access logs',
    (world) => {
      world.body('main-alb', 'aws_lb').access_logs.enabled = false;
    },
    'alb-not-logging',
    'alb',
    'main-alb: aws_lb.',
    'acme-main-alb writes no access logs',
  ),
  mutant(
    'the HTTPS listener speaks HTTP',
    (world) => {
      world.body('main-alb', 'aws_lb_listener', 'https').protocol = 'HTTP';
    },
    'listener-protocol',
    'listener',
    HTTPS,
    'the listener on port 443 speaks HTTP; expected HTTPS',
  ),
  mutant(
    'the listener speaks TLS 1.0',
    (world) => {
      world.body('main-alb', 'aws_lb_listener', 'https').ssl_policy = 'ELBSecurityPolicy-2016-08';
    },
    'listener-tls-policy',
    'listener',
    HTTPS,
    'the TLS policy is ELBSecurityPolicy-2016-08; expected one of TLS 1.2 and 1.3 only',
  ),
  mutant(
    'the certificate has no wildcard',
    (world) => {
      delete world.body('main-alb', 'aws_acm_certificate').subject_alternative_names;
    },
    'listener-certificate-missing',
    'listener',
    HTTPS,
    `no certificate of the listener covers ${PAY}; they cover apps.example.com`,
  ),
  mutant(
    'the certificate is of another domain',
    (world) => {
      world.body('main-alb', 'aws_acm_certificate').subject_alternative_names = ['*.example.com'];
    },
    'listener-certificate-missing',
    'listener',
    HTTPS,
    `no certificate of the listener covers ${PAY}; they cover apps.example.com, *.example.com`,
  ),
  mutant(
    'the listener names a certificate that nobody makes',
    (world) => {
      world.body('main-alb', 'aws_lb_listener', 'https').certificate_arn = '${aws_acm_certificate.gone.arn}';
    },
    'listener-certificate-unknown',
    'listener',
    HTTPS,
    'the certificate that aws_lb_listener.alb_listeners_https_13E73815 names does not resolve to a certificate',
  ),
  mutant(
    'the listener does not wait for the certificate',
    (world) => {
      const arn = world.reference('main-alb', 'aws_acm_certificate', '', 'arn');
      world.body('main-alb', 'aws_lb_listener', 'https').certificate_arn = arn;
    },
    'listener-certificate-pending',
    'listener',
    HTTPS,
    `the certificate for ${PAY} is used before it is issued: nothing waits for its validation`,
  ),
  mutant(
    'nothing proves the names of the certificate',
    (world) => {
      world.body('main-alb', 'aws_acm_certificate_validation').validation_record_fqdns = [];
    },
    'listener-certificate-unproven',
    'listener',
    'main-alb: aws_acm_certificate_validation.',
    'no validation record in a zone of its own proves the name apps.example.com of the certificate',
  ),
  mutant(
    'unknown hosts reach a tenant',
    (world) => {
      const listener = world.body('main-alb', 'aws_lb_listener', 'https');
      world.add('main-alb', 'aws_lb_target_group', 'default', { name: 'default', target_type: 'ip' });
      listener.default_action = [{ type: 'forward', target_group_arn: '${aws_lb_target_group.default.arn}' }];
    },
    'listener-default',
    'listener',
    HTTPS,
    'the default action is forward to 1 target group(s); a host that nobody has must get a fixed 4xx response',
  ),
  mutant(
    'nothing listens to HTTP',
    (world) => world.remove('main-alb', 'aws_lb_listener', 'listeners_http_'),
    'listener-http-missing',
    'listener',
    'main-alb: aws_lb.',
    'acme-main-alb has no listener on port 80; clients that type the name alone get no answer',
  ),
  mutant(
    'HTTP is not redirected',
    (world) => {
      const listener = world.body('main-alb', 'aws_lb_listener', 'listeners_http_');
      listener.default_action = [{ type: 'fixed-response', fixed_response: { status_code: '200' } }];
    },
    'listener-no-redirect',
    'listener',
    'main-alb: aws_lb_listener.alb_listeners_http_',
    'HTTP on port 80 answers with fixed-response 200; expected a redirect to HTTPS on 443',
  ),
];
