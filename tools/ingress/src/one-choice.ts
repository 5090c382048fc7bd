import { UserError } from '@central-ingress/user-error';

/** The ways to say what a command works on; exactly one is to be given. */
export interface Choices {
  readonly names: readonly string[];
  /** What the names are of, e.g. `names of tenants`. */
  readonly expected: string;
  /** Whether each option was given that stands instead of names, e.g. `--all`. */
  readonly options: Readonly<Record<string, boolean | undefined>>;
}

const NUMBERS = ['none', 'one', 'two', 'three'];

/**
 * Rejects a command line that says nothing of what to work on, or says it twice: names beside `--all` would be left out
 * of account, or stand for more than they say.
 * @param Failure the error that says it, which has the exit code of the command
 * @throws UserError
 */
export function requireOneChoice(
  command: string,
  { names, expected, options }: Choices,
  Failure: new (message: string) => UserError = UserError,
): void {
  const given = [names.length > 0, ...Object.values(options)].filter(Boolean).length;
  if (given === 1) return;
  const all = [expected, ...Object.keys(options)];
  throw new Failure(
    `${command}: ${given ? 'too much' : 'nothing'} is named; expected ${all.join(', or ')}. ` +
      `Give one of the ${NUMBERS[all.length] ?? all.length}.`,
  );
}
