import type { PlatformConfig, TenantConfig } from '@central-ingress/config';

/** Whose cluster a construct belongs to. */
export interface TenantProps {
  readonly platform: PlatformConfig;
  readonly tenant: TenantConfig;
}

/** Whose cluster a construct belongs to, and the ceiling of the roles it creates. */
export interface BoundedTenantProps extends TenantProps {
  /** ARN of the tenant's permissions boundary. */
  readonly boundaryArn: string;
}
