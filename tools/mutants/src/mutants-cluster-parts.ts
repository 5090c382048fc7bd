import { mutant } from './mutant';
import type { Mutant } from './mutant';

const STACK = 'payments-cluster';
const CLUSTER = `${STACK}: aws_eks_cluster.`;
const NODES = `${STACK}: aws_eks_node_group.`;
const LABEL = 'acme-payments';
const ATTACHMENT = 'aws_iam_role_policy_attachment';
const ASSOCIATION = 'aws_eks_access_policy_association';
const DEPLOYER = 'arn:aws:iam::222222222222:role/acme/acme-payments-addons-role';

const notAdministered = `${DEPLOYER}, which deploys payments-addons, does not administer ${LABEL}`;

/** An add-on that the cluster stack does not make. */
function withoutAddOn(name: string): Mutant {
  return mutant(
    `a cluster has no add-on ${name}`,
    (world) => world.remove(STACK, 'aws_eks_addon', name),
    'cluster-add-on',
    'cluster',
    CLUSTER,
    `${LABEL} has no add-on ${name}, without which no pod works`,
  );
}

/** A policy of AWS that a role of the cluster does without. */
function withoutPolicy(policy: string, at: string, component: string, role: string): Mutant {
  return mutant(
    `${component} does without ${policy}`,
    (world) => world.remove(STACK, ATTACHMENT, policy),
    'cluster-role-right',
    'cluster',
    at,
    `${component} becomes ${role}, which has not the policy ${policy}`,
  );
}

/** Breaks of what a cluster cannot do without, and no request passes. */
export const CLUSTER_PART_MUTANTS: readonly Mutant[] = [
  ...['vpc-cni', 'coredns', 'kube-proxy'].map(withoutAddOn),
  mutant(
    'an add-on is installed in another cluster',
    (world) => (world.body(STACK, 'aws_eks_addon', 'coredns').cluster_name = 'acme-storefront'),
    'cluster-add-on',
    'cluster',
    CLUSTER,
    `${LABEL} has no add-on coredns, without which no pod works`,
  ),
  withoutPolicy('AmazonEKSClusterPolicy', CLUSTER, 'the control plane', 'acme-payments-eks-cluster-role'),
  withoutPolicy('AmazonEKSWorkerNodePolicy', NODES, 'the nodes of acme-payments-main', 'acme-payments-eks-node-role'),
  withoutPolicy(
    'AmazonEC2ContainerRegistryPullOnly',
    NODES,
    'the nodes of acme-payments-main',
    'acme-payments-eks-node-role',
  ),
  withoutPolicy('AmazonEKS_CNI_Policy', `${STACK}: aws_eks_addon.`, 'vpc-cni', 'acme-payments-eks-vpc-cni-role'),
  mutant(
    'the network plugin becomes the role of its node',
    (world) => delete world.body(STACK, 'aws_eks_addon', 'vpc-cni').service_account_role_arn,
    'cluster-role-right',
    'cluster',
    `${STACK}: aws_eks_addon.`,
    'vpc-cni becomes acme-payments-eks-node-role, which has not the policy AmazonEKS_CNI_Policy',
  ),
  mutant(
    'the cluster lets the deployer of its add-ons do nothing',
    (world) => world.remove(STACK, ASSOCIATION),
    'cluster-deployer',
    'cluster',
    CLUSTER,
    notAdministered,
  ),
  mutant(
    'the deployer of the add-ons administers one namespace',
    (world) => (world.body(STACK, ASSOCIATION).access_scope = { type: 'namespace', namespaces: ['default'] }),
    'cluster-deployer',
    'cluster',
    CLUSTER,
    notAdministered,
  ),
  mutant(
    'the deployer of the add-ons may look only',
    (world) => {
      const policy = world.body(STACK, ASSOCIATION);
      policy.policy_arn = policy.policy_arn.replace('ClusterAdmin', 'View');
    },
    'cluster-deployer',
    'cluster',
    CLUSTER,
    notAdministered,
  ),
  mutant(
    'the deployer of the add-ons has no access entry',
    (world) => {
      world.remove(STACK, 'aws_eks_access_entry');
      world.body(STACK, ASSOCIATION).principal_arn = DEPLOYER;
    },
    'cluster-deployer',
    'cluster',
    CLUSTER,
    notAdministered,
  ),
  mutant(
    'the key of the secrets is never renewed',
    (world) => (world.body(STACK, 'aws_kms_key').enable_key_rotation = false),
    'key-fixed',
    'cluster',
    `${STACK}: aws_kms_key.`,
    `the key of the secrets of ${LABEL} is never renewed`,
  ),
  mutant(
    'the key of the secrets is disabled',
    (world) => (world.body(STACK, 'aws_kms_key').is_enabled = false),
    'key-off',
    'cluster',
    `${STACK}: aws_kms_key.`,
    `the key of the secrets of ${LABEL} is disabled; nobody could read them`,
  ),
  mutant(
    'pods reach the credentials of their node',
    (world) => (world.body(STACK, 'aws_launch_template').metadata_options.http_put_response_hop_limit = 2),
    'node-credential-hops',
    'cluster',
    NODES,
    'the nodes of acme-payments-main give their credentials 2 hops far; pods on them would have the rights of the node',
  ),
  mutant(
    'the launch template leaves to EKS how far credentials reach',
    (world) => delete world.body(STACK, 'aws_launch_template').metadata_options.http_put_response_hop_limit,
    'node-credential-hops',
    'cluster',
    NODES,
    'the nodes of acme-payments-main give their credentials more than one hops far; pods on them would have the rights of the node',
  ),
];
