import { InvalidArgumentError } from 'commander';

/**
 * Reads the value of an option that counts something.
 * @param expected what it counts, e.g. `whole seconds`
 * @throws InvalidArgumentError when it is not a whole number of 0 to 9999
 */
export function wholeNumber(text: string, expected: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError(`expected ${expected}, 0 to 9999.`);
  return Number(text);
}
