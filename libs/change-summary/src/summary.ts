import { guardedChanges } from './guard';
import type { GuardedChange } from './guard';
import { CHANGE_KINDS } from './planned-change';
import type { ChangeKind, PlannedChange } from './planned-change';

/** Whether the configuration is ahead of the world (`plan`) or the world has moved by itself (`drift`). */
export type Question = 'plan' | 'drift';

/** What came of one stack. */
export interface StackChanges {
  readonly stack: string;
  /**
   * `planned`: Terraform told the changes. `waiting`: what it needs does not stand yet, the changes are counted from
   * its synthesized JSON. `not deployed`: there is nothing that could have drifted. `failed`, `not started`: unknown.
   */
  readonly status: 'planned' | 'waiting' | 'not deployed' | 'failed' | 'not started';
  readonly changes: readonly PlannedChange[];
  /** What a waiting stack waits for: names of stacks, or of a command. */
  readonly waitsFor: readonly string[];
  /** Terraform's own words on a failure. */
  readonly reason?: string;
}

/** How many resources change, by kind. */
export type Counts = Readonly<Record<ChangeKind, number>>;

/** One summary of every change in several stacks; also what `--json` prints. */
export interface ChangeSummary {
  readonly question: Question;
  readonly stacks: readonly (StackChanges & { readonly counts: Counts })[];
  readonly totals: Counts;
  readonly guarded: readonly GuardedChange[];
  /** What the user allowed and no stack does, most likely a typing mistake. */
  readonly unusedAllowances: readonly string[];
}

/** Adds up what came of several stacks. What drifted is past, so there is nothing in it to guard. */
export function summarize(
  question: Question,
  stacks: readonly StackChanges[],
  allow: readonly string[] = [],
): ChangeSummary {
  const guarded =
    question === 'plan' ? stacks.flatMap(({ stack, changes }) => guardedChanges(stack, changes, allow)) : [];
  const used = guarded.flatMap(({ stack, address }) => [address, `${stack}:${address}`]);
  return {
    question,
    stacks: stacks.map((stack) => ({ ...stack, counts: count(stack.changes) })),
    totals: count(stacks.flatMap(({ changes }) => changes)),
    guarded,
    unusedAllowances: allow.filter((name) => !used.includes(name)),
  };
}

/**
 * What a script learns from a summary: 1 a stack could not be planned, 3 something guarded would be replaced or
 * destroyed and is not allowed, 2 reality has moved, 0 none of these.
 */
export function exitCodeOf({ question, stacks, guarded, totals }: ChangeSummary): 0 | 1 | 2 | 3 {
  if (stacks.some(({ status }) => status === 'failed' || status === 'not started')) return 1;
  if (guarded.some(({ allowed }) => !allowed)) return 3;
  return question === 'drift' && CHANGE_KINDS.some((kind) => totals[kind] > 0) ? 2 : 0;
}

function count(changes: readonly PlannedChange[]): Counts {
  const counts = { create: 0, update: 0, replace: 0, destroy: 0, forget: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
