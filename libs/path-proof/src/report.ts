import type { Finding, Place } from './finding';

/** Stations of a request to a central tenant from the name to the pod, in order. */
export const HOPS = [
  'record',
  'alb',
  'listener',
  'rule',
  'target-group',
  'attachments',
  'alb-to-endpoint',
  'endpoint',
  'principal',
  'zones',
  'nlb',
  'nlb-listener',
  'pods',
  'binding',
] as const;

/** Stations of a request to a direct tenant, in order. */
export const DIRECT_HOPS = [
  'record',
  'nlb-service',
  'listener-ports',
  'certificate',
  'public-subnets',
  'pods',
] as const;

/** A station of a request. */
export type Hop = (typeof HOPS)[number] | (typeof DIRECT_HOPS)[number];

/**
 * What is known of a step: `ok` proven; `wrong` with findings; `unproven` out of what the JSON says, e.g. a record that
 * somebody else keeps; `blocked` because an earlier step leads nowhere.
 */
export type Verdict = 'ok' | 'wrong' | 'unproven' | 'blocked';

/** One hop of a host, or one guard. */
export interface Step extends Place {
  /** A {@link Hop}, or the name of a guard. */
  readonly hop: string;
  readonly verdict: Verdict;
  /** What was proven or why not, in a few words. */
  readonly says: string;
  readonly findings: readonly Finding[];
}

/** The path of one host. */
export interface HostProof {
  readonly host: string;
  readonly steps: readonly Step[];
}

/** Everything that was checked of one tenant. */
export interface TenantProof {
  readonly tenant: string;
  readonly account: string;
  readonly hosts: readonly HostProof[];
  /** What must hold beside the paths: isolation, AWS APIs, the cluster, the stacks' own rules. */
  readonly guards: readonly Step[];
}

/** The proof of a world. */
export interface ProofReport {
  readonly tenants: readonly TenantProof[];
  /** What belongs to no tenant: internet VPCs and the central account. */
  readonly shared: readonly Step[];
}

/** A step that is proven, or wrong when there are findings. */
export function step(hop: string, at: Place, says: string, findings: readonly Finding[] = []): Step {
  const { stack, address } = at;
  return { hop, stack, address, verdict: findings.length ? 'wrong' : 'ok', says, findings };
}

/** A step that nothing can be said of because an earlier one leads nowhere. */
export function blocked(hop: Hop, stack: string, says: string): Step {
  return { hop, stack, address: '', verdict: 'blocked', says, findings: [] };
}

/** A step whose truth does not lie in the JSON. */
export function unproven(hop: Hop, at: Place, says: string): Step {
  return { ...step(hop, at, says), verdict: 'unproven' };
}

/** Every finding of a report once, in the order of the report. */
export function findingsOf(report: ProofReport): readonly Finding[] {
  const steps = [
    ...report.tenants.flatMap(({ hosts, guards }) => [...hosts.flatMap((host) => host.steps), ...guards]),
    ...report.shared,
  ];
  const all = steps.flatMap(({ findings }) => findings);
  return [
    ...new Map(all.map((found) => [[found.code, found.stack, found.address, found.message].join('|'), found])).values(),
  ];
}
