import { mutant } from './mutant';
import type { Mutant } from './mutant';

const NETWORK = 'payments-networking';
const RULE = 'aws_lb_listener_rule';

/** Breaks beside every path: ways in and out that no host leads to. */
export const BESIDE_MUTANTS: readonly Mutant[] = [
  mutant(
    'a host is served without TLS',
    (world) => {
      const rule = world.body('payments-connection', RULE);
      world.add('payments-connection', RULE, 'plain', {
        ...rule,
        tags: {},
        listener_arn: rule.listener_arn.replace('httpsListenerArn', 'httpListenerArn'),
      });
      const handover = world.body('main-alb', 'aws_ssm_parameter');
      const listener = world.reference('main-alb', 'aws_lb_listener', '_http_', 'arn').slice(2, -1);
      handover.insecure_value = handover.insecure_value.replace(
        'encode({',
        `encode({"httpListenerArn" = ${listener}, `,
      );
    },
    'door-rule',
    'doors',
    `payments-connection: ${RULE}.plain`,
    `the rule ${RULE}.plain at HTTP 80 belongs to no path; connections alone have rules, at HTTPS`,
  ),
  mutant(
    'a rule of no tenant takes the hosts that nobody has',
    (world) =>
      world.add('main-alb', RULE, 'rest', {
        listener_arn: world.reference('main-alb', 'aws_lb_listener', 'https', 'arn'),
        priority: 50_000,
        condition: [{ path_pattern: { values: ['/*'] } }],
        action: [{ type: 'fixed-response', fixed_response: { status_code: '200', content_type: 'text/plain' } }],
      }),
    'door-rule',
    'doors',
    `main-alb: ${RULE}.rest`,
    `the rule ${RULE}.rest at HTTPS 443 belongs to no path; connections alone have rules, at HTTPS`,
  ),
  mutant(
    'a second endpoint service is open to everybody',
    (world) =>
      world.add('payments-ingress', 'aws_vpc_endpoint_service', 'more', {
        ...world.body('payments-ingress', 'aws_vpc_endpoint_service'),
        tags: {},
        allowed_principals: ['*'],
      }),
    'door-service',
    'doors',
    'payments-ingress: aws_vpc_endpoint_service.more',
    'the endpoint service aws_vpc_endpoint_service.more, open to *, belongs to no path',
  ),
  mutant(
    'a second NLB faces the internet',
    (world) => world.add('partner-api-ingress', 'aws_lb', 'more', { name: 'more', load_balancer_type: 'network' }),
    'door-balancer',
    'doors',
    'partner-api-ingress: aws_lb.more',
    'more (network) faces the internet and belongs to no path',
  ),
  mutant(
    'a tenant has an ALB of its own',
    (world) => world.add('partner-api-ingress', 'aws_lb', 'more', { name: 'more', load_balancer_type: 'application' }),
    'door-balancer',
    'doors',
    'partner-api-ingress: aws_lb.more',
    'more (application) faces the internet and belongs to no path',
  ),
  mutant(
    'the names below a host are delegated',
    (world) =>
      world.add('storefront-connection', 'aws_route53_record', 'away', {
        ...world.body('storefront-connection', 'aws_route53_record'),
        alias: undefined,
        name: 'shops.apps.example.com',
        type: 'NS',
        records: ['ns.example.net'],
      }),
    'door-record',
    'doors',
    'storefront-connection: aws_route53_record.away',
    'the record shops.apps.example.com (NS) is no host of a tenant and proves no certificate',
  ),
  mutant(
    'every name that nobody has leads to the ALB',
    (world) =>
      world.add('storefront-connection', 'aws_route53_record', 'rest', {
        ...world.body('storefront-connection', 'aws_route53_record'),
        name: '*.apps.example.com',
      }),
    'door-record',
    'doors',
    'storefront-connection: aws_route53_record.rest',
    'the record *.apps.example.com (A) is no host of a tenant and proves no certificate',
  ),
  mutant(
    'the internet VPC has a route to a transit gateway',
    (world) =>
      world.add('main-networking', 'aws_route', 'inwards', {
        route_table_id: world.reference('main-networking', 'aws_route_table', 'public-ingress', 'id'),
        destination_cidr_block: '10.11.0.0/16',
        transit_gateway_id: 'tgw-0a1b',
      }),
    'door-route',
    'doors',
    'main-networking: aws_route.inwards',
    'the route table acme-main-public-ingress leads to 10.11.0.0/16 by transit_gateway_id; expected the internet gateway only',
  ),
  mutant(
    'the VPC of a tenant is the far end of a peering',
    (world) =>
      world.add(NETWORK, 'aws_vpc_peering_connection', 'pair', {
        vpc_id: 'vpc-0a1b',
        peer_vpc_id: world.reference(NETWORK, 'aws_vpc', '', 'id'),
      }),
    'tenant-gateway',
    'isolation',
    `${NETWORK}: aws_vpc_peering_connection.pair`,
    'aws_vpc_peering_connection.pair (aws_vpc_peering_connection) connects the VPC of payments to another network',
  ),
  mutant(
    'a tenant has a VPC with a way out beside its network',
    (world) => {
      world.add('payments-cluster', 'aws_vpc', 'other', { cidr_block: '10.99.0.0/16' });
      world.add('payments-cluster', 'aws_internet_gateway', 'way-out', { vpc_id: '${aws_vpc.other.id}' });
    },
    'tenant-gateway',
    'isolation',
    'payments-cluster: aws_internet_gateway.way-out',
    'aws_internet_gateway.way-out (aws_internet_gateway) connects the VPC of payments to another network',
  ),
  mutant(
    'the group that EKS makes for a cluster takes the internet',
    (world) => {
      const group = world.reference(
        'payments-cluster',
        'aws_eks_cluster',
        '',
        'vpc_config[0].cluster_security_group_id',
      );
      world.add('payments-cluster', 'aws_vpc_security_group_ingress_rule', 'door', {
        security_group_id: group,
        cidr_ipv4: '0.0.0.0/0',
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
      });
    },
    'open-ingress',
    'open-to-world',
    'payments-cluster: aws_vpc_security_group_ingress_rule.door',
    'acme-payments takes tcp 443 for 0.0.0.0/0',
  ),
  mutant(
    'an Ingress asks for an ALB of its own',
    (world) =>
      world.add('payments-addons', 'kubernetes_manifest', 'door', {
        manifest: { kind: 'Ingress', metadata: { name: 'door' }, spec: { ingressClassName: 'alb' } },
      }),
    'further-load-balancer',
    'add-ons',
    'payments-addons: kubernetes_manifest.door',
    'the Ingress door has type alb and would get a load balancer of its own',
  ),
  mutant(
    'a Gateway asks for a load balancer of its own',
    (world) =>
      world.add('payments-addons', 'kubernetes_manifest', 'door', {
        manifest: { kind: 'Gateway', metadata: { name: 'door' }, spec: { gatewayClassName: 'nlb' } },
      }),
    'further-load-balancer',
    'add-ons',
    'payments-addons: kubernetes_manifest.door',
    'the Gateway door has type nlb and would get a load balancer of its own',
  ),
];
