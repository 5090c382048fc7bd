/** What a check says about one value; with the value's place it becomes a `ConfigProblem`. */
export interface Finding {
  /** What is wrong; when left out, the kind of mismatch says it, e.g. `is missing`. */
  readonly what?: string;
  /** The rule, as a noun phrase. */
  readonly expected: string;
  /** What to do, as a sentence; its full stop may be left out. */
  readonly fix: string;
  /** Keys of a mapping, among which an unknown one may have been meant. */
  readonly known?: readonly string[];
}

/** The rule a value follows and what to do when it does not; the same for every way to break it. */
export type Rule = Pick<Finding, 'expected' | 'fix'>;

/** Puts a finding into the message of a zod issue, the only field of ours that zod carries for every kind of issue. */
export function findingMessage(finding: Finding): string {
  return JSON.stringify(finding);
}

/** Takes a finding out of the message of a zod issue again. */
export function findingOf(message: string): Finding {
  return JSON.parse(message) as Finding;
}
