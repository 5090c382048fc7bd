import { physicalName } from './physical-names';

/** What a deployer role of the central account is for; the stack of the same duty assumes it. */
export const CENTRAL_DUTIES = ['network', 'alb', 'registration', 'connection'] as const;
/** What a deployer role of a tenant's account is for; the stack of the same duty assumes it. */
export const SERVICE_DUTIES = ['network', 'cluster', 'ingress', 'addons'] as const;

/** A duty in the central account. */
export type CentralDuty = (typeof CENTRAL_DUTIES)[number];
/** A duty in a tenant's account. */
export type ServiceDuty = (typeof SERVICE_DUTIES)[number];

/** IAM path of every role and policy of ours, e.g. `/acme/`; boundaries and policies are scoped by it. */
export function iamPath(prefix: string): string {
  return `/${prefix}/`;
}

/** ARN of an IAM role below our path. */
export function roleArn(accountId: string, prefix: string, roleName: string): string {
  return `arn:aws:iam::${accountId}:role${iamPath(prefix)}${roleName}`;
}

/** Role that deploys one duty's stacks in the central account, e.g. `acme-connection-role`. */
export function centralRoleName(prefix: string, duty: CentralDuty): string {
  return physicalName('IAM role', prefix, duty, 'role');
}

/** Role that deploys one duty's stack of a tenant, e.g. `acme-payments-ingress-role`. */
export function serviceRoleName(prefix: string, connectionName: string, duty: ServiceDuty): string {
  return physicalName('IAM role', prefix, connectionName, duty, 'role');
}

/** Role in the central account through which a tenant registers itself, e.g. `acme-payments-registrar-role`. */
export function registrarRoleName(prefix: string, connectionName: string): string {
  return physicalName('IAM role', prefix, connectionName, 'registrar', 'role');
}

/** Permissions boundary of the roles that deployers create; `owner` is `central` or a connection name. */
export function boundaryPolicyName(prefix: string, owner: string): string {
  return physicalName('IAM policy', prefix, owner, 'boundary');
}

/** ARN of {@link boundaryPolicyName}. */
export function boundaryPolicyArn(accountId: string, prefix: string, owner: string): string {
  return `arn:aws:iam::${accountId}:policy${iamPath(prefix)}${boundaryPolicyName(prefix, owner)}`;
}

/** Permissions boundary of the deployers that create roles; `owner` is `central` or a connection name. */
export function deployerBoundaryPolicyName(prefix: string, owner: string): string {
  return physicalName('IAM policy', prefix, owner, 'boundary', 'deployers');
}

/** ARN of {@link deployerBoundaryPolicyName}. */
export function deployerBoundaryPolicyArn(accountId: string, prefix: string, owner: string): string {
  return `arn:aws:iam::${accountId}:policy${iamPath(prefix)}${deployerBoundaryPolicyName(prefix, owner)}`;
}

/** Role that writes a VPC's flow logs, e.g. `acme-main-flow-logs-role`; `owner` is an internet VPC or a connection name. */
export function flowLogsRoleName(prefix: string, owner: string): string {
  return physicalName('IAM role', prefix, owner, 'flow-logs', 'role');
}
