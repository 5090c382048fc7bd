/**
 * What Terraform calls to create, tag and delete one log group; to find it, it lists all of them.
 * @source Service Authorization Reference, Amazon CloudWatch Logs
 */
export const LOG_GROUP_KEEPING_ACTIONS = [
  'logs:CreateLogGroup',
  'logs:DeleteLogGroup',
  'logs:DeleteRetentionPolicy',
  'logs:ListTagsForResource',
  'logs:PutRetentionPolicy',
  'logs:TagResource',
  'logs:UntagResource',
] as const;

/**
 * What the service of VPC flow logs calls to write into one log group.
 * @source VPC User Guide, "IAM role for publishing flow logs to CloudWatch Logs"
 */
export const FLOW_LOG_WRITING_ACTIONS = [
  'logs:CreateLogStream',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
] as const;
