import { addonLock, IMAGE_NAMES, mirroredImage } from '@central-ingress/addon-lock';
import type { AddonLock, ImageName, LockedImage, MirroredImage } from '@central-ingress/addon-lock';
import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';

/** Registry of the example tenant. */
export const EXAMPLE_REGISTRY = '222222222222.dkr.ecr.eu-central-1.amazonaws.com';
/** Digest of every example image. */
export const EXAMPLE_DIGEST = `sha256:${'a1'.repeat(32)}`;

/** An image of the example tenant: tag `v1`, and {@link EXAMPLE_DIGEST} unless another is given. */
export function exampleImage(name: ImageName, digest: string | null = EXAMPLE_DIGEST): MirroredImage {
  const locked = { ...addonLock().images['contour'], tag: 'v1', digest };
  const images = Object.fromEntries(IMAGE_NAMES.map((each) => [each, locked])) as Record<ImageName, LockedImage>;
  const lock: AddonLock = { ...addonLock(), images };
  return mirroredImage(name, examplePlatform(), exampleTenant(), lock);
}
