import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { digestOf } from '../registry';

/** Bytes of a layer: enough that a copy is cut off inside an image, little enough that it takes no time. */
const LAYER_BYTES = 64 * 1024;

/** An image that was made for the rehearsal. */
export interface ExampleImage {
  /** Digest of its index. */
  readonly digest: string;
  readonly platforms: readonly string[];
  /** Digests of its layers, one per platform. */
  readonly layers: readonly string[];
}

/** Makes an OCI image of several platforms, with a layer of random bytes for each, and pushes it. */
export async function pushExampleImage(
  host: string,
  name: string,
  tag: string,
  platforms: readonly string[] = ['linux/amd64', 'linux/arm64'],
): Promise<ExampleImage> {
  const layers: string[] = [];
  const manifests = [];
  for (const platform of platforms) {
    const [os = '', architecture = '', variant] = platform.split('/');
    const layer = gzipSync(randomBytes(LAYER_BYTES));
    const config = Buffer.from(
      JSON.stringify({ os, architecture, config: {}, rootfs: { type: 'layers', diff_ids: [] } }),
    );
    const manifest = JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: await pushBlob(host, name, config, 'application/vnd.oci.image.config.v1+json'),
      layers: [await pushBlob(host, name, layer, 'application/vnd.oci.image.layer.v1.tar+gzip')],
    });
    layers.push(digestOf(layer));
    const { digest } = await pushManifest(host, name, digestOf(manifest), manifest);
    manifests.push({
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest,
      size: manifest.length,
      platform: { os, architecture, ...(variant ? { variant } : {}) },
    });
  }
  const index = JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests });
  const { digest } = await pushManifest(host, name, tag, index);
  return { digest, platforms, layers };
}

async function pushBlob(host: string, name: string, content: Buffer, mediaType: string) {
  const digest = digestOf(content);
  const begun = await fetch(`http://${host}/v2/${name}/blobs/uploads/`, { method: 'POST' });
  const place = new URL(begun.headers.get('location') ?? '', `http://${host}`);
  place.searchParams.set('digest', digest);
  await expectCreated(await fetch(place, { method: 'PUT', body: new Uint8Array(content) }));
  return { mediaType, digest, size: content.length };
}

async function pushManifest(host: string, name: string, reference: string, manifest: string) {
  const { mediaType } = JSON.parse(manifest) as { mediaType: string };
  const url = `http://${host}/v2/${name}/manifests/${reference}`;
  await expectCreated(await fetch(url, { method: 'PUT', headers: { 'content-type': mediaType }, body: manifest }));
  return { digest: digestOf(manifest) };
}

async function expectCreated(response: Response): Promise<void> {
  if (response.status !== 201) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
}
