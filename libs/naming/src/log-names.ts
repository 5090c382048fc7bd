import { physicalName } from './physical-names';

/** Bucket of the logs of one internet VPC's ALB, e.g. `acme-main-alb-logs-111111111111`; the account makes it unique. */
export function albLogBucketName(prefix: string, internetVpc: string, centralAccountId: string): string {
  return physicalName('S3 bucket', prefix, internetVpc, 'alb-logs', centralAccountId);
}

/**
 * Log group of one internet VPC's web ACL, e.g. `aws-waf-logs-acme-main`.
 * @source WAF Developer Guide: a destination's name must start with `aws-waf-logs-`
 */
export function wafLogGroupName(prefix: string, internetVpc: string): string {
  return physicalName('log group', 'aws-waf-logs', prefix, internetVpc);
}

/** Log group of the flow logs of a VPC, e.g. `acme-main-flow-logs`; `owner` is an internet VPC or a connection name. */
export function flowLogGroupName(prefix: string, owner: string): string {
  return physicalName('log group', prefix, owner, 'flow-logs');
}
