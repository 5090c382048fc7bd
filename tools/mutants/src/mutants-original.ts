import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const RULE = 'aws_lb_listener_rule';
const ON_PATH = [{ path_pattern: { values: ['/internet'] } }];
const acl = (world: BreakableWorld): Json => world.body('main-alb', 'aws_wafv2_web_acl');
const ruleOf = (world: BreakableWorld, name: string): Json => acl(world).rule.find((rule: Json) => rule.name === name);

/**
 * The defects of the Terraform that this project replaces, each put back into the reference set.
 * @source aws-samples/aws-central-alb-ingress-for-private-eks-terraform, application-load-balancer.tf, target-group.tf,
 * endpoints.tf, waf.tf, control-plane.tf, nginx.tf, README.md
 */
export const ORIGINAL_MUTANTS: readonly Mutant[] = [
  mutant(
    'the listener named https is HTTP on port 80',
    (world) => {
      world.remove('main-alb', 'aws_lb_listener', 'listeners_http_');
      const listener = world.body('main-alb', 'aws_lb_listener', 'https');
      Object.assign(listener, { port: 80, protocol: 'HTTP', certificate_arn: undefined, ssl_policy: undefined });
    },
    'listener-missing',
    'listener',
    'main-alb: aws_lb_listener.alb_listeners_https',
    'acme-main-alb has no listener on port 443; it listens on HTTP 80',
  ),
  mutant(
    'the security group of the ALB opens port 80 only',
    (world) => world.remove('main-networking', 'aws_vpc_security_group_ingress_rule', 'internet-https'),
    'alb-port-closed',
    'alb',
    'main-alb: aws_lb.',
    'no security group of acme-main-alb lets TCP 443 in from 0.0.0.0/0',
  ),
  mutant(
    'the DNS record is commented out',
    (world) => world.remove('storefront-connection', 'aws_route53_record'),
    'record-missing',
    'record',
    'storefront-connection: aws_route53_record',
    'storefront.apps.example.com has a rule but no alias record',
  ),
  mutant(
    'the HTTPS target group has the plain port',
    (world) => {
      world.body('payments-connection', 'aws_lb_target_group').port = 80;
    },
    'target-group-port',
    'target-group',
    'payments-connection: aws_lb_target_group.',
    'acme-payments speaks HTTPS on port 80; the endpoint service listens on 443',
  ),
  mutant(
    'the health check wants 200 from an ingress without a default host',
    (world) => {
      delete world.body('payments-connection', 'aws_lb_target_group').health_check.matcher;
    },
    'health-check-matcher',
    'target-group',
    'payments-connection: aws_lb_target_group.',
    'the health check of acme-payments takes 200; an ingress without a default host answers 404 to an address',
  ),
  mutant(
    'HTTPS from the ALB meets a plain TCP listener',
    (world) => {
      const listener = world.body('payments-ingress', 'aws_lb_listener');
      Object.assign(listener, { protocol: 'TCP', certificate_arn: undefined, ssl_policy: undefined });
    },
    'nlb-listener-protocol',
    'nlb-listener',
    'payments-ingress: aws_lb_listener.',
    'the listener on port 443 speaks TCP; the ALB sends HTTPS without a usable SNI, which TLS must end here',
  ),
  mutant(
    'the rule of a tenant is a path that every tenant has',
    (world) => {
      world.body('payments-connection', RULE).condition = ON_PATH;
    },
    'rule-without-host',
    'rule',
    `payments-connection: ${RULE}.`,
    'the rule acme-payments-1 has no host_header condition and takes requests of every tenant',
  ),
  mutant(
    'two rules have one path, so the second tenant is never reached',
    (world) => {
      world.body('payments-connection', RULE).condition = ON_PATH;
      world.body('storefront-connection', RULE).condition = ON_PATH;
    },
    'rule-shadowed',
    'rule',
    `payments-connection: ${RULE}.`,
    'the rule of payments with priority 21 takes requests for storefront.apps.example.com first',
  ),
  mutant(
    'the rule has no priority',
    (world) => {
      delete world.body('payments-connection', RULE).priority;
    },
    'rule-priority-missing',
    'rule',
    `payments-connection: ${RULE}.`,
    'the rule acme-payments-1 has no priority; AWS would choose one, and another at the next change',
  ),
  mutant(
    "the first tenant's addresses are under the second's rule",
    (world) => {
      const theirs = world.stack('payments-connection');
      const [local = ''] = Object.keys(theirs.locals);
      const { target_id: address } = world.body('payments-connection', 'aws_lb_target_group_attachment', 'az1');
      const name = '/acme/tenant/payments/eni-ips';
      world.add('payments-connection', 'aws_ssm_parameter', 'eni-ips', {
        name,
        type: 'String',
        insecure_value: `\${jsonencode({"az1" = ${address.slice(2, -1)}})}`,
      });
      const own = world.stack('storefront-connection');
      own.data.aws_ssm_parameter['eni-ips'] = { name };
      const taken = '${jsondecode(data.aws_ssm_parameter.eni-ips.insecure_value).az1}';
      for (const zone of ['az1', 'az2', 'az3']) {
        world.body('storefront-connection', 'aws_lb_target_group_attachment', zone).target_id = taken;
      }
      delete own.locals[local];
    },
    'foreign-endpoint',
    'isolation',
    'storefront-connection: aws_lb_target_group_attachment.',
    'hosts of storefront (storefront.apps.example.com) reach the endpoint service of payments',
  ),
  mutant(
    'the endpoint service allows a role that does not create the endpoint',
    (world) => {
      world.body('payments-ingress', 'aws_vpc_endpoint_service').allowed_principals = [
        'arn:aws:iam::111111111111:role/network-role',
      ];
    },
    'principal-wrong',
    'principal',
    'payments-ingress: aws_vpc_endpoint_service.',
    'acme-payments-endpoint-service allows arn:aws:iam::111111111111:role/network-role; the endpoint is created by arn:aws:iam::111111111111:role/acme/acme-connection-role',
  ),
  mutant(
    'two rules of the firewall have one priority',
    (world) => {
      acl(world).rule[1].priority = acl(world).rule[0].priority;
    },
    'firewall-priority',
    'firewall',
    'main-alb: aws_wafv2_web_acl.',
    'the rules AWSManagedRulesAmazonIpReputationList, RateLimitPerIp of acme-main-alb share priority 10; AWS refuses it',
  ),
  mutant(
    'the common rules only count',
    (world) => {
      ruleOf(world, 'AWSManagedRulesCommonRuleSet').override_action = { count: {} };
    },
    'firewall-counts',
    'firewall',
    'main-alb: aws_wafv2_web_acl.',
    'the rule AWSManagedRulesCommonRuleSet of acme-main-alb only counts what it finds',
  ),
  mutant(
    'the firewall has no rate rule',
    (world) => {
      acl(world).rule = acl(world).rule.filter(({ name }: Json) => name !== 'RateLimitPerIp');
    },
    'firewall-no-rate',
    'firewall',
    'main-alb: aws_wafv2_web_acl.',
    'acme-main-alb has no rate rule',
  ),
  mutant(
    'the firewall logs nowhere',
    (world) => world.remove('main-alb', 'aws_wafv2_web_acl_logging_configuration'),
    'firewall-no-log',
    'firewall',
    'main-alb: aws_wafv2_web_acl.',
    'acme-main-alb logs nowhere',
  ),
  mutant(
    'the log bucket has no delivery policy',
    (world) => world.remove('main-alb', 'aws_s3_bucket_policy'),
    'alb-log-delivery',
    'alb',
    'main-alb: aws_s3_bucket.',
    'the log bucket acme-main-alb-logs-111111111111 does not let load balancers write below access',
  ),
  mutant(
    'the log bucket is not encrypted',
    (world) => world.remove('main-alb', 'aws_s3_bucket_server_side_encryption_configuration'),
    'bucket-plain',
    'buckets',
    'main-alb: aws_s3_bucket.',
    'acme-main-alb-logs-111111111111 is not encrypted',
  ),
  mutant(
    'the log bucket does not block public access',
    (world) => world.remove('main-alb', 'aws_s3_bucket_public_access_block'),
    'bucket-public',
    'buckets',
    'main-alb: aws_s3_bucket.',
    'acme-main-alb-logs-111111111111 does not block public access',
  ),
  mutant(
    'a state is not encrypted',
    (world) => {
      world.stack('payments-networking').terraform.backend.s3.encrypt = false;
    },
    'state-plain',
    'state',
    'payments-networking: terraform.backend',
    'the state of payments-networking is not encrypted',
  ),
  mutant(
    'a state has no lock',
    (world) => {
      delete world.stack('payments-networking').terraform.backend.s3.use_lockfile;
    },
    'state-unlocked',
    'state',
    'payments-networking: terraform.backend',
    'nothing keeps two runs of payments-networking apart',
  ),
  mutant(
    'the Kubernetes API is public',
    (world) => {
      world.body('payments-cluster', 'aws_eks_cluster').vpc_config.endpoint_public_access = true;
    },
    'public-api-open',
    'cluster',
    'payments-cluster: aws_eks_cluster.',
    'the Kubernetes API of acme-payments is open to 0.0.0.0/0',
  ),
  mutant(
    'nodes have no endpoint for their logs',
    (world) => world.remove('payments-networking', 'aws_vpc_endpoint', 'logs'),
    'aws-endpoint-missing',
    'aws-apis',
    'payments-networking: aws_vpc.',
    'the VPC of payments has no endpoint for logs, which every node calls',
  ),
  mutant(
    'the security group of the endpoints opens all ports',
    (world) => {
      const rule = world.body('main-networking', 'aws_vpc_security_group_ingress_rule', 'public_ingress');
      Object.assign(rule, { ip_protocol: '-1', from_port: undefined, to_port: undefined });
    },
    'endpoint-too-open',
    'alb-to-endpoint',
    'main-networking: aws_vpc_security_group_ingress_rule.',
    'the endpoint takes all protocols 0-65535 for main-networking/aws_security_group.network_security-groups_internet-ingress-alb-sg_7F414CA1; expected TCP 443 from the ALB and nothing else',
  ),
  mutant(
    'a deployer administers IAM',
    (world) =>
      world.add('payments-roles', 'aws_iam_role_policy_attachment', 'iam', {
        role: world.reference('payments-roles', 'aws_iam_role', 'network', 'name'),
        policy_arn: 'arn:aws:iam::aws:policy/IAMFullAccess',
      }),
    'admin-policy',
    'rights',
    'payments-roles: aws_iam_role_policy_attachment.iam',
    'acme-payments-network-role has the policy arn:aws:iam::aws:policy/IAMFullAccess',
  ),
  mutant(
    'whoever runs Terraform may become a deployer',
    (world) =>
      world.policy(world.body('payments-roles', 'aws_iam_role', 'network'), 'assume_role_policy', (document) => {
        document.Statement[0].Principal.AWS = ['arn:aws:iam::222222222222:user/whoever'];
      }),
    'trust-stranger',
    'trust',
    'payments-roles: aws_iam_role.network',
    'acme-payments-network-role can be assumed by arn:aws:iam::222222222222:user/whoever, which is neither a deployer nor a role of the same owner',
  ),
];
