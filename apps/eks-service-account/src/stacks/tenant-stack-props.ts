import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import type { tenantStacks } from '@central-ingress/stack-graph';

/** Rows of the stack table that belong to one tenant. */
export type TenantStacks = ReturnType<typeof tenantStacks>;

/** What every stack of a tenant's account is built from. */
export interface TenantStackProps {
  readonly platform: PlatformConfig;
  readonly tenant: TenantConfig;
  readonly stacks: TenantStacks;
}
