import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const ALB = 'main-alb';
const DOOR = 'main-networking';
const NETWORK = 'payments-networking';
const INGRESS = 'payments-ingress';
const CONNECTION = 'payments-connection';
const LISTENER = 'aws_lb_listener';
const SUBNET = 'aws_subnet';
const EGRESS = 'aws_vpc_security_group_egress_rule';
const INGRESS_RULE = 'aws_vpc_security_group_ingress_rule';
const GROUP = 'aws_security_group';
const PODS = 'acme-payments-pods';
const HOST = 'pay.apps.example.com';

function podsCheck(world: BreakableWorld, change: Json): void {
  Object.assign(world.body(INGRESS, 'aws_lb_target_group').health_check, change);
}

/** A further listener, beside those of the paths. */
function furtherListener(name: string, stack: string, part: string, change: Json, balancer: string, at: string) {
  return mutant(
    name,
    (world) => world.add(stack, LISTENER, 'more', { ...world.body(stack, LISTENER, part), ...change }),
    'door-listener',
    'doors',
    `${stack}: ${LISTENER}.more`,
    `${balancer} also listens on ${at}, which belongs to no path`,
  );
}

/** A rule by which the ALB or the NLB may speak to more than its targets. */
function tooFar(
  name: string,
  [stack, part]: readonly [string, string],
  change: Json,
  [code, hop]: readonly ['alb-too-far' | 'nlb-too-far', string],
  message: string,
): Mutant {
  return mutant(
    name,
    (world) => {
      const rule = { security_group_id: world.reference(stack, GROUP, part, 'id'), ...change };
      world.add(stack, EGRESS, 'more', rule);
    },
    code,
    hop,
    `${stack}: ${EGRESS}.more`,
    message,
  );
}

/** Breaks at the edges of the path: a little more open than it must be, or not quite where it belongs. */
export const EDGE_MUTANTS: readonly Mutant[] = [
  mutant(
    'a host with a certificate of the connection has no record, beside another whose record is kept elsewhere',
    (world) => {
      const rule = world.body(CONNECTION, 'aws_lb_listener_rule');
      rule.condition[0].host_header.values.push('shop.example.org');
      world.add(CONNECTION, 'aws_acm_certificate', 'own', {
        domain_name: 'shop.example.org',
        validation_method: 'DNS',
      });
      world.add(CONNECTION, 'aws_lb_listener_certificate', 'given', {
        listener_arn: rule.listener_arn,
        certificate_arn: 'arn:aws:acm:eu-central-1:111111111111:certificate/0f00',
      });
    },
    'record-missing',
    'record',
    `${CONNECTION}: aws_route53_record`,
    'shop.example.org has a rule but no alias record',
  ),
  mutant(
    'a record is written in the account of the tenant',
    (world) => delete world.body('partner-api-dns', 'aws_route53_record').provider,
    'record-account',
    'doors',
    'partner-api-dns: aws_route53_record.',
    'the record partner-api.apps.example.com is written in account 444444444444; its zone apps.example.com lies in 111111111111',
  ),
  furtherListener('the ALB listens on another port', ALB, 'https', { port: 8443 }, 'acme-main-alb', 'HTTPS 8443'),
  furtherListener('the ALB takes HTTP elsewhere', ALB, '_http_', { port: 8080 }, 'acme-main-alb', 'HTTP 8080'),
  furtherListener(
    'the NLB listens on another port',
    INGRESS,
    '',
    { port: 80, protocol: 'TCP', certificate_arn: null, ssl_policy: null },
    'acme-payments-nlb',
    'TCP 80',
  ),
  mutant(
    'the ALB takes every port from private addresses',
    (world) => {
      const rule = world.body(DOOR, INGRESS_RULE, 'internet-https');
      world.add(DOOR, INGRESS_RULE, 'more', {
        security_group_id: rule.security_group_id,
        cidr_ipv4: '10.0.0.0/8',
        ip_protocol: '-1',
      });
    },
    'alb-too-open',
    'alb',
    `${DOOR}: ${INGRESS_RULE}.more`,
    'acme-main-alb takes all protocols 0-65535 for 10.0.0.0/8; expected TCP 443 and 80 and nothing else',
  ),
  tooFar(
    'the ALB may speak to private addresses on every port',
    [DOOR, 'internet-ingress-alb-sg'],
    { cidr_ipv4: '10.0.0.0/8', ip_protocol: '-1' },
    ['alb-too-far', 'alb-to-endpoint'],
    'acme-main-alb may send all protocols 0-65535 for 10.0.0.0/8; expected TCP 443 to the endpoints and nothing else',
  ),
  tooFar(
    'the ALB may speak to another network',
    [DOOR, 'internet-ingress-alb-sg'],
    { cidr_ipv4: '10.99.0.0/16', ip_protocol: 'tcp', from_port: 443, to_port: 443 },
    ['alb-too-far', 'alb-to-endpoint'],
    'acme-main-alb may send tcp 443 for 10.99.0.0/16; expected TCP 443 to the endpoints and nothing else',
  ),
  tooFar(
    'the NLB may speak to its VPC on every port',
    [INGRESS, ''],
    { cidr_ipv4: '10.11.0.0/16', ip_protocol: 'tcp', from_port: 0, to_port: 65_535 },
    ['nlb-too-far', 'pods'],
    'acme-payments-nlb may send tcp 0-65535 for 10.11.0.0/16; expected TCP 8080 within its VPC and nothing else',
  ),
  tooFar(
    'the NLB may speak to another network',
    [INGRESS, ''],
    { cidr_ipv4: '10.0.0.0/8', ip_protocol: 'tcp', from_port: 8080, to_port: 8080 },
    ['nlb-too-far', 'pods'],
    'acme-payments-nlb may send tcp 8080 for 10.0.0.0/8; expected TCP 8080 within its VPC and nothing else',
  ),
  mutant(
    'the subnets of the endpoints have a way to the internet',
    (world) => {
      const table = 'aws_route_table_association';
      const open = world.body(DOOR, table, 'public-ingress_euc1-az1').route_table_id;
      world.body(DOOR, table, 'private-endpoint-subnets_euc1-az1').route_table_id = open;
    },
    'endpoint-public',
    'alb-to-endpoint',
    `${DOOR}: aws_route.`,
    'the subnet acme-main-private-endpoint-euc1-az1 of the endpoint has a route to 0.0.0.0/0; the local one is enough',
  ),
  mutant(
    'each zone of the NLB serves itself',
    (world) => delete world.body(INGRESS, 'aws_lb').enable_cross_zone_load_balancing,
    'nlb-one-zone',
    'nlb',
    `${INGRESS}: aws_lb.`,
    'acme-payments-nlb sends what arrives in a zone to the pods of that zone only; without one there nobody answers',
  ),
  mutant(
    'the NLB asks pods by HTTP at their root',
    (world) => podsCheck(world, { protocol: 'HTTP' }),
    'pods-health-status',
    'pods',
    `${INGRESS}: aws_lb_target_group.`,
    `the health check of ${PODS} speaks HTTP and takes 200-399; an ingress without a default host answers 404 to an address`,
  ),
  mutant(
    'the NLB does not ask pods',
    (world) => podsCheck(world, { enabled: false }),
    'pods-health-off',
    'pods',
    `${INGRESS}: aws_lb_target_group.`,
    `the health check of ${PODS} is off; it sends to pods that are gone`,
  ),
  mutant(
    'a certificate is validated by mail',
    (world) => (world.body(INGRESS, 'aws_acm_certificate').validation_method = 'EMAIL'),
    'nlb-certificate-unproven',
    'nlb-listener',
    `${INGRESS}: aws_acm_certificate_validation.`,
    `no validation record in a zone of its own proves the name ${HOST} of the certificate`,
  ),
  mutant(
    'an endpoint of AWS lies in no subnet',
    (world) => (world.body(NETWORK, 'aws_vpc_endpoint', 'sts').subnet_ids = []),
    'aws-endpoint-nowhere',
    'aws-apis',
    `${NETWORK}: aws_vpc_endpoint.`,
    'the endpoint for sts lies in no subnet; its name leads nowhere',
  ),
  ...['s3', 'ecr.api'].map((service) =>
    mutant(
      `the endpoint for ${service} has no policy`,
      (world) => delete world.body(NETWORK, 'aws_vpc_endpoint', service.replace('.', '-')).policy,
      'aws-endpoint-open',
      'aws-apis',
      `${NETWORK}: aws_vpc_endpoint.`,
      `the endpoint for ${service} has no policy; with the keys of another account, data could leave by it`,
    ),
  ),
  mutant(
    'a Service is of a class that no controller has, and of the type of one',
    (world) => (world.body('partner-api-addons', 'kubernetes_service_v1').spec.load_balancer_class = 'example.com/nlb'),
    'nlb-service-class',
    'nlb-service',
    'partner-api-addons: kubernetes_service_v1.',
    'the Service internet is not for the load balancer controller: it has type external and class example.com/nlb',
  ),
  mutant(
    'a subnet has a block of another VPC',
    (world) => (world.body(NETWORK, SUBNET, 'az1').cidr_block = '10.99.0.0/21'),
    'subnet-outside',
    'network',
    `${NETWORK}: ${SUBNET}.`,
    'the subnet acme-payments-private-euc1-az1 has 10.99.0.0/21, which is no block of its VPC 10.11.0.0/16',
  ),
  mutant(
    'two subnets have one block',
    (world) => (world.body(NETWORK, SUBNET, 'az2').cidr_block = '10.11.4.0/22'),
    'subnet-overlap',
    'network',
    `${NETWORK}: ${SUBNET}.`,
    'the subnet acme-payments-private-euc1-az2 has 10.11.4.0/22, which acme-payments-private-euc1-az1 has with 10.11.0.0/21; AWS refuses the second',
  ),
  mutant(
    'the security group of the NLB says no VPC',
    (world) => delete world.body(INGRESS, GROUP).vpc_id,
    'group-elsewhere',
    'network',
    `${INGRESS}: ${GROUP}.`,
    'the security group acme-payments-nlb of acme-payments-nlb is not of its VPC; AWS refuses it',
  ),
];
