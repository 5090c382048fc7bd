import { kindOfFailure } from './api-failure';

/** What an AWS API said about one thing. */
export type Reading<T> =
  | { readonly state: 'found'; readonly value: T }
  | { readonly state: 'missing'; readonly what: string }
  /** Nobody could be asked: no right, no network, or `lacks`, what it would hang on, is not there. */
  | { readonly state: 'untried'; readonly reason: string; readonly lacks?: string };

/** The thing is there. */
export function found<T>(value: T): Reading<T> {
  return { state: 'found', value };
}

/** The API has answered, and the thing is not there. */
export function missing<T>(what: string): Reading<T> {
  return { state: 'missing', what };
}

/** The thing could not be asked for. */
export function untried<T>(reason: string): Reading<T> {
  return { state: 'untried', reason };
}

/** There was nothing to ask for, as what it would hang on is not there. */
export function lacking<T>(lacks: string): Reading<T> {
  return { state: 'untried', reason: `${lacks} does not exist`, lacks };
}

/**
 * Asks an API for one thing; `undefined` is an answer that does not have it.
 * @param what the thing, e.g. `load balancer acme-main-alb`
 * @throws what is neither an answer of the API nor a failure on the way to it
 */
export async function read<T>(what: string, ask: () => Promise<T | undefined>): Promise<Reading<T>> {
  try {
    const value = await ask();
    return value === undefined ? missing(what) : found(value);
  } catch (error) {
    const failure = kindOfFailure(error);
    if (!failure) throw error;
    return failure.kind === 'missing' ? missing(what) : untried(failure.reason);
  }
}

/** Reads on from a thing that was found; without it there is nothing to ask for. */
export async function follow<T, U>(
  reading: Reading<T>,
  next: (value: T) => Promise<Reading<U>> | Reading<U>,
): Promise<Reading<U>> {
  if (reading.state === 'found') return next(reading.value);
  return reading.state === 'missing' ? lacking(reading.what) : reading;
}

/** The value that was found, if it was. */
export function valueOf<T>(reading: Reading<T>): T | undefined {
  return reading.state === 'found' ? reading.value : undefined;
}
