import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { imageRepositoryName } from '@central-ingress/naming';
import type { AddonLock, ImageName } from './addon-lock';
import { addonLock } from './committed-lock';

/** An image as a tenant's cluster pulls it: from the ECR of the tenant's own account. */
export interface MirroredImage {
  /** Host of the registry, e.g. `222222222222.dkr.ecr.eu-central-1.amazonaws.com`. */
  readonly registry: string;
  /** Repository in the registry, e.g. `acme-payments/contour`. */
  readonly name: string;
  /** Registry and name: what a chart's value `repository` takes. */
  readonly repository: string;
  readonly tag: string;
  /** The publisher's digest, which the copy keeps; `null` while the lock has none. */
  readonly digest: string | null;
  /** `repository@digest`; by tag while the lock has no digest: a tag never changes its image there. */
  readonly reference: string;
}

/** Host of an account's ECR registry. */
export function ecrRegistry(accountId: string, region: string): string {
  return `${accountId}.dkr.ecr.${region}.amazonaws.com`;
}

/** Where the copy of an image lies that a tenant's cluster pulls. */
export function mirroredImage(
  image: ImageName,
  platform: Pick<PlatformConfig, 'namePrefix' | 'region'>,
  tenant: Pick<TenantConfig, 'accountId' | 'connectionName'>,
  lock: AddonLock = addonLock(),
): MirroredImage {
  const registry = ecrRegistry(tenant.accountId, platform.region);
  const name = imageRepositoryName(platform.namePrefix, tenant.connectionName, image);
  const repository = `${registry}/${name}`;
  const { tag, digest } = lock.images[image];
  return {
    registry,
    name,
    repository,
    tag,
    digest,
    reference: digest ? `${repository}@${digest}` : `${repository}:${tag}`,
  };
}
