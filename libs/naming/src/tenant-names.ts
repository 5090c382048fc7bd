import { physicalName } from './physical-names';
import { roleArn } from './roles';

/** What a role that the cluster stack creates is used for. */
export const EKS_ROLE_USES = ['cluster', 'node', 'vpc-cni', 'load-balancer'] as const;

/** Use of a role that the cluster stack creates. */
export type EksRoleUse = (typeof EKS_ROLE_USES)[number];

/** EKS cluster of a tenant, e.g. `acme-payments`. */
export function clusterName(prefix: string, connectionName: string): string {
  return physicalName('EKS cluster', prefix, connectionName);
}

/** Role that EKS, the nodes or a pod of the cluster assume, e.g. `acme-payments-eks-node-role`. */
export function eksRoleName(prefix: string, connectionName: string, use: EksRoleUse): string {
  return physicalName('IAM role', prefix, connectionName, 'eks', use, 'role');
}

/** ARN of {@link eksRoleName}. */
export function eksRoleArn(accountId: string, prefix: string, connectionName: string, use: EksRoleUse): string {
  return roleArn(accountId, prefix, eksRoleName(prefix, connectionName, use));
}

/** Log group that EKS itself writes the control-plane logs to, e.g. `/aws/eks/acme-payments/cluster`. */
export function controlPlaneLogGroupName(prefix: string, connectionName: string): string {
  return physicalName('log group', `/aws/eks/${clusterName(prefix, connectionName)}/cluster`);
}

/** Repository for one mirrored image, e.g. `acme-payments/contour`. */
export function imageRepositoryName(prefix: string, connectionName: string, image: string): string {
  return physicalName('ECR repository', prefix, `${connectionName}/${image}`);
}

/** NLB behind a tenant's endpoint service, e.g. `acme-payments-nlb`. */
export function nlbName(prefix: string, connectionName: string): string {
  return physicalName('load balancer', prefix, connectionName, 'nlb');
}

/**
 * Target group that holds the ingress controller's pods, e.g. `acme-payments-pods`. AWS cannot change its protocol, so
 * the one that speaks TLS has a name of its own, e.g. `acme-payments-tls`: it can be made before the other one goes.
 */
export function podsTargetGroupName(prefix: string, connectionName: string, protocol: 'TCP' | 'TLS' = 'TCP'): string {
  return physicalName('target group', prefix, connectionName, protocol === 'TLS' ? 'tls' : 'pods');
}

/**
 * Name under which the second connection of a tenant stands in the AWS console while the tenant is moved, e.g.
 * `payments-next`; no longer than {@link LONGEST_BALANCER_SUFFIX} allows.
 */
export function bridgeConnectionName(connectionName: string): string {
  return `${connectionName}-next`;
}
