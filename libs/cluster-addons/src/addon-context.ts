import type { AddonLock } from '@central-ingress/addon-lock';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import type { ITerraformDependable } from 'cdktf';

/** Whose cluster an add-on is for, and what pins it. */
export interface AddonProps<T extends TenantConfig = TenantConfig> {
  readonly platform: PlatformConfig;
  readonly tenant: T;
  readonly lock: AddonLock;
}

/** What must run before an add-on is installed, and until after it is gone. */
export interface AfterProps {
  readonly after: readonly ITerraformDependable[];
}
