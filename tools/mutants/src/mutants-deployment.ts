import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const STACK = 'payments-networking';
const ADDONS = 'payments-addons';
const OWN = 'arn:aws:iam::222222222222:role/acme/acme-payments-network-role';
const FOREIGN = 'arn:aws:iam::333333333333:role/acme/acme-storefront-network-role';

function backend(world: BreakableWorld, stack = STACK): Json {
  return world.stack(stack).terraform.backend.s3;
}

function provider(world: BreakableWorld, stack = STACK, name = 'aws'): Json {
  return world.stack(stack).provider[name][0];
}

/** A break of who deploys a stack. */
function ofDeployer(name: string, change: (provider: Json) => void, got: string): Mutant {
  return mutant(
    name,
    (world) => change(provider(world)),
    'deployer-stranger',
    'deployers',
    `${STACK}: provider.aws`,
    `the stack is deployed by ${got}; expected a role of account 222222222222 that the stacks make for its owner`,
  );
}

/** A break of where a stack has its state. */
function ofState(name: string, change: (backend: Json) => void, code: Mutant['code'], message: string): Mutant {
  const at = `${STACK}: terraform.backend`;
  return mutant(name, (world) => change(backend(world)), code, 'state', at, message);
}

/** Something in the JSON that the model cannot take as it is. */
function unresolved(name: string, change: (world: BreakableWorld) => void, at: string, message: string): Mutant {
  return mutant(name, change, 'unresolved', 'model', at, message);
}

/** Breaks of by whom, from where and in which order a stack is deployed. */
export const DEPLOYMENT_MUTANTS: readonly Mutant[] = [
  ofDeployer(
    'a stack is deployed by whoever runs Terraform',
    (aws) => delete aws.assume_role,
    'whoever runs Terraform',
  ),
  ofDeployer(
    'a stack is deployed by a role of another tenant',
    (aws) => (aws.assume_role[0].role_arn = FOREIGN),
    FOREIGN,
  ),
  ofDeployer(
    'a stack is deployed by a role that nobody makes',
    (aws) => (aws.assume_role[0].role_arn = `${OWN}-2`),
    `${OWN}-2`,
  ),
  mutant(
    'a provider leaves the region to the environment',
    (world) => delete provider(world, 'partner-api-dns').region,
    'deployer-region',
    'deployers',
    'partner-api-dns: provider.aws',
    'the provider has no region; the environment of whoever runs Terraform would decide it',
  ),
  mutant(
    'two stacks have changed their states',
    (world) => {
      const [one, other] = [backend(world), backend(world, 'payments-ingress')];
      [one.key, other.key] = [other.key, one.key];
    },
    'state-key',
    'state',
    `${STACK}: terraform.backend`,
    `the state of ${STACK} has the key payments/ingress; expected payments/networking-setup, or it would destroy what another stack made`,
  ),
  ofState(
    'a stack begins a new state',
    (s3) => (s3.key = 'payments/networking'),
    'state-key',
    `the state of ${STACK} has the key payments/networking; expected payments/networking-setup, or it would destroy what another stack made`,
  ),
  ofState(
    'a state lies in the bucket of another tenant',
    (s3) => (s3.bucket = s3.bucket.replace('222222222222', '333333333333')),
    'state-account',
    `the state of ${STACK} lies in acme-tfstate-333333333333-eu-central-1, by account 222222222222; its resources lie in 222222222222`,
  ),
  ofState(
    'a backend does not pin its account',
    (s3) => delete s3.allowed_account_ids,
    'state-account',
    `the state of ${STACK} lies in acme-tfstate-222222222222-eu-central-1, by account ?; its resources lie in 222222222222`,
  ),
  ofState(
    'a state is written by another role than its deployer',
    (s3) => (s3.assume_role.role_arn = FOREIGN),
    'state-role',
    `the state of ${STACK} is written by ${FOREIGN}; the stack is deployed by ${OWN}`,
  ),
  ofState(
    'a state is written by whoever runs Terraform',
    (s3) => delete s3.assume_role,
    'state-role',
    `the state of ${STACK} is written by nobody else; the stack is deployed by ${OWN}`,
  ),
  unresolved(
    'a provider comes from somebody else',
    (world) => (world.stack(STACK).terraform.required_providers.aws.source = 'somebody/aws'),
    `${STACK}: terraform.required_providers`,
    'aws.source = "somebody/aws" cannot be resolved: expected hashicorp/aws',
  ),
  unresolved(
    'a program of somebody gives the token of a cluster',
    (world) => (provider(world, ADDONS, 'kubernetes').exec[0].command = './token.sh'),
    `${ADDONS}: provider.kubernetes`,
    'exec = ./token.sh eks get-token --cluster-name ${jsondecode(data.aws_ssm_parameter.cluster_parameter_D65D50D5.insecure_value).clusterName} --region eu-central-1 --role-arn arn:aws:iam::222222222222:role/acme/acme-payments-addons-role cannot be resolved: expected aws eks get-token',
  ),
  unresolved(
    'charts are installed by the token of another program',
    (world) => {
      const server = provider(world, ADDONS, 'helm').kubernetes;
      (Array.isArray(server) ? server[0] : server).exec.args = ['sts', 'get-session-token'];
    },
    `${ADDONS}: provider.helm`,
    'exec = aws sts get-session-token cannot be resolved: expected aws eks get-token',
  ),
  unresolved(
    'a resource waits for another that is not there',
    (world) => (world.body('payments-connection', 'aws_lb_target_group').depends_on = ['aws_vpc_endpoint.gone']),
    'payments-connection: aws_lb_target_group.',
    'depends_on[0] = aws_vpc_endpoint.gone cannot be resolved: the stack has no such resource',
  ),
  unresolved(
    'a resource is switched off',
    (world) => (world.body('payments-connection', 'aws_lb_listener_rule').lifecycle = { enabled: false }),
    'payments-connection: aws_lb_listener_rule.',
    'lifecycle.enabled = false cannot be resolved: this argument is not read',
  ),
  mutant(
    'the ceiling of a role is a policy that nobody makes',
    (world) => {
      const role = world.body('payments-cluster', 'aws_iam_role', 'data-plane');
      role.permissions_boundary = 'arn:aws:iam::222222222222:policy/acme/none';
    },
    'boundary-unknown',
    'rights',
    'payments-cluster: aws_iam_role.',
    'acme-payments-eks-node-role has arn:aws:iam::222222222222:policy/acme/none as its ceiling, which no stack of its account makes',
  ),
  mutant(
    'the ceiling of a role lies in another account',
    (world) => {
      const role = world.body('payments-cluster', 'aws_iam_role', 'data-plane');
      role.permissions_boundary = 'arn:aws:iam::333333333333:policy/acme/acme-storefront-boundary';
    },
    'boundary-unknown',
    'rights',
    'payments-cluster: aws_iam_role.',
    'acme-payments-eks-node-role has arn:aws:iam::333333333333:policy/acme/acme-storefront-boundary as its ceiling, which no stack of its account makes',
  ),
];
