import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const ROLES = 'payments-roles';
const ROLE_POLICY = 'aws_iam_role_policy';
const ATTACHMENT = 'aws_iam_role_policy_attachment';
const STRANGER = 'arn:aws:iam::999999999999:root';

/** The role that deploys add-ons may do a statement more. */
function mayAlso(name: string, statement: Json, may: string): Mutant {
  return mutant(
    name,
    (world) =>
      world.policy(world.body(ROLES, ROLE_POLICY, 'addons'), 'policy', (document) => {
        document.Statement.push({ Sid: 'More', Effect: 'Allow', ...statement });
      }),
    'admin-statement',
    'rights',
    `${ROLES}: ${ROLE_POLICY}.addons`,
    `acme-payments-addons-role may do ${may} (More)`,
  );
}

/** A tenant may do a statement more in the central account. */
function registrarMay(
  name: string,
  statement: Json,
  code: 'registrar-right' | 'parameter-right' | 'dns-right',
  message: string,
): Mutant {
  return mutant(
    name,
    (world) =>
      world.policy(world.body('payments-registration', ROLE_POLICY), 'policy', (document) => {
        document.Statement.push({ Effect: 'Allow', ...statement });
      }),
    code,
    'isolation',
    `payments-registration: ${ROLE_POLICY}.`,
    message,
  );
}

/** A policy is attached to the role that deploys add-ons. */
function attached(
  name: string,
  arn: string,
  [code, hop, message]: readonly ['policy-unknown' | 'unresolved', string, string],
) {
  return mutant(
    name,
    (world: BreakableWorld) =>
      world.add(ROLES, ATTACHMENT, 'more', {
        role: world.reference(ROLES, 'aws_iam_role', 'addons', 'name'),
        policy_arn: arn,
      }),
    code,
    hop,
    `${ROLES}: ${ATTACHMENT}.more`,
    message,
  );
}

/** Breaks of policies: what is inverted, what is as good as everything, and who is nobody of ours. */
export const POLICY_MUTANTS: readonly Mutant[] = [
  mayAlso(
    'a deployer may do everything, but to one resource',
    { Action: '*', NotResource: 'arn:aws:s3:::x' },
    '* on every resource but arn:aws:s3:::x',
  ),
  mayAlso(
    'a deployer may do everything but one action',
    { NotAction: 'iam:CreateUser', Resource: '*' },
    'everything but iam:CreateUser on every resource',
  ),
  mayAlso(
    'a deployer may do everything but one action, but to one resource',
    { NotAction: ['s3:GetObject'], NotResource: ['arn:aws:s3:::x/*'] },
    'everything but s3:GetObject on every resource but arn:aws:s3:::x/*',
  ),
  mayAlso(
    'a deployer may do everything in every service on a condition',
    { Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'ap-south-1' } } },
    '* on every resource',
  ),
  mayAlso(
    'a deployer may do whatever ends in Role',
    { Action: 'iam:*Role', Resource: '*' },
    'iam:*Role on every resource',
  ),
  mayAlso(
    'a deployer may do an action of every service',
    { Action: '*:Create*', Resource: '*' },
    '*:Create* on every resource',
  ),
  mayAlso(
    'a deployer may do everything in a service on what is every resource in other words',
    { Action: 'iam:*', Resource: 'arn:aws:iam::222222222222:*' },
    'iam:* on every resource',
  ),
  mutant(
    'a policy of the stack that gives everything is attached to a role',
    (world) => {
      world.add(ROLES, 'aws_iam_policy', 'all', {
        policy: JSON.stringify({ Statement: [{ Sid: 'All', Effect: 'Allow', Action: '*', NotResource: 'arn:x' }] }),
      });
      world.add(ROLES, ATTACHMENT, 'all', {
        role: world.reference(ROLES, 'aws_iam_role', 'addons', 'name'),
        policy_arn: '${aws_iam_policy.all.arn}',
      });
    },
    'admin-statement',
    'rights',
    `${ROLES}: ${ATTACHMENT}.all`,
    'acme-payments-addons-role may do * on every resource but arn:x (All)',
  ),
  attached('a role has a policy of AWS that nobody knows', 'arn:aws:iam::aws:policy/AmazonEC2RoleforSSM', [
    'policy-unknown',
    'rights',
    'acme-payments-addons-role has the policy arn:aws:iam::aws:policy/AmazonEC2RoleforSSM, whose statements are not known here',
  ]),
  attached('a role has a policy of an account that is not synthesized', 'arn:aws:iam::222222222222:policy/x', [
    'unresolved',
    'model',
    'policy_arn = arn:aws:iam::222222222222:policy/x cannot be resolved: expected a policy of the synthesized stacks or of AWS',
  ]),
  mutant(
    'a policy is given to a role that a look-up finds',
    (world) => {
      world.stack(ROLES).data = { aws_iam_role: { same: { name: 'acme-payments-addons-role' } } };
      world.add(ROLES, ATTACHMENT, 'more', {
        role: '${data.aws_iam_role.same.name}',
        policy_arn: 'arn:aws:iam::aws:policy/AmazonEKSClusterPolicy',
      });
    },
    'not-understood',
    'model',
    `${ROLES}: data.aws_iam_role.same`,
    'data.aws_iam_role may open a way or give a right, and is not understood here',
  ),
  registrarMay(
    'a tenant may write every parameter but its own',
    {
      Action: 'ssm:PutParameter',
      NotResource: 'arn:aws:ssm:eu-central-1:111111111111:parameter/vpces-service-name-payments',
    },
    'parameter-right',
    'payments may write the parameters everything but arn:aws:ssm:eu-central-1:111111111111:parameter/vpces-service-name-payments; expected vpces-service-name-payments only',
  ),
  registrarMay(
    'a tenant may delete every parameter',
    { Action: 'ssm:DeleteParameter', Resource: '*' },
    'parameter-right',
    'payments may write the parameters *; expected vpces-service-name-payments only',
  ),
  registrarMay(
    'a tenant may change listeners in the central account',
    { Action: ['elasticloadbalancing:ModifyListener', 'ssm:GetParameter'], Resource: '*' },
    'registrar-right',
    'payments may elasticloadbalancing:ModifyListener in the central account; expected its own parameter and records only',
  ),
  registrarMay(
    'a tenant may do everything but one action in the central account',
    { NotAction: ['route53:ChangeResourceRecordSets', 'ssm:*'], Resource: '*' },
    'registrar-right',
    'payments may everything but route53:ChangeResourceRecordSets, ssm:* in the central account; expected its own parameter and records only',
  ),
  registrarMay(
    'a tenant may change any record beside one of its own',
    {
      Action: 'route53:ChangeResourceRecordSets',
      Resource: '*',
      Condition: {
        'ForAnyValue:StringLike': {
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['_*.pay.apps.example.com'],
        },
      },
    },
    'dns-right',
    'payments may change the DNS names of the whole zone, which are not its own',
  ),
  mutant(
    'a policy of AWS gives the tenant rights in the central account',
    (world) =>
      world.add('payments-registration', ATTACHMENT, 'more', {
        role: world.reference('payments-registration', 'aws_iam_role', '', 'name'),
        policy_arn: 'arn:aws:iam::aws:policy/AmazonEKSClusterPolicy',
      }),
    'registrar-right',
    'isolation',
    `payments-registration: ${ATTACHMENT}.more`,
    'payments may arn:aws:iam::aws:policy/AmazonEKSClusterPolicy in the central account; expected its own parameter and records only',
  ),
  mutant(
    'the log bucket is readable by a stranger',
    (world) =>
      world.policy(world.body('main-alb', 'aws_s3_bucket_policy'), 'policy', (document) => {
        const read = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
        document.Statement.push({ ...read, Principal: { AWS: STRANGER } });
      }),
    'principal-stranger',
    'principals',
    'main-alb: aws_s3_bucket_policy.',
    `policy allows s3:GetObject to ${STRANGER} (Read), which is neither of the account nor a role of the same owner`,
  ),
  mutant(
    "a key is used by another tenant's account",
    (world) =>
      world.policy(world.body('payments-cluster', 'aws_kms_key'), 'policy', (document) => {
        const use = { Sid: 'Use', Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };
        document.Statement.push({ ...use, Principal: { AWS: '333333333333' } });
      }),
    'principal-stranger',
    'principals',
    'payments-cluster: aws_kms_key.',
    'policy allows kms:Decrypt to 333333333333 (Use), which is neither of the account nor a role of the same owner',
  ),
  mutant(
    'everybody but the deployer may become a deployer',
    (world) =>
      world.policy(world.body(ROLES, 'aws_iam_role', 'addons'), 'assume_role_policy', (document) => {
        const [statement] = document.Statement;
        statement.NotPrincipal = statement.Principal;
        delete statement.Principal;
      }),
    'trust-stranger',
    'trust',
    `${ROLES}: aws_iam_role.addons`,
    'acme-payments-addons-role can be assumed by everybody but arn:aws:iam::111111111111:role/platform-ci, which is neither a deployer nor a role of the same owner',
  ),
  mutant(
    'the tokens of a foreign issuer make pods of strangers',
    (world) => {
      world.body('payments-cluster', 'aws_iam_openid_connect_provider').url = 'https://token.example.net';
    },
    'trust-stranger',
    'trust',
    'payments-cluster: aws_iam_role.load-balancer-controller',
    'acme-payments-eks-load-balancer-role can be assumed by ${payments-cluster/aws_iam_openid_connect_provider.web-identity_provider_58E857B2.arn}, which is neither a deployer nor a role of the same owner',
  ),
  mutant(
    'a stranger administers the cluster',
    (world) =>
      world.add('payments-cluster', 'aws_eks_access_entry', 'stranger', {
        cluster_name: 'acme-payments',
        principal_arn: 'arn:aws:iam::999999999999:role/someone',
      }),
    'cluster-stranger',
    'cluster',
    'payments-cluster: aws_eks_access_entry.stranger',
    'arn:aws:iam::999999999999:role/someone may use the Kubernetes API of acme-payments, and is neither of its account nor of the same owner',
  ),
  mutant(
    'a policy of the cluster is given past its entries',
    (world) => {
      const policy = world.body('payments-cluster', 'aws_eks_access_policy_association');
      policy.principal_arn = 'arn:aws:iam::333333333333:role/someone';
    },
    'cluster-stranger',
    'cluster',
    'payments-cluster: aws_eks_access_policy_association.',
    'arn:aws:iam::333333333333:role/someone may use the Kubernetes API of acme-payments, and is neither of its account nor of the same owner',
  ),
];
