import { finding } from './finding';
import type { WorldGuard } from './guard';
import { isEverywhere } from './reach';

/** Kubernetes APIs are private, or open to named networks. */
export const clusterGuard: WorldGuard = {
  name: 'cluster',
  says: 'the Kubernetes API is not open to the world',
  check: ({ model }) =>
    [...model.clusters.values()].flatMap((cluster) => {
      const { label, publicCidrs } = cluster;
      const open = !publicCidrs.length || publicCidrs.some(isEverywhere);
      return [
        ...(cluster.publicApi && open
          ? [finding('public-api-open', cluster, { label, cidrs: publicCidrs.join(', ') || '0.0.0.0/0' })]
          : []),
        ...(cluster.privateApi ? [] : [finding('private-api-off', cluster, { label })]),
      ];
    }),
};
