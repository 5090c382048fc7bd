import { mutant } from './mutant';
import type { Mutant } from './mutant';

const INGRESS = 'aws_vpc_security_group_ingress_rule';
const EGRESS = 'aws_vpc_security_group_egress_rule';
const NETWORK = 'main-networking';

/** Breaks of security groups and routes on the way. */
export const SECURITY_MUTANTS: readonly Mutant[] = [
  mutant(
    'the ALB may not speak to the endpoints',
    (world) => world.remove(NETWORK, EGRESS),
    'alb-egress',
    'alb-to-endpoint',
    `${NETWORK}: aws_security_group.network_security-groups_internet-ingress-alb-sg`,
    'no security group of acme-main-alb lets TCP 443 out to acme-payments',
  ),
  mutant(
    'the ALB speaks to another port of the endpoints',
    (world) => Object.assign(world.body(NETWORK, EGRESS), { from_port: 80, to_port: 80 }),
    'alb-egress',
    'alb-to-endpoint',
    `${NETWORK}: aws_security_group.network_security-groups_internet-ingress-alb-sg`,
    'no security group of acme-main-alb lets TCP 443 out to acme-payments',
  ),
  mutant(
    'the endpoints do not listen to the ALB',
    (world) => world.remove(NETWORK, INGRESS, 'public_ingress'),
    'endpoint-ingress',
    'alb-to-endpoint',
    `${NETWORK}: aws_security_group.network_security-groups_allow_public_ingress`,
    'no security group of acme-payments lets TCP 443 in from acme-main-alb',
  ),
  mutant(
    'the endpoints listen to a part of the ALB',
    (world) => {
      const rule = world.body(NETWORK, INGRESS, 'public_ingress');
      delete rule.referenced_security_group_id;
      rule.cidr_ipv4 = '10.12.128.0/23';
    },
    'endpoint-ingress',
    'alb-to-endpoint',
    `${NETWORK}: aws_security_group.network_security-groups_allow_public_ingress`,
    'no security group of acme-payments lets TCP 443 in from acme-main-alb',
  ),
  mutant(
    'everything in the VPC reaches the endpoints',
    (world) =>
      world.add(NETWORK, INGRESS, 'wide', {
        security_group_id: world.body(NETWORK, INGRESS, 'public_ingress').security_group_id,
        cidr_ipv4: '10.12.0.0/16',
        ip_protocol: 'tcp',
        from_port: 443,
        to_port: 443,
      }),
    'endpoint-too-open',
    'alb-to-endpoint',
    `${NETWORK}: ${INGRESS}.wide`,
    'the endpoint takes tcp 443 for 10.12.0.0/16; expected TCP 443 from the ALB and nothing else',
  ),
  mutant(
    'the endpoint lies in another VPC than the ALB',
    (world) => {
      world.body('payments-connection', 'aws_vpc_endpoint').vpc_id = '${aws_vpc.other.id}';
      world.add('payments-connection', 'aws_vpc', 'other', { cidr_block: '10.12.0.0/16' });
    },
    'endpoint-vpc',
    'alb-to-endpoint',
    'payments-connection: aws_vpc_endpoint.',
    'acme-payments lies in another VPC than acme-main-alb',
  ),
  mutant(
    'a route takes the endpoints away from the ALB',
    (world) =>
      world.add(NETWORK, 'aws_route', 'detour', {
        ...world.body(NETWORK, 'aws_route'),
        destination_cidr_block: '10.12.0.0/23',
      }),
    'endpoint-route',
    'alb-to-endpoint',
    `${NETWORK}: aws_route.detour`,
    'the route to 10.12.0.0/23 takes traffic within the VPC 10.12.0.0/16 elsewhere',
  ),
  mutant(
    'the NLB obeys its inbound rules for PrivateLink',
    (world) => {
      delete world.body('payments-ingress', 'aws_lb').enforce_security_group_inbound_rules_on_private_link_traffic;
    },
    'nlb-enforcement',
    'nlb',
    'payments-ingress: aws_lb.',
    'acme-payments-nlb applies inbound rules to PrivateLink traffic and has none that lets it in',
  ),
  mutant(
    'the NLB has no security group',
    (world) => {
      delete world.body('payments-ingress', 'aws_lb').security_groups;
    },
    'nlb-no-group',
    'nlb',
    'payments-ingress: aws_lb.',
    'acme-payments-nlb has no security group; anything in its VPC reaches it',
  ),
  mutant(
    'the VPC reaches the NLB past the endpoint service',
    (world) =>
      world.add('payments-ingress', INGRESS, 'inside', {
        ...world.body('payments-ingress', EGRESS),
        cidr_ipv4: '10.11.0.0/16',
        from_port: 443,
        to_port: 443,
      }),
    'nlb-inbound',
    'nlb',
    `payments-ingress: ${INGRESS}.inside`,
    'acme-payments-nlb takes tcp 443 for 10.11.0.0/16; expected nothing but PrivateLink',
  ),
  mutant(
    'the NLB may not speak to the pods',
    (world) => world.remove('payments-ingress', EGRESS),
    'nlb-egress',
    'pods',
    'payments-ingress: aws_security_group.',
    'no security group of acme-payments-nlb lets TCP 8080 out to the pods in 10.11.0.0/21, 10.11.8.0/21, 10.11.16.0/21',
  ),
  mutant(
    'the NLB speaks to the pods of one zone',
    (world) => {
      world.body('payments-ingress', EGRESS).cidr_ipv4 = '10.11.0.0/21';
    },
    'nlb-egress',
    'pods',
    'payments-ingress: aws_security_group.',
    'no security group of acme-payments-nlb lets TCP 8080 out to the pods in 10.11.8.0/21, 10.11.16.0/21',
  ),
];
