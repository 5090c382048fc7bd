import type { Reading } from '../reading/reading';
import type { Finding } from '../verification';

/** All is as it must be. */
export function ok(what: string): Finding {
  return { verdict: 'ok', what };
}

/** Requests come through, and somebody should look. */
export function warn(what: string, fix: string): Finding {
  return { verdict: 'warn', what, fix };
}

/** Not as it must be. */
export function fail(what: string, fix: string): Finding {
  return { verdict: 'fail', what, fix };
}

/** Not looked at, and why. */
export function skipped(what: string): Finding {
  return { verdict: 'skipped', what };
}

/** Compares one fact with what it must be, e.g. `state active`, or `state failed; expected active`. */
export function matches(label: string, got: unknown, expected: unknown, fix: string): Finding {
  if (String(got) === String(expected)) return ok(`${label} ${expected}`);
  return fail(`${label} ${got === undefined || got === '' ? 'not set' : got}; expected ${expected}`, fix);
}

/** Judges what was read; what is missing fails, what could not be asked for is skipped. */
export function judge<T>(
  reading: Reading<T>,
  fixWhenMissing: string,
  judgeFound: (value: T) => readonly Finding[],
): readonly Finding[] {
  if (reading.state === 'found') return judgeFound(reading.value);
  if (reading.state === 'untried') return [skipped(reading.reason)];
  return [fail(`${reading.what} does not exist`, fixWhenMissing)];
}
