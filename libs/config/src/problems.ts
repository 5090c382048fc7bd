import { UserError } from '@central-ingress/user-error';

/** One thing that is wrong with the configuration, ready to be shown to the person who wrote it. */
export interface ConfigProblem {
  /** File relative to the world's folder, with forward slashes, e.g. `platform.yaml`. */
  readonly file: string;
  /** Path of the value in the file, e.g. `exposure.hosts[1]`; `(file)` for the file as a whole. */
  readonly path: string;
  /** Line of the value, from 1; left out where the file has no such line. */
  readonly line?: number;
  /** What is wrong, as the rest of a sentence about the path, e.g. `is missing`. */
  readonly what: string;
  /** The value as written, e.g. `1.30`; `nothing` when there is none. */
  readonly got: string;
  /** The rule, as a noun phrase. */
  readonly expected: string;
  /** What to do, as a sentence; its full stop may be left out. */
  readonly fix: string;
}

/** Path of a problem that concerns a file as a whole. */
export const WHOLE_FILE = '(file)';

/** The one line that tells a problem: `<file>: <path>: <what>; got <value>; expected <rule>. <What to do>.` */
export function problemText({ file, path, what, got, expected, fix }: ConfigProblem): string {
  return `${file}: ${path}: ${what}; got ${got}; expected ${expected}. ${fix}${fix.endsWith('?') ? '' : '.'}`;
}

/** Natural order, so that `hosts[2]` comes before `hosts[10]`, whatever the machine's locale. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** Every problem of every configuration file, in one error; the message has one line per problem. */
export class ConfigError extends UserError {
  /** Sorted by file, then path. */
  public readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    // Several checks of one value can find the same.
    const byText = new Map(problems.map((problem) => [problemText(problem), problem]));
    const sorted = [...byText.values()].sort(
      (a, b) => compare(a.file, b.file) || compare(a.path, b.path) || compare(problemText(a), problemText(b)),
    );
    super(sorted.map(problemText).join('\n'));
    this.problems = sorted;
  }
}
