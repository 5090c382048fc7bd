import type { PlannedChange } from './planned-change';

/** A change that breaks the request path or loses what cannot be made again. */
export interface GuardedChange {
  readonly stack: string;
  readonly address: string;
  /** AWS's word for it, e.g. `ALB`. */
  readonly what: string;
  /** `update` where the cloud cannot change in place what Terraform can. */
  readonly kind: 'replace' | 'destroy' | 'update';
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
    if (!guarded || kind === 'create' || kind === 'forget') return [];
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
  const why = replacedFor.join(', ');
  if (kind === 'update') {
    return (
      `${stack}: ${what} ${address} would be changed (${why}), which AWS cannot do: ` +
      'the load balancer controller makes a second NLB, or leaves the first behind.'
    );
  }
  const order = newOneFirst ? 'the new one is made first' : 'it is gone in between';
  return `${stack}: ${what} ${address} would be replaced (${why}): ${order}.`;
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
