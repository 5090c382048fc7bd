/** Images that a cluster can run, by the name of their repository in ECR; `whoami` is the sample workload. */
export const IMAGE_NAMES = [
  'aws-load-balancer-controller',
  'contour',
  'envoy',
  'ingress-nginx-controller',
  'whoami',
] as const;

/** Name of an image in the lock. */
export type ImageName = (typeof IMAGE_NAMES)[number];

/** Charts that are installed from the lock, as their repositories name them. */
export const CHART_NAMES = ['aws-load-balancer-controller', 'contour', 'ingress-nginx'] as const;

/** Name of a chart in the lock. */
export type ChartName = (typeof CHART_NAMES)[number];

/** One image as its publisher offers it. */
export interface LockedImage {
  /** Host of the publisher's registry, e.g. `ghcr.io`. */
  readonly registry: string;
  /** Path in the registry, e.g. `projectcontour/contour`. */
  readonly repository: string;
  readonly tag: string;
  /**
   * `sha256:` and 64 hex digits, of the index where there are several platforms; `null` while nobody has looked it up:
   * such an image is not mirrored, so no node can run it.
   */
  readonly digest: string | null;
  /** `os/architecture[/variant]`, sorted. */
  readonly platforms: readonly string[];
}

/** One Helm chart as its publisher offers it. */
export interface LockedChart {
  /** `https://` or `oci://`, without the chart's name. */
  readonly repository: string;
  readonly version: string;
  /** `sha256:` and 64 hex digits of the packed chart; in an OCI registry, of its manifest. */
  readonly digest: string;
}

/** Every image and chart that clusters get, by exact version and content; the file `addons.lock.json`. */
export interface AddonLock {
  readonly images: Readonly<Record<ImageName, LockedImage>>;
  readonly charts: Readonly<Record<ChartName, LockedChart>>;
}
