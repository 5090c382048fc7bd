/** One thing that the emulator does otherwise than AWS. */
export interface EmulatorDifference {
  /** Resource or data source type, e.g. `aws_lb`. */
  readonly resource: string;
  /** Top-level attribute or block; `*` for the resource as a whole. */
  readonly attribute: string;
  /** What the emulator does, and what AWS does. */
  readonly reason: string;
}

/** Changes that a plan shows right after an apply, on the emulator only; the demo and its test fail on any other. */
export const EMULATOR_DIFFERENCES: readonly EmulatorDifference[] = [];

/** Answers that `python/corrections.py` and `python/server.py` make AWS's; a comment there names each. */
export const CORRECTED_ANSWERS: readonly EmulatorDifference[] = [
  {
    resource: 'aws_eks_cluster',
    attribute: 'arn',
    reason: 'ministack knows only keys that are an account id; the account is the one whose role was assumed',
  },
  {
    resource: 'aws_eks_cluster',
    attribute: 'identity',
    reason: "ministack's issuer is its own http address with a port, which IAM refuses; AWS's is https without one",
  },
  {
    resource: 'aws_eks_cluster',
    attribute: 'vpc_config',
    reason: 'ministack makes up the VPC and the cluster security group; AWS makes the group in the VPC of the subnets',
  },
  { resource: 'aws_eks_cluster', attribute: 'deletion_protection', reason: 'ministack forgets it' },
  { resource: 'aws_eks_cluster', attribute: 'upgrade_policy', reason: 'ministack forgets it' },
  { resource: 'aws_eks_node_group', attribute: 'launch_template', reason: 'ministack forgets it' },
  { resource: 'aws_eks_node_group', attribute: 'update_config', reason: 'ministack forgets it' },
  {
    resource: 'aws_launch_template',
    attribute: 'tag_specifications',
    reason: "moto shows the template's own tags among those of what it launches; AWS does not",
  },
  {
    resource: 'aws_lb',
    attribute: 'enforce_security_group_inbound_rules_on_private_link_traffic',
    reason: 'moto forgets it',
  },
  {
    resource: 'aws_s3_bucket_policy',
    attribute: 'policy',
    reason: 'moto takes every condition as met, so that a statement against calls without TLS denies all calls',
  },
  {
    resource: 'aws_vpc_endpoint_service',
    attribute: '*',
    reason: 'moto lists no endpoint connections, and deletes a service with live ones; AWS refuses that',
  },
  {
    resource: 'aws_vpc_security_group_ingress_rule',
    attribute: 'description',
    reason: 'moto does not show it for a rule that names a security group',
  },
];

/** What the emulator does not do at all, so that no run on it says anything about it. */
export const EMULATOR_LIMITS: readonly EmulatorDifference[] = [
  {
    resource: 'aws_acm_certificate',
    attribute: 'status',
    reason: 'issued after a second, whether or not the validation record exists',
  },
  { resource: 'aws_eks_addon_version', attribute: '*', reason: 'ministack has no DescribeAddonVersions' },
  {
    resource: 'aws_eks_addon',
    attribute: 'addon_version',
    reason: 'empty unless set; AWS answers its default version',
  },
  { resource: 'aws_eks_cluster', attribute: 'endpoint', reason: 'no Kubernetes API answers there' },
  { resource: 'aws_eks_cluster', attribute: '*', reason: 'ministack has no update of a cluster or a node group' },
  { resource: 'aws_lb', attribute: 'arn', reason: 'reads loadbalancer/app/ for a network load balancer too' },
  {
    resource: 'aws_vpc_endpoint',
    attribute: 'subnet_configuration',
    reason: 'the addresses are made up, outside the subnets, and fixed ones are ignored',
  },
  {
    resource: 'aws_vpc_security_group_egress_rule',
    attribute: 'description',
    reason: 'forgotten for a rule that names a prefix list, so a plan would show it',
  },
  { resource: 'aws_vpc_endpoint_service_allowed_principal', attribute: '*', reason: 'reads back empty' },
  { resource: 'aws_vpc_endpoint_connection_accepter', attribute: '*', reason: 'moto cannot accept a connection' },
];
