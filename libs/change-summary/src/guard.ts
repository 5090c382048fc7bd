import type { PlannedChange } from './planned-change';

/** The replacement or destruction of a resource whose loss breaks the request path or loses what cannot be made again. */
export interface GuardedChange {
  readonly stack: string;
  readonly address: string;
  /** AWS's word for it, e.g. `ALB`. */
  readonly what: string;
  readonly kind: 'replace' | 'destroy';
  readonly replacedFor: readonly string[];
  /** True when the new one stands before the old one goes. */
  readonly newOneFirst: boolean;
  /** True when the user named it. */
  readonly allowed: boolean;
}

/**
 * The guarded ones among a stack's changes.
 * @param allow what the user named: `<stack>:<address>`, or the address alone, which holds in every stack
 */
export function guardedChanges(
  stack: string,
  changes: readonly PlannedChange[],
  allow: readonly string[],
): readonly GuardedChange[] {
  return changes.flatMap(({ address, kind, guarded, replacedFor, actions }) => {
    if (!guarded || (kind !== 'replace' && kind !== 'destroy')) return [];
    const allowed = allow.includes(address) || allow.includes(allowName({ stack, address }));
    return [
      {
        stack,
        address,
        what: guarded,
        kind,
        replacedFor,
        newOneFirst: kind === 'replace' && actions[0] === 'create',
        allowed,
      },
    ];
  });
}

/** What `--allow` takes for exactly this one. */
export function allowName({ stack, address }: Pick<GuardedChange, 'stack' | 'address'>): string {
  return `${stack}:${address}`;
}

/** Says what would happen to a guarded resource, and why, in one sentence. */
export function guardedSentence({ stack, address, what, kind, replacedFor, newOneFirst }: GuardedChange): string {
  if (kind === 'destroy') return `${stack}: ${what} ${address} would be destroyed.`;
  const order = newOneFirst ? 'the new one is made first' : 'it is gone in between';
  return `${stack}: ${what} ${address} would be replaced (${replacedFor.join(', ')}): ${order}.`;
}

/**
 * Why a run stops, and how to let it go on: the same words in a plan and in a deployment. Empty when everything
 * guarded is allowed.
 */
export function refusal(guarded: readonly GuardedChange[]): string {
  return guarded
    .filter(({ allowed }) => !allowed)
    .flatMap((change) => [guardedSentence(change), `  If that is meant: --allow ${allowName(change)}`])
    .join('\n');
}
