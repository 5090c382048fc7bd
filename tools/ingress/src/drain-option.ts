import { Option } from 'commander';
import { wholeNumber } from './whole-number';

/**
 * `--drain-seconds`: how long clients are given to let go of what is taken away.
 * @param instead what is waited for by itself, e.g. `the records' TTL`
 */
export function drainOption(instead: string): Option {
  return new Option('--drain-seconds <n>', `wait this long, not ${instead}`).argParser((text) =>
    wholeNumber(text, 'whole seconds'),
  );
}

/** What {@link drainOption} gives a command, as the work takes it. */
export interface DrainOption {
  readonly drainSeconds?: number;
}

/** The choice alone, to be spread among the rest of a request. */
export function drainOf({ drainSeconds }: DrainOption): DrainOption {
  return drainSeconds === undefined ? {} : { drainSeconds };
}
