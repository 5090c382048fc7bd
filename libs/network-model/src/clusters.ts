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
  /** `API` where access entries alone decide; AWS's default is `CONFIG_MAP`. */
  readonly authenticationMode: string;
  /** Whether who created it administers it for ever; AWS's default is yes. */
  readonly creatorAdministers: boolean;
  /** Whether a key of KMS encrypts its secrets. */
  readonly encryptsSecrets: boolean;
  /** That key. */
  readonly secretsKey?: ResourceKey;
  /** Role that the control plane becomes. */
  readonly role?: ResourceKey;
  /** Logs of the control plane, e.g. `audit`. */
  readonly logs: readonly string[];
}

/** An add-on that EKS installs. */
export interface ClusterAddon extends Identity {
  readonly name?: string;
  readonly cluster?: string;
  /** Role that its pods become; that of their node where there is none. */
  readonly role?: ResourceKey;
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
  /** Whether its launch template gives credentials of the node only to who asks for a token first. */
  readonly asksForTokens: boolean;
  /** Whether its launch template encrypts all its volumes. */
  readonly encryptsVolumes: boolean;
  /** How far from the node its launch template gives credentials; what EKS takes reaches the pods. */
  readonly credentialHops?: number;
  /** Role that its nodes become. */
  readonly role?: ResourceKey;
}

/** Reads managed node groups. */
export function readNodeGroups(source: Source): Entities<NodeGroup> {
  const templates = new Map(source.ofType('aws_launch_template').map((fields) => [fields.resource.key, fields]));
  return byKey(
    source.ofType('aws_eks_node_group').map((fields) => {
      const scaling = fields.block('scaling_config');
      const template = templates.get(fields.block('launch_template')?.link('id', 'aws_launch_template') ?? '');
      const metadata = template?.block('metadata_options');
      const volumes = template?.blocks('block_device_mappings').map((mapping) => mapping.block('ebs')) ?? [];
      return {
        ...fields.identity(),
        cluster: fields.text('cluster_name'),
        subnets: fields.links('subnet_ids', 'aws_subnet'),
        instanceTypes: fields.texts('instance_types'),
        desiredSize: scaling?.number('desired_size'),
        minSize: scaling?.number('min_size'),
        maxSize: scaling?.number('max_size'),
        diskSizeGib: fields.number('disk_size') ?? volumes[0]?.number('volume_size'),
        asksForTokens: metadata?.text('http_tokens') === 'required',
        credentialHops: metadata?.number('http_put_response_hop_limit'),
        role: fields.link('node_role_arn', 'aws_iam_role', ['arn']),
        encryptsVolumes: volumes.length > 0 && volumes.every((volume) => volume?.flag('encrypted', false)),
      };
    }),
  );
}

/** Reads clusters with their node groups and add-ons. */
export function readClusters(source: Source, nodeGroups: Entities<NodeGroup>): Entities<EksCluster> {
  const addons = groupedBy(
    source.ofType('aws_eks_addon').map((fields) => {
      return {
        ...fields.identity(),
        name: fields.text('addon_name'),
        cluster: fields.text('cluster_name'),
        role: fields.link('service_account_role_arn', 'aws_iam_role', ['arn']),
      };
    }),
    ({ account, cluster }) => clusterId(account, cluster),
  );
  const groups = groupedBy([...nodeGroups.values()], ({ account, cluster }) => clusterId(account, cluster));
  return byKey(
    source.ofType('aws_eks_cluster').map((fields) => {
      const network = fields.block('vpc_config');
      const access = fields.block('access_config');
      const encryption = fields.block('encryption_config');
      const secretsKey = encryption?.texts('resources').includes('secrets')
        ? encryption.block('provider')?.link('key_arn', 'aws_kms_key', ['arn'])
        : undefined;
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
        authenticationMode: access?.text('authentication_mode') ?? 'CONFIG_MAP',
        creatorAdministers: access?.flag('bootstrap_cluster_creator_admin_permissions', true) ?? true,
        encryptsSecrets: secretsKey !== undefined,
        ...(secretsKey ? { secretsKey } : {}),
        role: fields.link('role_arn', 'aws_iam_role', ['arn']),
        logs: fields.texts('enabled_cluster_log_types'),
      };
    }),
  );
}

/** A cluster is named by its name, which is unique in an account and region. */
function clusterId(account: string | undefined, name: string | undefined): string | undefined {
  return account && name ? `${account}/${name}` : undefined;
}
