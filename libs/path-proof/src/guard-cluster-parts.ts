import type { EksCluster, NetworkModel } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext } from './guard';
import { all } from './walk';

/** Add-ons without which no pod has an address, a name or a way. */
const NEEDED_ADDONS = ['vpc-cni', 'coredns', 'kube-proxy'] as const;

const OF_AWS = 'arn:aws:iam::aws:policy/';
/** Whoever has it administers the cluster, as the deployer of the add-ons must. */
const ADMINISTERS = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy';

/** What a cluster cannot do without: its add-ons, the rights of its roles, its key, and a deployer that it lets in. */
export function clusterPartFindings({ model, index }: GuardContext): readonly Finding[] {
  return [...model.clusters.values()].flatMap((cluster) => [
    ...addOnFindings(cluster),
    ...roleFindings(model, cluster),
    ...keyFindings(model, cluster),
    ...deployerFindings(model, index.clusterAccessIn.get(cluster.stack) ?? [], cluster),
  ]);
}

function addOnFindings(cluster: EksCluster): readonly Finding[] {
  const { label, addons } = cluster;
  const missing = NEEDED_ADDONS.filter((needed) => !addons.some(({ name }) => name === needed));
  return missing.map((name) => finding('cluster-add-on', cluster, { label, name }));
}

/** Which policies of AWS each role needs. @source EKS User Guide, "Amazon EKS cluster IAM role" and the roles of nodes */
function roleFindings(model: NetworkModel, cluster: EksCluster): readonly Finding[] {
  const groups = all(model.nodeGroups, cluster.nodeGroups);
  const plugin = cluster.addons.find(({ name }) => name === 'vpc-cni');
  const needs = [
    { at: cluster, component: 'the control plane', role: cluster.role, policies: ['AmazonEKSClusterPolicy'] },
    ...groups.map((group) => ({
      at: group,
      component: `the nodes of ${group.label}`,
      role: group.role,
      policies: ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly'],
    })),
    ...(plugin
      ? [{ at: plugin, component: 'vpc-cni', role: plugin.role ?? groups[0]?.role, policies: ['AmazonEKS_CNI_Policy'] }]
      : []),
  ];
  return needs.flatMap(({ at, component, role = '', policies }) => {
    const attached = new Set((model.roles.get(role)?.policies ?? []).map(({ attachedArn }) => attachedArn));
    const label = model.roles.get(role)?.label ?? 'no role';
    return policies
      .filter((policy) => !attached.has(`${OF_AWS}${policy}`))
      .map((policy) => finding('cluster-role-right', at, { component, label, policy }));
  });
}

function keyFindings({ encryptionKeys }: NetworkModel, { secretsKey = '', label }: EksCluster): readonly Finding[] {
  const key = encryptionKeys.get(secretsKey);
  if (!key) return [];
  return [
    ...(key.enabled ? [] : [finding('key-off', key, { label })]),
    ...(key.rotates ? [] : [finding('key-fixed', key, { label })]),
  ];
}

/** Only access entries say who may use the API, so the deployer of the add-ons has one, too. */
function deployerFindings(
  { stacks }: NetworkModel,
  access: readonly { readonly principal: string; readonly policy?: string; readonly scope?: string }[],
  cluster: EksCluster,
): readonly Finding[] {
  const stack = stacks.get(cluster.stack.replace(/-cluster$/, '-addons'));
  const deployer = stack?.assumedRoles.at(-1);
  if (!stack || !deployer) return [];
  const own = access.filter(({ principal }) => principal === deployer);
  const isLetIn = own.some(({ policy }) => policy === undefined);
  const administers = own.some(({ policy, scope }) => policy === ADMINISTERS && scope === 'cluster');
  if (isLetIn && administers) return [];
  return [finding('cluster-deployer', cluster, { deployer, stack: stack.name, label: cluster.label })];
}
