import type { FindingCode } from '@central-ingress/path-proof';
import type { BreakableWorld } from './breakable-world';

/** One deliberate break of the reference set and how it must be caught. */
export interface Mutant {
  /** What is broken, as a phrase that follows "catches that". */
  readonly name: string;
  readonly breakIt: (world: BreakableWorld) => void;
  readonly code: FindingCode;
  /** Hop or guard that must catch it. */
  readonly hop: string;
  /** The whole message. */
  readonly message: string;
  /** Start of `<stack>: <address>`. */
  readonly at: string;
}

/** A row of the tables of mutants. */
export function mutant(
  name: string,
  breakIt: (world: BreakableWorld) => void,
  code: FindingCode,
  hop: string,
  at: string,
  message: string,
): Mutant {
  return { name, breakIt, code, hop, at, message };
}
