import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, WorldGuard } from './guard';
import { isOfSameOwner } from './guard-trust';
import { isEverywhere } from './reach';

/** Account of a role or user. */
const OWNER = /^arn:aws:iam::(\d{12}):(?:role|user)\//;

/** Kubernetes APIs are private, or open to named networks, and let in no stranger. */
export const clusterGuard: WorldGuard = {
  name: 'cluster',
  says: 'the Kubernetes API is not open to the world',
  check: (context) => [...apiFindings(context), ...accessFindings(context)],
};

function apiFindings({ model }: GuardContext): readonly Finding[] {
  return [...model.clusters.values()].flatMap((cluster) => {
    const { label, publicCidrs } = cluster;
    const open = !publicCidrs.length || publicCidrs.some(isEverywhere);
    return [
      ...(cluster.publicApi && open
        ? [finding('public-api-open', cluster, { label, cidrs: publicCidrs.join(', ') || '0.0.0.0/0' })]
        : []),
      ...(cluster.privateApi ? [] : [finding('private-api-off', cluster, { label })]),
    ];
  });
}

/** Whom a cluster lets in is of its own account, or a role of the same owner. */
function accessFindings(context: GuardContext): readonly Finding[] {
  return [...context.model.clusterAccess.values()].flatMap((access) => {
    const { principal, account, cluster = '?' } = access;
    const role = access.role ? context.model.roles.get(access.role) : undefined;
    const isOwn = account !== undefined && (role?.account ?? OWNER.exec(principal)?.[1]) === account;
    if (isOwn || isOfSameOwner(context, access.stack, role?.arn ?? principal)) return [];
    return [finding('cluster-stranger', access, { principal, cluster })];
  });
}
