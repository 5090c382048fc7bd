import { mutant } from './mutant';
import type { Mutant } from './mutant';

const PAY = 'pay.apps.example.com';
const RULE = 'aws_lb_listener_rule';
const GROUP = 'aws_lb_target_group';
const ATTACHMENT = 'aws_lb_target_group_attachment';
const PAYMENTS = 'payments-connection';
const STOREFRONT = 'storefront-connection';

/** Breaks from the rule to the endpoint. */
export const ROUTE_MUTANTS: readonly Mutant[] = [
  mutant(
    'the rule has lost a host',
    (world) => {
      world.body(PAYMENTS, RULE).condition[0].host_header.values = ['payments.apps.example.com'];
    },
    'rule-missing',
    'rule',
    `${PAYMENTS}: ${RULE}.`,
    `no rule of payments on the listener takes ${PAY}`,
  ),
  mutant(
    'the rule is on the HTTP listener',
    (world) => {
      const published = world.body('main-alb', 'aws_ssm_parameter');
      published.insecure_value = published.insecure_value.replace(
        /aws_lb_listener\.alb_listeners_https_\w+/,
        world.reference('main-alb', 'aws_lb_listener', 'listeners_http_', 'arn').slice(2, -5),
      );
    },
    'rule-missing',
    'rule',
    `${PAYMENTS}: ${RULE}`,
    `no rule of payments on the listener takes ${PAY}`,
  ),
  mutant(
    'a rule takes every host of the domain',
    (world) => {
      world.body(PAYMENTS, RULE).condition[0].host_header.values.push('*.apps.example.com');
    },
    'rule-wildcard',
    'rule',
    `${PAYMENTS}: ${RULE}.`,
    'the rule acme-payments-1 takes *.apps.example.com, which is more than hosts of its own',
  ),
  mutant(
    'a rule takes a part of its host only',
    (world) => {
      world.body(PAYMENTS, RULE).condition.push({ path_pattern: { values: ['/internet'] } });
    },
    'rule-partial',
    'rule',
    `${PAYMENTS}: ${RULE}.`,
    `the rule acme-payments-1 takes ${PAY} only where path-pattern /internet holds as well`,
  ),
  mutant(
    'a page for maintenance stands before every tenant',
    (world) =>
      world.add('main-alb', RULE, 'maintenance', {
        listener_arn: world.reference('main-alb', 'aws_lb_listener', 'https', 'arn'),
        priority: 1,
        condition: [{ host_header: { values: ['*.apps.example.com'] } }],
        action: [{ type: 'fixed-response', fixed_response: { status_code: '503' } }],
      }),
    'rule-shadowed',
    'rule',
    `main-alb: ${RULE}.maintenance`,
    `the rule of main-alb with priority 1 takes requests for ${PAY} first`,
  ),
  mutant(
    'two tenants have one slot',
    (world) => {
      world.body(STOREFRONT, RULE).priority = 21;
    },
    'rule-priority-taken',
    'rule',
    `${PAYMENTS}: ${RULE}.`,
    `priority 21 is also that of ${STOREFRONT}/${RULE}.route_rules_alb_listener_rule-1_496A1C1B; AWS refuses the second`,
  ),
  mutant(
    'a rule forwards to two target groups',
    (world) => {
      const rule = world.body(PAYMENTS, RULE);
      world.add(PAYMENTS, GROUP, 'second', { ...world.body(PAYMENTS, GROUP), name: 'second' });
      const groups = [rule.action[0].target_group_arn, `\${${GROUP}.second.arn}`].map((arn) => ({ arn, weight: 1 }));
      rule.action = [{ type: 'forward', forward: { target_group: groups } }];
    },
    'rule-action',
    'rule',
    `${PAYMENTS}: ${RULE}.`,
    'the rule acme-payments-1 does not forward to one target group; it does forward to 2 target group(s)',
  ),
  mutant(
    'the target group speaks HTTP',
    (world) => {
      world.body(PAYMENTS, GROUP).protocol = 'HTTP';
    },
    'target-group-protocol',
    'target-group',
    `${PAYMENTS}: ${GROUP}.`,
    'acme-payments speaks HTTP; expected HTTPS, which the TLS listener behind the endpoint ends',
  ),
  mutant(
    'the targets are instances',
    (world) => {
      delete world.body(PAYMENTS, GROUP).target_type;
    },
    'target-group-type',
    'target-group',
    `${PAYMENTS}: ${GROUP}.`,
    'acme-payments has targets of type instance; endpoint addresses need type ip',
  ),
  mutant(
    'the target group lies in another VPC',
    (world) => {
      world.add(PAYMENTS, 'aws_vpc', 'other', { cidr_block: '10.99.0.0/16' });
      world.body(PAYMENTS, GROUP).vpc_id = '${aws_vpc.other.id}';
    },
    'target-group-vpc',
    'target-group',
    `${PAYMENTS}: ${GROUP}.`,
    'acme-payments lies in another VPC than the ALB',
  ),
  mutant(
    'the health check speaks HTTP',
    (world) => {
      delete world.body(PAYMENTS, GROUP).health_check.protocol;
    },
    'health-check-protocol',
    'target-group',
    `${PAYMENTS}: ${GROUP}.`,
    'the health check of acme-payments speaks HTTP to a TLS listener; expected HTTPS',
  ),
  mutant(
    'the health check asks another port',
    (world) => {
      world.body(PAYMENTS, GROUP).health_check.port = '8002';
    },
    'health-check-port',
    'target-group',
    `${PAYMENTS}: ${GROUP}.`,
    'the health check of acme-payments asks port 8002; the targets listen on 443',
  ),
  mutant(
    'the health check is off',
    (world) => {
      world.body(PAYMENTS, GROUP).health_check.enabled = false;
    },
    'health-check-off',
    'target-group',
    `${PAYMENTS}: ${GROUP}.`,
    'the health check of acme-payments is off',
  ),
  mutant(
    'nothing is attached',
    (world) => {
      delete world.stack(PAYMENTS).resource[ATTACHMENT];
    },
    'attachments-none',
    'attachments',
    `${PAYMENTS}: ${GROUP}.`,
    'acme-payments has no targets',
  ),
  mutant(
    'a target is a fixed address',
    (world) => {
      world.body(PAYMENTS, ATTACHMENT, 'az1').target_id = '10.12.0.17';
    },
    'attachment-target',
    'attachments',
    `${PAYMENTS}: ${ATTACHMENT}.route_target-group_attachment-euc1-az1`,
    'the target is the fixed 10.12.0.17; expected the address of the endpoint in a subnet',
  ),
  mutant(
    'a target is an address of another endpoint',
    (world) => {
      const endpoint = world.body(PAYMENTS, 'aws_vpc_endpoint');
      world.add(PAYMENTS, 'aws_vpc_endpoint', 'other', { ...endpoint, tags: { Name: 'other' } });
      const [local = ''] = Object.keys(world.stack(PAYMENTS).locals);
      const { locals } = world.stack(PAYMENTS);
      locals.other = locals[local].replace(/aws_vpc_endpoint\.\w+/, 'aws_vpc_endpoint.other');
      const attachment = world.body(PAYMENTS, ATTACHMENT, 'az2');
      attachment.target_id = attachment.target_id.replace(`local.${local}`, 'local.other');
    },
    'attachment-other-endpoint',
    'attachments',
    `${PAYMENTS}: ${ATTACHMENT}.route_target-group_attachment-euc1-az2`,
    `the target is an address of ${PAYMENTS}/aws_vpc_endpoint.other; the other targets are of ${PAYMENTS}/aws_vpc_endpoint.route_endpoint_7D28E016`,
  ),
  mutant(
    'a target is in a subnet without the endpoint',
    (world) => {
      const endpoint = world.body(PAYMENTS, 'aws_vpc_endpoint');
      endpoint.subnet_ids = endpoint.subnet_ids.slice(1);
    },
    'attachment-subnet',
    'attachments',
    `${PAYMENTS}: ${ATTACHMENT}.route_target-group_attachment-euc1-az1`,
    'the target is the address of acme-payments in acme-main-private-endpoint-euc1-az1, where it has none',
  ),
  mutant(
    'one address is attached twice',
    (world) => {
      const { target_id: address } = world.body(PAYMENTS, ATTACHMENT, 'az1');
      world.body(PAYMENTS, ATTACHMENT, 'az2').target_id = address;
    },
    'attachment-twice',
    'attachments',
    `${PAYMENTS}: ${ATTACHMENT}.route_target-group_attachment-euc1-az2`,
    'the address in acme-main-private-endpoint-euc1-az1 is attached twice',
  ),
  mutant(
    'an address is not attached',
    (world) => world.remove(PAYMENTS, ATTACHMENT, 'az3'),
    'attachment-missing',
    'attachments',
    `${PAYMENTS}: ${GROUP}.`,
    'the address of acme-payments in acme-main-private-endpoint-euc1-az3 is not attached',
  ),
  mutant(
    'a target takes another port',
    (world) => {
      world.body(PAYMENTS, ATTACHMENT, 'az3').port = 8443;
    },
    'attachment-port',
    'attachments',
    `${PAYMENTS}: ${ATTACHMENT}.route_target-group_attachment-euc1-az3`,
    'the target takes port 8443; its target group sends to 443',
  ),
];
