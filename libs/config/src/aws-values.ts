/** Days that CloudWatch Logs can keep a log group. @source CloudWatch Logs PutRetentionPolicy, retentionInDays */
export const LOG_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** AWS's default quotas of one internet VPC and its ALB. @source PrivateLink and Application Load Balancer quotas */
export const DEFAULT_QUOTAS = { interfaceEndpoints: 50, targetGroups: 100, listenerRules: 100, certificates: 25 };

/**
 * Kubernetes minor versions that the stacks are made for, oldest first: those in standard support. A cluster is never
 * made on an older one, because its upgrade policy excludes extended support.
 * @source EKS Kubernetes release calendar
 */
export const KUBERNETES_VERSIONS = ['1.34', '1.35', '1.36'] as const;

/**
 * Last day of standard support, after which EKS upgrades the control plane by itself.
 * @source EKS Kubernetes release calendar
 */
export const STANDARD_SUPPORT_ENDS: Readonly<Record<(typeof KUBERNETES_VERSIONS)[number], string>> = {
  '1.34': '2026-12-02',
  '1.35': '2027-03-27',
  '1.36': '2027-08-02',
};

/** Access policies of EKS for people and pipelines. @source EKS, Review access policy permissions */
export const ACCESS_POLICIES = [
  'AmazonEKSAdminPolicy',
  'AmazonEKSAdminViewPolicy',
  'AmazonEKSClusterAdminPolicy',
  'AmazonEKSEditPolicy',
  'AmazonEKSViewPolicy',
] as const;

/** Services whose endpoint every tenant's VPC has, so that a file need not ask for them. */
export const DEFAULT_VPC_ENDPOINTS = [
  'ec2',
  'ecr.api',
  'ecr.dkr',
  'sts',
  'elasticloadbalancing',
  'logs',
  's3',
] as const;

/** Services that a tenant may ask an interface endpoint for. @source PrivateLink, services that integrate */
export const EXTRA_VPC_ENDPOINTS = [
  'acm',
  'autoscaling',
  'ec2messages',
  'eks',
  'eks-auth',
  'kms',
  'monitoring',
  'oidc-eks',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'ssmmessages',
  'wafv2',
  'xray',
] as const;

/** Addresses of a subnet that AWS keeps: the first four and the last. @source VPC, Subnet CIDR blocks */
export const RESERVED_ADDRESSES = 5;

/** Regions of the `aws` partition, the one that the ARNs of the stacks name. */
export const REGION = /^(?:af|ap|ca|eu|il|me|mx|sa|us)-(?:central|(?:north|south)(?:east|west)?|east|west)-\d$/;

/**
 * First part of the AZ ids of a region.
 * Example: `eu-central-1` has `euc1`, `ap-southeast-2` has `apse2`.
 * @source AWS RAM, Availability Zone IDs for your AWS resources
 */
export function azIdPrefix(region: string): string {
  const [area = '', direction = '', number = ''] = region.split('-');
  const letters = direction.replace(/(north|south|central)?(east|west)?/, (_, first = '', second = '') => {
    return `${String(first).charAt(0)}${String(second).charAt(0)}`;
  });
  return `${area}${letters}${number}`;
}
