import type { MirroredImage } from '@central-ingress/addon-lock';

/**
 * What stands behind the colon of an image, for charts that know a repository and a tag only, e.g.
 * `v3.5.0@sha256:…`; the digest decides. The tag alone while the lock has no digest.
 */
export function tagAndDigest({ tag, digest }: Pick<MirroredImage, 'tag' | 'digest'>): string {
  return digest ? `${tag}@${digest}` : tag;
}
