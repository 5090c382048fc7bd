import { imagesOf, LOCK_FILE, mirroredImage } from '@central-ingress/addon-lock';
import type { AddonLock, ImageName } from '@central-ingress/addon-lock';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { MirrorError } from './errors';
import type { Upstream } from './upstream';

/** One image of one tenant: where it comes from, and where its copy belongs. */
export interface ImageCopy {
  readonly tenant: TenantConfig;
  readonly image: ImageName;
  /** Where it is read, e.g. `ghcr.io/projectcontour/contour`. */
  readonly source: string;
  /** Digest that the source has and the copy must have. */
  readonly digest: string;
  /** Repository in the tenant's registry, e.g. `acme-payments/contour`. */
  readonly name: string;
  readonly tag: string;
}

/** Name of a copy for people, e.g. `payments/contour`. */
export function copyName({ tenant, image }: ImageCopy): string {
  return `${tenant.connectionName}/${image}`;
}

/**
 * Everything that the tenants' clusters pull, tenant by tenant.
 * @throws MirrorError for images that the lock does not pin: what is copied is named by its digest, or not at all
 */
export function imageCopies(
  platform: PlatformConfig,
  tenants: readonly TenantConfig[],
  lock: AddonLock,
  upstream: Upstream,
): readonly ImageCopy[] {
  const unpinned = new Set<ImageName>();
  const copies = tenants.flatMap((tenant) =>
    imagesOf(tenant).flatMap((image) => {
      const { name, tag, digest } = mirroredImage(image, platform, tenant, lock);
      if (digest) return [{ tenant, image, source: upstream(lock.images[image]), digest, name, tag }];
      unpinned.add(image);
      return [];
    }),
  );
  if (!unpinned.size) return copies;
  throw new MirrorError(
    [...unpinned]
      .map((image) => {
        const { registry, repository, tag } = lock.images[image];
        return (
          `${LOCK_FILE}: images.${image}.digest: is not known yet; got null; expected the digest of ` +
          `${registry}/${repository}:${tag}. Run \`npx ingress lock ${image}\` where that registry can be reached, ` +
          'and commit the file.'
        );
      })
      .join('\n'),
  );
}
