/**
 * Terraform types that no part of the model reads and that open no way and give no right by themselves. Whatever policy
 * one of them holds, the guard `principals` reads by the name of its attribute.
 */
export const HARMLESS_TYPES: ReadonlySet<string> = new Set([
  // Watches, and tells.
  'aws_cloudwatch_composite_alarm',
  'aws_cloudwatch_dashboard',
  'aws_cloudwatch_log_metric_filter',
  'aws_cloudwatch_metric_alarm',
  'aws_cloudwatch_query_definition',
  // Keeps, and ages out.
  'aws_ecr_lifecycle_policy',
  'aws_ecr_registry_scanning_configuration',
  'aws_s3_bucket_lifecycle_configuration',
  'aws_s3_bucket_ownership_controls',
  'aws_s3_bucket_versioning',
  // Names a key.
  'aws_kms_alias',
  // Of a cluster: the guard `trust` reads whose tokens a provider of identities takes.
  'aws_iam_openid_connect_provider',
  'kubernetes_namespace',
  'kubernetes_namespace_v1',
]);
