import type { Identity } from './resource';
import { byKey, groupedBy } from './source';
import type { Entities, Source } from './source';
import type { ResourceKey } from './value';

/** An EKS cluster. */
export interface EksCluster extends Identity {
  readonly name?: string;
  readonly version?: string;
  readonly privateApi: boolean;
  /** AWS's default is yes. */
  readonly publicApi: boolean;
  /** CIDRs that reach the public API; AWS's default is everywhere. */
  readonly publicCidrs: readonly string[];
  readonly subnets: readonly ResourceKey[];
  readonly nodeGroups: readonly ResourceKey[];
  readonly addons: readonly ClusterAddon[];
}

/** An add-on that EKS installs. */
export interface ClusterAddon extends Identity {
  readonly name?: string;
  readonly cluster?: string;
}

/** A managed node group. */
export interface NodeGroup extends Identity {
  readonly cluster?: string;
  readonly subnets: readonly ResourceKey[];
  readonly instanceTypes: readonly string[];
  readonly desiredSize?: number;
  readonly minSize?: number;
  readonly maxSize?: number;
  /** Of the root volume, where the node group or its launch template says it. */
  readonly diskSizeGib?: number;
}

/** Reads managed node groups. */
export function readNodeGroups(source: Source): Entities<NodeGroup> {
  const disks = new Map(
    source.ofType('aws_launch_template').map((fields) => {
      fields.unread('network_interfaces', 'vpc_security_group_ids', 'security_group_names', 'iam_instance_profile');
      return [fields.resource.key, fields.block('block_device_mappings')?.block('ebs')?.number('volume_size')];
    }),
  );
  return byKey(
    source.ofType('aws_eks_node_group').map((fields) => {
      fields.unread('remote_access');
      const scaling = fields.block('scaling_config');
      const template = fields.block('launch_template')?.link('id', 'aws_launch_template');
      return {
        ...fields.identity(),
        cluster: fields.text('cluster_name'),
        subnets: fields.links('subnet_ids', 'aws_subnet'),
        instanceTypes: fields.texts('instance_types'),
        desiredSize: scaling?.number('desired_size'),
        minSize: scaling?.number('min_size'),
        maxSize: scaling?.number('max_size'),
        diskSizeGib: fields.number('disk_size') ?? (template ? disks.get(template) : undefined),
      };
    }),
  );
}

/** Reads clusters with their node groups and add-ons. */
export function readClusters(source: Source, nodeGroups: Entities<NodeGroup>): Entities<EksCluster> {
  const addons = groupedBy(
    source.ofType('aws_eks_addon').map((fields) => {
      fields.unread('pod_identity_association');
      return {
        ...fields.identity(),
        name: fields.text('addon_name'),
        cluster: fields.text('cluster_name'),
      };
    }),
    ({ account, cluster }) => clusterId(account, cluster),
  );
  const groups = groupedBy([...nodeGroups.values()], ({ account, cluster }) => clusterId(account, cluster));
  return byKey(
    source.ofType('aws_eks_cluster').map((fields) => {
      const network = fields.block('vpc_config');
      // Each lets EKS itself make nodes, load balancers or ways into the cluster.
      fields.unread('compute_config', 'outpost_config', 'remote_network_config');
      const name = fields.text('name');
      const id = clusterId(fields.resource.account, name) ?? '';
      return {
        ...fields.identity(),
        name,
        version: fields.text('version'),
        privateApi: network?.flag('endpoint_private_access', false) ?? false,
        publicApi: network?.flag('endpoint_public_access', true) ?? true,
        publicCidrs: network?.has('public_access_cidrs') ? network.texts('public_access_cidrs') : ['0.0.0.0/0'],
        subnets: network?.links('subnet_ids', 'aws_subnet') ?? [],
        nodeGroups: (groups.get(id) ?? []).map(({ key }) => key),
        addons: addons.get(id) ?? [],
      };
    }),
  );
}

/** A cluster is named by its name, which is unique in an account and region. */
function clusterId(account: string | undefined, name: string | undefined): string | undefined {
  return account && name ? `${account}/${name}` : undefined;
}
