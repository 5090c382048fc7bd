import { createHash } from 'node:crypto';
import { MirrorError } from './errors';

/** A registry and how it lets us in. */
export interface Registry {
  /** Host with its port if it has one, as it stands in image names. */
  readonly host: string;
  /** `https`; plain `http` for loopback only. */
  readonly scheme: 'https' | 'http';
  /** `user:password` in base64: what HTTP's basic authentication and an authfile take. */
  readonly basic: string;
}

const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

const ANSWER_WITHIN_MS = 30_000;

/** `sha256:` and the hash of a manifest's bytes: what names an image whatever a registry says of it. */
export function digestOf(manifest: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
}

/**
 * Digest of the image that a tag has, reckoned from the manifest itself; `undefined` where there is none.
 * @throws MirrorError when the registry does not answer, or with a refusal
 */
export async function digestAt(
  { host, scheme, basic }: Registry,
  name: string,
  tag: string,
): Promise<string | undefined> {
  const headers = { accept: MANIFEST_TYPES.join(', '), authorization: `Basic ${basic}` };
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  let response: Response;
  try {
    response = await fetch(`${scheme}://${host}/v2/${name}/manifests/${tag}`, { headers, signal });
    if (response.ok) return digestOf(new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    const { cause } = error as Error & { readonly cause?: { readonly code?: string } };
    throw new MirrorError(
      `${host}: does not answer: ${cause?.code ?? (error as Error).message}. Check the way to the registry.`,
    );
  }
  if (response.status === 404) return undefined;
  if (response.status === 401 || response.status === 403) {
    throw new MirrorError(`${host}: refuses our credentials for ${name} with ${response.status}.`);
  }
  throw new MirrorError(`${host}: answers ${response.status} when asked for ${name}:${tag}. Try again later.`);
}
