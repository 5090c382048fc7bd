import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, WorldGuard } from './guard';
import { clusterPartFindings } from './guard-cluster-parts';
import { isOfSameOwner } from './guard-trust';

/** Account of a role or user. */
const OWNER = /^arn:aws:iam::(\d{12}):(?:role|user)\//;

/** Shortest prefixes of networks that may reach a public API: those of whole allocations. */
const WIDEST = 8;
const WIDEST_IPV6 = 16;
/** Logs that tell who did what. */
const NEEDED_LOGS = ['api', 'audit', 'authenticator'] as const;

/** Kubernetes APIs are private, or open to named networks, and let in no stranger. */
export const clusterGuard: WorldGuard = {
  name: 'cluster',
  says: 'the Kubernetes API is not open to the world',
  check: (context) => [
    ...apiFindings(context),
    ...accessFindings(context),
    ...clusterFindings(context),
    ...nodeFindings(context),
    ...clusterPartFindings(context),
  ],
};

function apiFindings({ model }: GuardContext): readonly Finding[] {
  return [...model.clusters.values()].flatMap((cluster) => {
    const { label, publicCidrs } = cluster;
    const open = !publicCidrs.length || publicCidrs.some(isTooWide);
    return [
      ...(cluster.publicApi && open
        ? [finding('public-api-open', cluster, { label, cidrs: publicCidrs.join(', ') || '0.0.0.0/0' })]
        : []),
      ...(cluster.privateApi ? [] : [finding('private-api-off', cluster, { label })]),
    ];
  });
}

/** A few wide blocks put all addresses together, as 0.0.0.0/1 and 128.0.0.0/1 do; what is no block counts as wide. */
function isTooWide(cidr: string): boolean {
  const length = Number(/\/(\d+)$/.exec(cidr)?.[1] ?? 0);
  return length < (cidr.includes(':') ? WIDEST_IPV6 : WIDEST);
}

function clusterFindings({ model }: GuardContext): readonly Finding[] {
  return [...model.clusters.values()].flatMap((cluster) => {
    const { label, authenticationMode: mode } = cluster;
    const missing = NEEDED_LOGS.filter((log) => !cluster.logs.includes(log));
    return [
      ...(mode === 'API' ? [] : [finding('cluster-authentication', cluster, { label, mode })]),
      ...(cluster.creatorAdministers ? [finding('cluster-creator', cluster, { label })] : []),
      ...(cluster.encryptsSecrets ? [] : [finding('cluster-secrets', cluster, { label })]),
      ...(missing.length ? [finding('cluster-logs', cluster, { label, logs: missing.join(', ') })] : []),
    ];
  });
}

function nodeFindings({ model }: GuardContext): readonly Finding[] {
  return [...model.nodeGroups.values()].flatMap((group) => {
    const { label, credentialHops: hops = 'more than one' } = group;
    return [
      ...(group.asksForTokens ? [] : [finding('node-credentials', group, { label })]),
      ...(hops === 1 ? [] : [finding('node-credential-hops', group, { label, hops })]),
      ...(group.encryptsVolumes ? [] : [finding('node-volumes', group, { label })]),
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
