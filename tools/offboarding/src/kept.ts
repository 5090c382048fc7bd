import type { TenantConfig, World } from '@central-ingress/config';
import { bucketOf } from '@central-ingress/state-bucket';

/** What stays after an offboarding on purpose, with what to do about it. */
export function keptOf(world: World, { connectionName, accountId }: TenantConfig): readonly string[] {
  const { platform, tenants } = world;
  const others = tenants.filter((tenant) => tenant.connectionName !== connectionName);
  const isShared = accountId === platform.centralAccountId || others.some((tenant) => tenant.accountId === accountId);
  return [
    `apps/eks-service-account/tenants/${connectionName}: remove this folder; nothing of it is deployed any more`,
    ...(isShared
      ? []
      : [
          `S3 bucket ${bucketOf(platform, accountId)}: holds the former versions of the states, and no other tenant ` +
            `uses account ${accountId}; remove it when they are no longer wanted`,
        ]),
    "the cluster's KMS key: AWS deletes it after the waiting time that its deletion has set",
  ];
}
