import type { Mutant } from './mutant';
import { unread, unreadWithin } from './unread-argument';

const RULE = ['payments-connection', 'aws_lb_listener_rule', ''] as const;
const GROUP = ['payments-connection', 'aws_lb_target_group', ''] as const;
const ENDPOINT = ['payments-connection', 'aws_vpc_endpoint', ''] as const;
const SERVICE = ['payments-ingress', 'aws_vpc_endpoint_service', ''] as const;
const RECORD = ['storefront-connection', 'aws_route53_record', ''] as const;
const CLUSTER = ['payments-cluster', 'aws_eks_cluster', ''] as const;
const TEMPLATE = ['payments-cluster', 'aws_launch_template', ''] as const;
const CHART = ['payments-addons', 'helm_release', 'load-balancer-controller'] as const;
const FIREWALL = ['main-alb', 'aws_wafv2_web_acl', ''] as const;
const MANAGED = 'rule[0].statement[0].managed_rule_group_statement[0]';

/** Arguments of the path that decide something, each of which one reader would have to know. */
export const PATH_ARGUMENT_MUTANTS: readonly Mutant[] = [
  unreadWithin(
    'a rule takes hosts by a regular expression',
    RULE,
    'condition[0].host_header[0]',
    ['regex_values', ['^pay.*']],
    '[^pay.*]',
  ),
  unread(
    'a rule rewrites the host on the way',
    RULE,
    ['transform', [{ type: 'host-header-rewrite' }]],
    '[{type: host-header-rewrite}]',
  ),
  unread(
    'clients need a certificate of their own',
    ['main-alb', 'aws_lb_listener', 'https'],
    ['mutual_authentication', { mode: 'verify' }],
    '{mode: verify}',
  ),
  unread(
    'the ALB lets pass what the firewall cannot judge',
    ['main-alb', 'aws_lb', ''],
    ['enable_waf_fail_open', true],
    'true',
  ),
  unread(
    'the ALB has addresses that no record names',
    ['main-alb', 'aws_lb', ''],
    ['ip_address_type', 'dualstack'],
    'dualstack',
  ),
  unread('the ALB speaks gRPC to a target group', GROUP, ['protocol_version', 'GRPC'], 'GRPC'),
  unread('a target group takes IPv6 targets only', GROUP, ['ip_address_type', 'ipv6'], 'ipv6'),
  unread('an endpoint has IPv6 addresses only', ENDPOINT, ['ip_address_type', 'ipv6'], 'ipv6'),
  unread('an endpoint leads to another region', ENDPOINT, ['service_region', 'eu-west-1'], 'eu-west-1'),
  unread('a service speaks IPv6 only', SERVICE, ['supported_ip_address_types', ['ipv6']], '[ipv6]'),
  unread('a service is offered in another region', SERVICE, ['supported_regions', ['eu-west-1']], '[eu-west-1]'),
  unread('a resource lies in another region than its provider', SERVICE, ['region', 'eu-west-1'], 'eu-west-1'),
  unread('a record has a share of the answers only', RECORD, ['weighted_routing_policy', { weight: 0 }], '{weight: 0}'),
  unread(
    'a record is for one country only',
    RECORD,
    ['geolocation_routing_policy', { country: 'DE' }],
    '{country: DE}',
  ),
  unread(
    'a record answers only while another fails',
    RECORD,
    ['failover_routing_policy', { type: 'SECONDARY' }],
    '{type: SECONDARY}',
  ),
  unread(
    'a record is for those near one region only',
    RECORD,
    ['latency_routing_policy', { region: 'eu-west-1' }],
    '{region: eu-west-1}',
  ),
  unread('a record is one of several answers', RECORD, ['multivalue_answer_routing_policy', true], 'true'),
  unreadWithin(
    'the firewall has managed rules of somebody else',
    FIREWALL,
    MANAGED,
    ['vendor_name', 'Somebody'],
    'Somebody',
  ),
  unreadWithin(
    'the rate rule counts by an address that clients write',
    FIREWALL,
    'rule[1].statement[0].rate_based_statement[0]',
    ['aggregate_key_type', 'FORWARDED_IP'],
    'FORWARDED_IP',
  ),
  unread('the firewall is for CloudFront', FIREWALL, ['scope', 'CLOUDFRONT'], 'CLOUDFRONT'),
  unread('the firewall blocks whatever it does not know', FIREWALL, ['default_action', { block: {} }], '{block: {}}'),
  unreadWithin(
    'a managed group is told more than its name',
    FIREWALL,
    MANAGED,
    ['managed_rule_group_configs', [{ login_path: '/' }]],
    '[{login_path: /}]',
  ),
  unread(
    'the firewall drops a part of its log',
    ['main-alb', 'aws_wafv2_web_acl_logging_configuration', ''],
    ['logging_filter', { default_behavior: 'DROP' }],
    '{default_behavior: DROP}',
  ),
  unread(
    'a cluster takes the addresses of services from the VPC',
    CLUSTER,
    ['kubernetes_network_config', { service_ipv4_cidr: '10.11.0.0/16' }],
    '{service_ipv4_cidr: 10.11.0.0/16}',
  ),
  unread(
    'an access entry is of a group that administers',
    ['payments-cluster', 'aws_eks_access_entry', ''],
    ['kubernetes_groups', ['system:masters']],
    '[system:masters]',
  ),
  unread('nodes run a program at their start', TEMPLATE, ['user_data', 'Y3VybA=='], 'Y3VybA=='),
  unread('nodes run an image of somebody else', TEMPLATE, ['image_id', 'ami-0a1b'], 'ami-0a1b'),
  unread(
    'a program changes what a chart makes',
    CHART,
    ['postrender', { binary_path: './change.sh' }],
    '{binary_path: ./change.sh}',
  ),
  unread('a chart keeps values of earlier releases', CHART, ['reuse_values', true], 'true'),
];
