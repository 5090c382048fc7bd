import type { BreakableWorld } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const NODES = 'payments-cluster: aws_iam_role_policy.escalates';
const LABEL = 'acme-payments-eks-node-role';

/** The role of the nodes may do what makes more of it. */
function escalates(name: string, actions: readonly string[], resource: string): Mutant {
  return mutant(
    name,
    (world: BreakableWorld) =>
      world.add('payments-cluster', 'aws_iam_role_policy', 'escalates', {
        role: world.reference('payments-cluster', 'aws_iam_role', 'eks-data-plane', 'name'),
        policy: JSON.stringify({ Statement: [{ Sid: 'More', Effect: 'Allow', Action: actions, Resource: resource }] }),
      }),
    'admin-statement',
    'rights',
    NODES,
    `${LABEL} may do ${actions.join(', ')} on every resource (More)`,
  );
}

/** Proof records that do not hold what the certificate asks for. */
function provesNothing(
  name: string,
  stack: string,
  part: string,
  argument: string,
  value: string,
  shown: string,
): Mutant {
  return mutant(
    name,
    (world: BreakableWorld) => {
      world.body(stack, 'aws_route53_record', part)[argument] = argument === 'records' ? [value] : value;
    },
    'unresolved',
    'model',
    `${stack}: aws_route53_record.`,
    `${argument} = ${shown} cannot be resolved: expected resource_record_${argument === 'type' ? 'type' : 'value'} of the certificate`,
  );
}

/** Breaks by which a right grows, a ceiling falls, or a proof proves nothing. */
export const ESCALATION_MUTANTS: readonly Mutant[] = [
  escalates('a role may attach any policy to any role', ['iam:AttachRolePolicy'], '*'),
  escalates('a role may pass any role on', ['iam:PassRole'], 'arn:aws:iam::222222222222:role/*'),
  escalates('a role may become any role', ['sts:AssumeRole'], '*'),
  escalates('a role may put what it likes into any role', ['iam:Put*'], '*'),
  mutant(
    'a role for nodes has no ceiling',
    (world) => {
      delete world.body('payments-cluster', 'aws_iam_role', 'eks-data-plane').permissions_boundary;
    },
    'boundary-missing',
    'rights',
    'payments-cluster: aws_iam_role.',
    `${LABEL} makes roles, or is made beside the deployers, and has no policy as its ceiling`,
  ),
  mutant(
    'a deployer that makes roles has no ceiling',
    (world) => {
      delete world.body('payments-roles', 'aws_iam_role', 'cluster').permissions_boundary;
    },
    'boundary-missing',
    'rights',
    'payments-roles: aws_iam_role.',
    'acme-payments-cluster-role makes roles, or is made beside the deployers, and has no policy as its ceiling',
  ),
  mutant(
    'a ceiling is as high as the sky',
    (world) =>
      world.policy(world.body('payments-roles', 'aws_iam_policy', 'deployer-boundary'), 'policy', (document) => {
        document.Statement.unshift({ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' });
      }),
    'boundary-open',
    'rights',
    'payments-roles: aws_iam_policy.',
    'the policy acme-payments-boundary-deployers allows everything on every resource (All), so it is no ceiling',
  ),
  mutant(
    'a health check waits longer than its turn',
    (world) => {
      world.body('payments-connection', 'aws_lb_target_group').health_check.timeout = 15;
    },
    'health-check-time',
    'target-group',
    'payments-connection: aws_lb_target_group.',
    'the health check of acme-payments waits 15 seconds for an answer and asks again after 15; AWS refuses it',
  ),
  mutant(
    'an address that is no pod takes requests',
    (world) =>
      world.add('payments-ingress', 'aws_lb_target_group_attachment', 'more', {
        target_group_arn: world.reference('payments-ingress', 'aws_lb_target_group', '', 'arn'),
        target_id: '10.11.0.9',
      }),
    'pods-fixed',
    'pods',
    'payments-ingress: aws_lb_target_group_attachment.more',
    'acme-payments-pods also sends to 10.11.0.9, which is no pod that a binding registers',
  ),
  provesNothing(
    'the certificate of the ALB is proven by a word',
    'main-alb',
    'validation',
    'records',
    '_x.acm.example',
    '[_x.acm.example]',
  ),
  provesNothing(
    'the certificate of an NLB is proven by a text',
    'payments-ingress',
    'validation-payments',
    'type',
    'TXT',
    'TXT',
  ),
];
