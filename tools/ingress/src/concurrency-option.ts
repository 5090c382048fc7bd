import { InvalidArgumentError, Option } from 'commander';

/** `--concurrency`: stacks that run at the same time. */
export function concurrencyOption(): Option {
  return new Option('-c, --concurrency <number>', 'stacks that run at the same time')
    .argParser(positiveInteger)
    .default(4);
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('expected a whole number of 1 or more.');
  return Number(text);
}
