import { mutant } from './mutant';
import type { Mutant } from './mutant';
import { unread } from './unread-argument';

const NETWORK = 'payments-networking';
const CLUSTER = 'payments-cluster';
const NOT_READ = 'this argument is not read';

/** Breaks by an argument, a block or a look-up that says more than the proof can read. */
export const ARGUMENT_MUTANTS: readonly Mutant[] = [
  unread(
    'a virtual private gateway writes routes',
    [NETWORK, 'aws_route_table', 'data-plane'],
    ['propagating_vgws', ['vgw-0a1b']],
    '[vgw-0a1b]',
  ),
  unread(
    'a route table diverts what comes from the internet gateway',
    ['main-networking', 'aws_route_table_association', 'public-ingress_euc1-az1'],
    ['gateway_id', 'igw-0a1b'],
    'igw-0a1b',
  ),
  unread(
    'nodes are reached by SSH',
    [CLUSTER, 'aws_eks_node_group', ''],
    ['remote_access', { ec2_ssh_key: 'key' }],
    '{ec2_ssh_key: key}',
  ),
  unread(
    'nodes have public addresses by their launch template',
    [CLUSTER, 'aws_launch_template', ''],
    ['network_interfaces', [{ associate_public_ip_address: true }]],
    '[{associate_public_ip_address: true}]',
  ),
  unread(
    'the pods of an add-on get a role past their service account',
    [CLUSTER, 'aws_eks_addon', 'coredns'],
    ['pod_identity_association', [{ role_arn: 'arn:aws:iam::222222222222:role/x', service_account: 'coredns' }]],
    '[{role_arn: arn:aws:iam::222222222222:role/x, service_account: coredns}]',
  ),
  unread(
    'EKS makes nodes and load balancers by itself',
    [CLUSTER, 'aws_eks_cluster', ''],
    ['compute_config', { enabled: true }],
    '{enabled: true}',
  ),
  unread('the log bucket has an ACL', ['main-alb', 'aws_s3_bucket', ''], ['acl', 'public-read'], 'public-read'),
  unread('the firewall is told rules as text', ['main-alb', 'aws_wafv2_web_acl', ''], ['rule_json', '[]'], '[]'),
  mutant(
    'a rule of the firewall looks at some requests only',
    (world) => {
      const [rule] = world.body('main-alb', 'aws_wafv2_web_acl').rule;
      rule.statement.managed_rule_group_statement.scope_down_statement = { geo_match_statement: {} };
    },
    'unresolved',
    'model',
    'main-alb: aws_wafv2_web_acl.',
    `rule[0].statement[0].managed_rule_group_statement[0].scope_down_statement = {geo_match_statement: {}} cannot be resolved: ${NOT_READ}`,
  ),
  mutant(
    'a program runs beside a resource',
    (world) => {
      world.body(NETWORK, 'aws_vpc').provisioner = [{ 'local-exec': { command: 'aws iam create-user' } }];
    },
    'unresolved',
    'model',
    `${NETWORK}: aws_vpc.`,
    'provisioner =  cannot be resolved: what a program does is not known here',
  ),
  mutant(
    'the rules of a security group are not written out',
    (world) => {
      world.body(NETWORK, 'aws_security_group').ingress = '${aws_default_security_group.vpc_default_57E95C9D.ingress}';
    },
    'unresolved',
    'model',
    `${NETWORK}: aws_security_group.`,
    `ingress[0] = \${${NETWORK}/aws_default_security_group.vpc_default_57E95C9D.ingress} cannot be resolved: expected a block that is written out`,
  ),
  mutant(
    'an internet gateway is put into the VPC of a tenant by a look-up of the VPC',
    (world) => {
      world.stack('payments-roles').data = { aws_vpc: { same: { tags: { Name: 'acme-payments-vpc' } } } };
      world.add('payments-roles', 'aws_internet_gateway', 'way-out', { vpc_id: '${data.aws_vpc.same.id}' });
    },
    'unresolved',
    'model',
    'payments-roles: aws_internet_gateway.way-out',
    'vpc_id = ${payments-roles/data.aws_vpc.same.id} cannot be resolved: expected id or arn of aws_vpc',
  ),
  mutant(
    'a security group takes whom a prefix list names',
    (world) => {
      const rule = world.body(NETWORK, 'aws_vpc_security_group_ingress_rule');
      delete rule.cidr_ipv4;
      rule.prefix_list_id = 'pl-0a1b';
    },
    'open-ingress',
    'open-to-world',
    `${NETWORK}: aws_vpc_security_group_ingress_rule.`,
    'acme-payments-aws-endpoints takes tcp 443 for pl-0a1b',
  ),
  mutant(
    'a rule of a managed group only counts',
    (world) => {
      const group = world.body('main-alb', 'aws_wafv2_web_acl').rule[4].statement.managed_rule_group_statement;
      group.rule_action_override = [{ name: 'SQLi_BODY', action_to_use: { count: {} } }];
    },
    'firewall-counts',
    'firewall',
    'main-alb: aws_wafv2_web_acl.',
    'the rule AWSManagedRulesSQLiRuleSet/SQLi_BODY of acme-main-alb only counts what it finds',
  ),
  mutant(
    'the first rule of the firewall lets everything pass',
    (world) => {
      world.body('main-alb', 'aws_wafv2_web_acl').rule.unshift({
        name: 'Friends',
        priority: 0,
        action: { allow: {} },
        statement: { size_constraint_statement: {} },
      });
    },
    'firewall-allows',
    'firewall',
    'main-alb: aws_wafv2_web_acl.',
    'the rule Friends of acme-main-alb lets what it finds pass the rules after it',
  ),
];
