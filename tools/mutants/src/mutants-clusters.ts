import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

const STACK = 'payments-cluster';
const ADDONS = 'payments-addons';

/** A break of the cluster or of its nodes, which the guard `cluster` catches. */
function ofCluster(
  name: string,
  type: string,
  change: (body: Json) => void,
  code: Mutant['code'],
  message: string,
): Mutant {
  const breakIt = (world: BreakableWorld): void => change(world.body(STACK, type));
  return mutant(name, breakIt, code, 'cluster', `${STACK}: ${type}.`, message);
}

/** Breaks of who may use a cluster, of what it keeps secret, and of where its charts and providers lead. */
export const CLUSTER_MUTANTS: readonly Mutant[] = [
  ofCluster(
    'the Kubernetes API is open to the internet in two halves',
    'aws_eks_cluster',
    ({ vpc_config: network }) => {
      Object.assign(network, { endpoint_public_access: true, public_access_cidrs: ['0.0.0.0/1', '128.0.0.0/1'] });
    },
    'public-api-open',
    'the Kubernetes API of acme-payments is open to 0.0.0.0/1, 128.0.0.0/1',
  ),
  ofCluster(
    'a config map says who may use a cluster',
    'aws_eks_cluster',
    ({ access_config: access }) => {
      access.authentication_mode = 'API_AND_CONFIG_MAP';
    },
    'cluster-authentication',
    'acme-payments takes whom a config map within it names (authentication mode API_AND_CONFIG_MAP)',
  ),
  ofCluster(
    'who creates a cluster keeps it',
    'aws_eks_cluster',
    ({ access_config: access }) => {
      delete access.bootstrap_cluster_creator_admin_permissions;
    },
    'cluster-creator',
    'whoever creates acme-payments administers it for ever',
  ),
  ofCluster(
    'the secrets of a cluster lie open',
    'aws_eks_cluster',
    (body) => delete body.encryption_config,
    'cluster-secrets',
    'no key of the stacks encrypts the secrets of acme-payments',
  ),
  ofCluster(
    'a cluster does not log who did what',
    'aws_eks_cluster',
    (body) => {
      body.enabled_cluster_log_types = ['api', 'scheduler'];
    },
    'cluster-logs',
    'acme-payments does not log audit, authenticator',
  ),
  mutant(
    'nodes give their credentials without a token',
    (world) => {
      delete world.body(STACK, 'aws_launch_template').metadata_options.http_tokens;
    },
    'node-credentials',
    'cluster',
    `${STACK}: aws_eks_node_group.`,
    'the nodes of acme-payments-main give their credentials to whoever asks, without a token',
  ),
  mutant(
    'the volumes of nodes are not encrypted',
    (world) => {
      world.body(STACK, 'aws_launch_template').block_device_mappings[0].ebs.encrypted = 'false';
    },
    'node-volumes',
    'cluster',
    `${STACK}: aws_eks_node_group.`,
    'a volume of the nodes of acme-payments-main is not encrypted',
  ),
  mutant(
    'a chart comes from somebody else',
    (world) => {
      world.body(ADDONS, 'helm_release', 'load-balancer-controller').repository = 'https://charts.example.net';
    },
    'chart-repository',
    'model',
    `${ADDONS}: helm_release.`,
    'the chart aws-load-balancer-controller comes from https://charts.example.net; expected https://aws.github.io/eks-charts',
  ),
  mutant(
    'charts go into a cluster of somebody else',
    (world) => {
      const [provider] = world.stack(ADDONS).provider.helm;
      provider.kubernetes.host = 'https://0A1B.gr7.eu-central-1.eks.amazonaws.com';
    },
    'unresolved',
    'model',
    `${ADDONS}: provider.helm`,
    'host = https://0A1B.gr7.eu-central-1.eks.amazonaws.com cannot be resolved: expected the endpoint of the cluster of payments',
  ),
  mutant(
    'a stack speaks to an AWS of its own',
    (world) => {
      world.stack('payments-networking').provider.aws[0].endpoints = [{ ec2: 'https://aws.example.net' }];
    },
    'unresolved',
    'model',
    'payments-networking: provider.aws',
    'endpoints = [{"ec2":"https://aws.example.net"}] cannot be resolved: this argument is not read',
  ),
  mutant(
    'a resource is left as it is',
    (world) => {
      world.body('payments-connection', 'aws_lb_listener_rule').lifecycle = { ignore_changes: ['condition'] };
    },
    'unresolved',
    'model',
    'payments-connection: aws_lb_listener_rule.',
    'lifecycle.ignore_changes = condition cannot be resolved: what it is instead of what the JSON says is not known here',
  ),
];
