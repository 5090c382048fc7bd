import { CHART_NAMES, IMAGE_NAMES, LOCK_FILE } from '@central-ingress/addon-lock';
import type { AddonLock, ChartName, ImageName, LockedChart, LockedImage } from '@central-ingress/addon-lock';
import { nearest } from '@central-ingress/config';
import { MirrorError, UsageError } from './errors';
import type { UpstreamReader } from './read-upstream';

/** What to look up, and which versions to move to. */
export interface RefreshRequest {
  readonly lock: AddonLock;
  readonly reader: UpstreamReader;
  /** Images and charts to look up. @default all of them, or those that get another version */
  readonly names: readonly string[];
  /** `<image>=<tag>`. */
  readonly imageVersions: readonly string[];
  /** `<chart>=<version>`. */
  readonly chartVersions: readonly string[];
  /** Version of the AWS Load Balancer Controller whose rights are pinned, e.g. `3.5.0`. */
  readonly controllerPolicyVersion: string;
}

/** A lock as its publishers have it now. */
export interface RefreshedLock {
  readonly lock: AddonLock;
  /** What fits together less well than it might. */
  readonly notes: readonly string[];
}

/** Image of the program that a chart installs. */
const PROGRAM_OF: Readonly<Record<ChartName, ImageName>> = {
  'aws-load-balancer-controller': 'aws-load-balancer-controller',
  contour: 'contour',
  'ingress-nginx': 'ingress-nginx-controller',
};

/**
 * Looks up what the lock names: digests and platforms of images, digests of charts. Versions stay as they are but for
 * those that are named.
 * @throws UsageError for a name that the lock does not have
 * @throws MirrorError when the load balancer controller would leave the version whose rights are pinned, and when
 * something cannot be looked up
 */
export async function refreshLock(request: RefreshRequest): Promise<RefreshedLock> {
  const { reader, controllerPolicyVersion } = request;
  const tags = versions('--image', request.imageVersions, IMAGE_NAMES);
  const chartVersions = versions('--chart', request.chartVersions, CHART_NAMES);
  const chosen = choose(request.names, [...tags.keys(), ...chartVersions.keys()]);
  const wanted: AddonLock = {
    images: mapNames(IMAGE_NAMES, (name) => ({ ...request.lock.images[name], ...withKey('tag', tags.get(name)) })),
    charts: mapNames(CHART_NAMES, (name) => ({
      ...request.lock.charts[name],
      ...withKey('version', chartVersions.get(name)),
    })),
  };
  holdController(wanted, controllerPolicyVersion);

  const images: Partial<Record<ImageName, LockedImage>> = {};
  for (const name of IMAGE_NAMES.filter((image) => chosen.has(image))) {
    images[name] = { ...wanted.images[name], ...(await reader.image(wanted.images[name])) };
  }
  const charts: Partial<Record<ChartName, LockedChart>> = {};
  const notes: string[] = [];
  for (const name of CHART_NAMES.filter((chart) => chosen.has(chart))) {
    const { digest, appVersion } = await reader.chart(name, wanted.charts[name]);
    charts[name] = { ...wanted.charts[name], digest };
    const { tag } = wanted.images[PROGRAM_OF[name]];
    if (appVersion && plain(appVersion) !== plain(tag)) {
      notes.push(`charts.${name}: ${wanted.charts[name].version} is made for ${appVersion}, the image is ${tag}`);
    }
  }
  return { lock: { images: { ...wanted.images, ...images }, charts: { ...wanted.charts, ...charts } }, notes };
}

function holdController({ images, charts }: AddonLock, expected: string): void {
  const chart = charts['aws-load-balancer-controller'].version;
  const image = plain(images['aws-load-balancer-controller'].tag);
  if (chart === expected && image === expected) return;
  throw new MirrorError(
    `${LOCK_FILE}: aws-load-balancer-controller: would leave the version whose rights are pinned; got chart ${chart} and ` +
      `image ${image}; expected ${expected} for both. Pin the rights of the new version in libs/eks first, then move ` +
      'chart and image together with --chart and --image.',
  );
}

function choose(names: readonly string[], moved: readonly string[]): ReadonlySet<string> {
  const known = [...new Set<string>([...IMAGE_NAMES, ...CHART_NAMES])];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length) throw notInLock('lock', unknown.join(', '), known);
  return new Set(names.length || moved.length ? [...names, ...moved] : known);
}

function versions<Name extends string>(
  flag: string,
  rules: readonly string[],
  known: readonly Name[],
): Map<Name, string> {
  return new Map(
    rules.map((rule) => {
      const [, name = '', version = ''] = /^([^=]+)=([\w.+-]+)$/.exec(rule) ?? [];
      if (!version)
        throw new UsageError(`${flag}: is no choice of a version; got ${JSON.stringify(rule)}; expected name=version.`);
      if (!known.includes(name as Name)) throw notInLock(flag, name, known);
      return [name as Name, version];
    }),
  );
}

function notInLock(flag: string, got: string, known: readonly string[]): UsageError {
  const meant = nearest(got, known);
  return new UsageError(
    `${flag}: ${got || '""'}: is not in the lock; expected ${known.join(', ')}.${meant ? ` Did you mean ${meant}?` : ''}`,
  );
}

function mapNames<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}

function withKey<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, string>);
}

function plain(version: string): string {
  return version.replace(/^v/, '');
}
