import { nearest } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';

/** What can be named. */
export interface KnownNames {
  /** What a name that is none is not, e.g. `no tenant`. */
  readonly kind: string;
  readonly known: readonly string[];
  /** What to do about a name that is none, as sentences. @default nothing but what is expected */
  readonly fix?: string;
}

/**
 * Rejects names that are none, with those there are and what was probably meant.
 * @param Failure the error that says it, which has the exit code of the command
 * @throws UserError
 */
export function refuseUnknownNames(
  names: readonly string[],
  { kind, known, fix }: KnownNames,
  Failure: new (message: string) => UserError = UserError,
): void {
  const unknown = names.filter((name) => !known.includes(name));
  if (!unknown.length) return;
  const expected = known.join(', ') || 'a world that has some';
  const got = unknown.map((name) => name || '""').join(', ');
  const meant = [...new Set(unknown.flatMap((name) => nearest(name, known) ?? []))].join(', ');
  const advice = [...(meant ? [`Did you mean ${meant}?`] : []), ...(fix ? [fix] : [])];
  throw new Failure([`${got}: ${kind} of this name; expected ${expected}.`, ...advice].join(' '));
}
