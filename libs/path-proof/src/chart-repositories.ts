import type { HelmRelease, NetworkModel } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';

/** Where the makers of a chart publish it. @source libs/addon-lock/addons.lock.json */
const PUBLISHED_AT: Readonly<Record<string, string>> = {
  'aws-load-balancer-controller': 'https://aws.github.io/eks-charts',
  contour: 'https://projectcontour.github.io/helm-charts',
  'ingress-nginx': 'https://kubernetes.github.io/ingress-nginx',
};

/**
 * A chart comes from where its makers publish it, from the one OCI registry of the platform, or with the stack. Which
 * registry is the platform's does not lie in the JSON; that all charts come from it does.
 */
export function chartFindings({ helmReleases }: NetworkModel): readonly Finding[] {
  const releases = [...helmReleases.values()].filter(({ repository }) => repository !== undefined);
  const fromMakers = releases.some(isFromMakers);
  const [registry] = releases.flatMap(({ repository = '' }) => (repository.startsWith('oci://') ? [repository] : []));
  return releases
    .filter((release) => !isFromMakers(release) && (fromMakers || release.repository !== registry))
    .map((release) => {
      const { chart = '?', repository: got = '?' } = release;
      const expected =
        (fromMakers ? PUBLISHED_AT[chart] : registry) ?? PUBLISHED_AT[chart] ?? 'a repository that is known';
      return finding('chart-repository', release, { chart, got, expected });
    });
}

function isFromMakers({ chart = '', repository }: HelmRelease): boolean {
  return repository === PUBLISHED_AT[chart];
}
