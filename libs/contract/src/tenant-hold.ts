/** Why deployments of a tenant are on hold. */
export interface TenantHold {
  readonly reason: 'offboarding' | 'moving';
  /** Time it began, ISO 8601. */
  readonly since: string;
  /** The tenant's VPC, by which what is left of it is told from others after the VPC is gone. */
  readonly vpcId?: string;
}

/**
 * SSM parameter in the central account that keeps deployments off a tenant while it is offboarded or moved; its value
 * is a {@link TenantHold} as JSON, and most of the time it does not exist.
 * Shape: `/<prefix>/tenant/<connection>/hold`.
 */
export function tenantHoldParameter(prefix: string, connectionName: string): string {
  return `/${prefix}/tenant/${connectionName}/hold`;
}

/** ARN of {@link tenantHoldParameter}; `*` as connection name stands for every tenant. */
export function tenantHoldParameterArn(
  region: string,
  centralAccountId: string,
  prefix: string,
  connectionName: string,
): string {
  return `arn:aws:ssm:${region}:${centralAccountId}:parameter${tenantHoldParameter(prefix, connectionName)}`;
}
