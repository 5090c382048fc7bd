import type { NetworkModel } from '@central-ingress/network-model';

/** Charts with a name that people know them by. */
const NAMES: Readonly<Record<string, string>> = {
  'aws-load-balancer-controller': 'AWS Load Balancer Controller',
  contour: 'Contour',
  'ingress-nginx': 'ingress-nginx',
};

/** What runs in a tenant's cluster beside its own workloads, e.g. `Contour, chart 0.7.0`. */
export function addOnsOf({ helmReleases }: NetworkModel, tenant: string): readonly string[] {
  const stack = `${tenant}-addons`;
  return [...helmReleases.values()].flatMap((release) => {
    const name = release.stack === stack ? NAMES[release.chart ?? ''] : undefined;
    return name ? `${name}, chart ${release.version ?? 'of any version'}` : [];
  });
}
