import type { Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const INGRESS_RULE = 'aws_vpc_security_group_ingress_rule';
const CLUSTER = 'payments-cluster';
const FIRST = { statement: (document: Json): Json => document.Statement[0] };

/** Breaks of who may reach, become and do what, and of the firewall. */
export const RIGHTS_MUTANTS: readonly Mutant[] = [
  mutant(
    'the ALB opens a third port',
    (world) => {
      const https = world.body('main-networking', INGRESS_RULE, 'internet-https');
      world.add('main-networking', INGRESS_RULE, 'ssh', { ...https, from_port: 22, to_port: 22 });
    },
    'open-ingress',
    'open-to-world',
    `main-networking: ${INGRESS_RULE}.ssh`,
    'acme-main-alb takes tcp 22 for 0.0.0.0/0',
  ),
  mutant(
    'a tenant opens its endpoints to half of the internet',
    (world) => {
      world.body('payments-networking', INGRESS_RULE).cidr_ipv4 = '0.0.0.0/1';
    },
    'open-ingress',
    'open-to-world',
    `payments-networking: ${INGRESS_RULE}.`,
    'acme-payments-aws-endpoints takes tcp 443 for 0.0.0.0/1',
  ),
  mutant(
    'a security group opens itself within its own body',
    (world) => {
      world.body('payments-networking', 'aws_security_group').ingress = [
        { from_port: 443, to_port: 443, protocol: 'tcp', ipv6_cidr_blocks: ['::/0'] },
      ];
    },
    'open-ingress',
    'open-to-world',
    'payments-networking: aws_security_group.',
    'acme-payments-aws-endpoints takes tcp 443 for ::/0',
  ),
  mutant(
    'the NLB may speak to everybody',
    (world) => {
      const rule = world.body('payments-ingress', 'aws_vpc_security_group_egress_rule');
      Object.assign(rule, { cidr_ipv4: '0.0.0.0/0', ip_protocol: '-1', from_port: undefined, to_port: undefined });
    },
    'open-egress',
    'open-to-world',
    'payments-ingress: aws_vpc_security_group_egress_rule.',
    'acme-payments-nlb lets all protocols 0-65535 for 0.0.0.0/0 out',
  ),
  mutant(
    'an endpoint policy loses its pin to the account',
    (world) =>
      world.policy(world.body('payments-networking', 'aws_vpc_endpoint', 's3'), 'policy', (document) => {
        delete FIRST.statement(document).Condition;
      }),
    'principal-star',
    'principals',
    'payments-networking: aws_vpc_endpoint.aws-endpoints_s3',
    'policy allows s3:* to anyone (PrincipalsOfTheAccount)',
  ),
  mutant(
    'an endpoint policy is pinned to a foreign account',
    (world) =>
      world.policy(world.body('payments-networking', 'aws_vpc_endpoint', 's3'), 'policy', (document) => {
        FIRST.statement(document).Condition.StringEquals['aws:PrincipalAccount'] = '333333333333';
      }),
    'principal-star',
    'principals',
    'payments-networking: aws_vpc_endpoint.aws-endpoints_s3',
    'policy allows s3:* to anyone (PrincipalsOfTheAccount)',
  ),
  mutant(
    'the log bucket is readable by anyone',
    (world) =>
      world.policy(world.body('main-alb', 'aws_s3_bucket_policy'), 'policy', (document) => {
        document.Statement.push({
          Sid: 'Open',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: '*',
        });
      }),
    'principal-star',
    'principals',
    'main-alb: aws_s3_bucket_policy.',
    'policy allows s3:GetObject to anyone (Open)',
  ),
  mutant(
    'a key is used by all but one',
    (world) =>
      world.policy(world.body(CLUSTER, 'aws_kms_key'), 'policy', (document) => {
        const statement = FIRST.statement(document);
        statement.NotPrincipal = { AWS: ['arn:aws:iam::999999999999:root'] };
        delete statement.Principal;
      }),
    'principal-star',
    'principals',
    `${CLUSTER}: aws_kms_key.`,
    'policy allows kms:CancelKeyDeletion, kms:CreateAlias, kms:CreateGrant, kms:DeleteAlias, kms:DescribeKey, kms:DisableKey, kms:DisableKeyRotation, kms:EnableKey, kms:EnableKeyRotation, kms:GetKeyPolicy, kms:GetKeyRotationStatus, kms:ListGrants, kms:ListResourceTags, kms:PutKeyPolicy, kms:RevokeGrant, kms:ScheduleKeyDeletion, kms:TagResource, kms:UntagResource, kms:UpdateAlias, kms:UpdateKeyDescription to anyone (AccountKeepsTheKeyThroughIam)',
  ),
  mutant(
    'whom a role trusts cannot be read',
    (world) => {
      world.body('payments-roles', 'aws_iam_role', 'addons').assume_role_policy = '{"Statement":[]}';
    },
    'trust-unknown',
    'trust',
    'payments-roles: aws_iam_role.addons',
    'whom acme-payments-addons-role trusts is not understood',
  ),
  mutant(
    'a stranger may become a deployer',
    (world) =>
      world.policy(world.body('central-roles', 'aws_iam_role', 'connection'), 'assume_role_policy', (document) => {
        FIRST.statement(document).Principal.AWS.push('arn:aws:iam::999999999999:role/someone');
      }),
    'trust-stranger',
    'trust',
    'central-roles: aws_iam_role.connection',
    'acme-connection-role can be assumed by arn:aws:iam::999999999999:role/someone, which is neither a deployer nor a role of the same owner',
  ),
  mutant(
    'another tenant may register a tenant',
    (world) =>
      world.policy(world.body('payments-registration', 'aws_iam_role'), 'assume_role_policy', (document) => {
        const theirs = 'arn:aws:iam::333333333333:role/acme/acme-storefront-ingress-role';
        FIRST.statement(document).Principal.AWS = ['arn:aws:iam::333333333333:root'];
        FIRST.statement(document).Condition.ArnEquals['aws:PrincipalArn'] = theirs;
      }),
    'trust-stranger',
    'trust',
    'payments-registration: aws_iam_role.',
    'acme-payments-registrar-role can be assumed by arn:aws:iam::333333333333:role/acme/acme-storefront-ingress-role, which is neither a deployer nor a role of the same owner',
  ),
  mutant(
    "everybody in the tenant's account may register it",
    (world) =>
      world.policy(world.body('payments-registration', 'aws_iam_role'), 'assume_role_policy', (document) => {
        delete FIRST.statement(document).Condition;
      }),
    'trust-account',
    'trust',
    'payments-registration: aws_iam_role.',
    'acme-payments-registrar-role can be assumed by everybody in the account 222222222222',
  ),
  mutant(
    'any pod may become the load balancer controller',
    (world) => {
      const role = world.body(CLUSTER, 'aws_iam_role', 'load-balancer-controller');
      world.policy(role, 'assume_role_policy', (document) => {
        const { Condition } = FIRST.statement(document);
        const claim = Object.keys(Condition.StringEquals).find((key) => key.endsWith(':sub')) ?? '';
        Condition.StringLike = { [claim]: 'system:serviceaccount:*' };
        delete Condition.StringEquals[claim];
      });
    },
    'trust-web-identity',
    'trust',
    `${CLUSTER}: aws_iam_role.load-balancer-controller`,
    'acme-payments-eks-load-balancer-role can be assumed by any service account of the cluster: sub is not pinned',
  ),
  mutant(
    'a deployer may do everything in a service',
    (world) =>
      world.policy(world.body('payments-roles', 'aws_iam_role_policy', 'addons'), 'policy', (document) => {
        document.Statement.push({ Sid: 'All', Effect: 'Allow', Action: 'eks:*', Resource: '*' });
      }),
    'admin-statement',
    'rights',
    'payments-roles: aws_iam_role_policy.addons',
    'acme-payments-addons-role may do eks:* on every resource (All)',
  ),
  mutant(
    'the ALB has lost its firewall',
    (world) => world.remove('main-alb', 'aws_wafv2_web_acl_association'),
    'firewall-missing',
    'firewall',
    'main-alb: aws_lb.',
    'acme-main-alb has no web ACL',
  ),
  mutant(
    'the firewall knows no bad inputs',
    (world) => {
      const acl = world.body('main-alb', 'aws_wafv2_web_acl');
      acl.rule = acl.rule.filter(({ name }: Json) => name !== 'AWSManagedRulesKnownBadInputsRuleSet');
    },
    'firewall-no-groups',
    'firewall',
    'main-alb: aws_wafv2_web_acl.',
    'acme-main-alb lacks the managed rules AWSManagedRulesKnownBadInputsRuleSet',
  ),
];
