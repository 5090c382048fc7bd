/** A tenant's place: an internet VPC and the slot in it. */
export interface TenantPlace {
  readonly internetVpc: string;
  readonly slot: number;
}

/** The way of a tenant from one internet VPC to another. */
export interface TenantMove {
  readonly from: TenantPlace;
  readonly to: TenantPlace;
  /** Slot in the new internet VPC of the connection that stands beside the old one until the move is done. */
  readonly bridgeSlot: number;
}

/** Why deployments of a tenant are on hold. */
export interface TenantHold {
  readonly reason: 'offboarding' | 'moving';
  /** Time it began, ISO 8601. */
  readonly since: string;
  /** The tenant's VPC, by which what is left of it is told from others after the VPC is gone. */
  readonly vpcId?: string;
  /** Of a move. */
  readonly move?: TenantMove;
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
