/** Arguments of every resource that name it, tell of it, or say when it is made. */
export const HARMLESS_EVERYWHERE: ReadonlySet<string> = new Set([
  'depends_on',
  'description',
  'lifecycle',
  'name',
  'provider',
  'tags',
  'tags_all',
  'timeouts',
]);

/** Values at which an argument changes nothing of what is proven. */
type HarmlessValues = 'any' | readonly string[];

const any = (...names: readonly string[]): Readonly<Record<string, HarmlessValues>> =>
  Object.fromEntries(names.map((name) => [name, 'any'] as const));

const TARGET_GROUP = {
  ...any('deregistration_delay', 'load_balancing_algorithm_type', 'slow_start'),
  protocol_version: ['HTTP1'],
  ip_address_type: ['ipv4'],
};
const LOAD_BALANCER = {
  ...any('client_keep_alive', 'enable_http2', 'idle_timeout', 'preserve_host_header'),
  desync_mitigation_mode: ['defensive', 'strictest'],
  enable_waf_fail_open: ['false'],
  ip_address_type: ['ipv4'],
};

/**
 * Arguments that no part of the model reads and that change nothing of what is proven, by the type with the path of the
 * block. Any other that nobody reads is a finding.
 */
export const HARMLESS_ARGUMENTS: Readonly<Record<string, Readonly<Record<string, HarmlessValues>>>> = {
  aws_acm_certificate: any('key_algorithm', 'options'),
  aws_alb: LOAD_BALANCER,
  aws_alb_target_group: TARGET_GROUP,
  'aws_alb_target_group.health_check': any('healthy_threshold', 'unhealthy_threshold'),
  aws_cloudwatch_log_group: {
    ...any('kms_key_id', 'retention_in_days', 'skip_destroy'),
    log_group_class: ['STANDARD'],
  },
  aws_cloudwatch_log_resource_policy: any('policy_name'),
  aws_ecr_repository: any(
    'encryption_configuration',
    'force_delete',
    'image_scanning_configuration',
    // Clusters take images by their digest.
    'image_tag_mutability',
  ),
  aws_eks_access_entry: { type: ['STANDARD'] },
  'aws_eks_access_policy_association.access_scope': any('namespaces'),
  aws_eks_addon: any('addon_version', 'resolve_conflicts_on_create', 'resolve_conflicts_on_update'),
  aws_eks_cluster: any('bootstrap_self_managed_addons', 'deletion_protection', 'upgrade_policy'),
  aws_eks_node_group: any(
    'ami_type',
    'capacity_type',
    'labels',
    'node_group_name',
    'taint',
    'update_config',
    'version',
  ),
  'aws_eks_node_group.launch_template': any('version'),
  aws_flow_log: { ...any('max_aggregation_interval'), log_destination_type: ['cloud-watch-logs', 's3'] },
  aws_iam_role: any('max_session_duration'),
  aws_kms_key: {
    ...any('deletion_window_in_days', 'policy', 'rotation_period_in_days'),
    customer_master_key_spec: ['SYMMETRIC_DEFAULT'],
    key_usage: ['ENCRYPT_DECRYPT'],
  },
  aws_launch_template: any('monitoring', 'tag_specifications', 'update_default_version'),
  'aws_launch_template.block_device_mappings': any('device_name'),
  'aws_launch_template.block_device_mappings.ebs': any(
    'delete_on_termination',
    'iops',
    'kms_key_id',
    'throughput',
    'volume_type',
  ),
  'aws_launch_template.metadata_options': { http_endpoint: ['enabled'] },
  aws_lb: LOAD_BALANCER,
  aws_lb_listener: { mutual_authentication: ['{mode: off}', '[{mode: off}]'] },
  'aws_lb_listener.default_action': any('order'),
  'aws_lb_listener.default_action.fixed_response': any('content_type', 'message_body'),
  'aws_lb_listener_rule.action': any('order'),
  'aws_lb_listener_rule.action.fixed_response': any('content_type', 'message_body'),
  aws_lb_target_group: TARGET_GROUP,
  'aws_lb_target_group.health_check': any('healthy_threshold', 'unhealthy_threshold'),
  aws_route53_record: any('allow_overwrite', 'ttl'),
  'aws_route53_record.alias': any('evaluate_target_health'),
  aws_route53_zone: any('comment', 'force_destroy'),
  aws_s3_bucket: any('force_destroy'),
  'aws_s3_bucket_server_side_encryption_configuration.rule': any('bucket_key_enabled'),
  aws_security_group: any('revoke_rules_on_delete'),
  'aws_security_group.egress': any('description'),
  'aws_security_group.ingress': any('description'),
  aws_ssm_parameter: { ...any('overwrite', 'tier'), type: ['String'] },
  aws_vpc_endpoint: { ip_address_type: ['ipv4'] },
  aws_vpc_endpoint_service: { supported_ip_address_types: ['[ipv4]'] },
  aws_wafv2_web_acl: {
    ...any('visibility_config'),
    default_action: ['{allow: {}}', '[{allow: {}}]'],
    scope: ['REGIONAL'],
  },
  'aws_wafv2_web_acl.rule': any('visibility_config'),
  'aws_wafv2_web_acl.rule.action': any('block'),
  'aws_wafv2_web_acl.rule.override_action': any('none'),
  'aws_wafv2_web_acl.rule.statement.managed_rule_group_statement': { vendor_name: ['AWS'] },
  'aws_wafv2_web_acl.rule.statement.managed_rule_group_statement.rule_action_override.action_to_use': any('count'),
  'aws_wafv2_web_acl.rule.statement.rate_based_statement': {
    ...any('evaluation_window_sec'),
    aggregate_key_type: ['IP'],
  },
  aws_wafv2_web_acl_logging_configuration: any('redacted_fields'),
  helm_release: any('atomic', 'max_history', 'timeout', 'wait'),
  kubernetes_service: any('wait_for_load_balancer'),
  'kubernetes_service.spec': any('allocate_load_balancer_node_ports', 'external_traffic_policy'),
  kubernetes_service_v1: any('wait_for_load_balancer'),
  'kubernetes_service_v1.spec': any('allocate_load_balancer_node_ports', 'external_traffic_policy'),
};
