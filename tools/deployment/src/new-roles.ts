import { setTimeout as delay } from 'node:timers/promises';

/** Pauses before each further attempt: IAM takes seconds, in bad hours up to a minute. */
const PAUSES_MS: readonly number[] = [2000, 4000, 6000, 8000, 10_000, 15_000, 15_000];

/** Who works with roles that were made a moment ago. */
export interface NewRolesUse {
  /** The stack that assumes them. */
  readonly stack: string;
  /** Stacks with roles that this run has deployed and the stack needs; with none nothing is tried again. */
  readonly made: readonly string[];
  readonly print: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
  readonly pausesMs?: readonly number[];
}

/**
 * Does work that assumes roles which the same run has just made, and does it once more while AWS does not let us assume
 * them yet: what IAM has confirmed is not known everywhere at once. No other error is tried again.
 */
export async function withNewRoles<Result>(work: () => Promise<Result>, use: NewRolesUse): Promise<Result> {
  const { stack, made, print, signal, pausesMs = PAUSES_MS } = use;
  for (const pause of made.length ? pausesMs : []) {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted || !isRoleRefused(error)) throw error;
      print(
        `${stack}: AWS does not let us assume what ${made.join(' and ')} has just made; once more in ${pause / 1000} s`,
      );
      // An interruption ends the pause, and the next attempt then says so in its own words.
      await delay(pause, undefined, signal ? { signal } : {}).catch(() => undefined);
    }
  }
  return work();
}

/** The AWS provider's and the S3 backend's words for `AccessDenied` on `sts:AssumeRole`. */
function isRoleRefused(error: unknown): boolean {
  const { message } = error as Error;
  return /Cannot assume IAM Role/.test(message) && /AccessDenied/.test(message);
}
