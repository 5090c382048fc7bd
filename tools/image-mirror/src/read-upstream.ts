import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartName, LockedChart, LockedImage } from '@central-ingress/addon-lock';
import { parse } from 'yaml';
import { MirrorError } from './errors';
import { digestOf } from './registry';
import { inspectArguments, runSkopeo } from './skopeo';
import type { Upstream } from './upstream';

/** What publishers say of the images and charts that the lock names. */
export interface UpstreamReader {
  /** Digest and platforms of the image that a tag has now. */
  image(image: LockedImage): Promise<Pick<LockedImage, 'digest' | 'platforms'>>;
  /** Digest of a chart's version, and the version of the program that it installs, where its index says so. */
  chart(name: ChartName, chart: LockedChart): Promise<{ readonly digest: string; readonly appVersion?: string }>;
}

interface Manifest {
  readonly manifests?: readonly { readonly platform?: Platform }[];
}

interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

interface ChartIndex {
  readonly entries?: Readonly<Record<string, readonly ChartEntry[]>>;
}

interface ChartEntry {
  readonly version: string;
  readonly digest?: string;
  readonly appVersion?: string;
}

/** Reads images and OCI charts with skopeo, and other charts from the index of their repository. */
export function upstreamReader(upstream: Upstream, folder: string): UpstreamReader {
  const inspect = async (image: string, part?: 'config'): Promise<string> => {
    const logFile = join(folder, 'inspect.log');
    let printed = '';
    await runSkopeo(inspectArguments(image, part), { logFile, onStdout: (text) => void (printed += text) });
    rmSync(logFile, { force: true });
    return printed;
  };
  return {
    image: async (image) => {
      const reference = `${upstream(image)}:${image.tag}`;
      const manifest = await inspect(reference);
      const { manifests } = JSON.parse(manifest) as Manifest;
      const platforms = manifests
        ? manifests.flatMap(({ platform }) => (platform && platform.os !== 'unknown' ? platform : []))
        : [JSON.parse(await inspect(reference, 'config')) as Platform];
      return { digest: digestOf(manifest), platforms: [...new Set(platforms.map(platformName))].sort() };
    },
    chart: async (name, { repository, version }) => {
      if (!repository.startsWith('oci://')) return chartInIndex(await readIndex(repository), name, version, repository);
      const manifest = await inspect(`${repository.slice('oci://'.length)}/${name}:${version.replace('+', '_')}`);
      return { digest: digestOf(manifest) };
    },
  };
}

/** `os/architecture[/variant]`; v8 goes without saying for arm64. */
function platformName({ os, architecture, variant }: Platform): string {
  const said = variant && !(architecture === 'arm64' && variant === 'v8') ? `/${variant}` : '';
  return `${os}/${architecture}${said}`;
}

async function readIndex(repository: string): Promise<ChartIndex> {
  try {
    const response = await fetch(`${repository}/index.yaml`, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    // Nothing but text: a digest without a letter is no number, and 1.10 is not 1.1.
    return (parse(await response.text(), { schema: 'failsafe' }) ?? {}) as ChartIndex;
  } catch (error) {
    const { cause } = error as Error & { readonly cause?: { readonly code?: string } };
    throw new MirrorError(
      `${repository}/index.yaml: cannot be read; got "${cause?.code ?? (error as Error).message}"; expected the index of a ` +
        'chart repository. See to the network and its proxies.',
    );
  }
}

function chartInIndex({ entries }: ChartIndex, name: ChartName, version: string, repository: string) {
  const versions = entries?.[name] ?? [];
  const found = versions.find((entry) => entry.version === version);
  if (found?.digest) {
    const digest = `sha256:${found.digest.replace(/^sha256:/, '')}`;
    return { digest, ...(found.appVersion ? { appVersion: found.appVersion } : {}) };
  }
  const newest = versions.slice(0, 3).map((entry) => entry.version);
  throw new MirrorError(
    `${repository}: ${name}: ${found ? `version ${version} has no digest` : `has no version ${version}`}; expected ` +
      `one that it has, e.g. ${newest.join(', ') || 'none'}. Name it with --chart ${name}=<version>.`,
  );
}
