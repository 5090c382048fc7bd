import type { Command } from 'commander';

/**
 * The options that were given to a command once more, each with a blank before it, for a command that is printed: what
 * is taken up must be what was begun.
 * @param except long names of options that the printed command says otherwise, e.g. `--world`
 */
export function givenFlags(command: Command, except: readonly string[]): string {
  return command.options
    .filter(({ long }) => long && !except.includes(long))
    .filter((option) => command.getOptionValueSource(option.attributeName()) === 'cli')
    .flatMap((option) => {
      const value: unknown = command.getOptionValue(option.attributeName());
      if (value === true) return [` ${option.long}`];
      return [value].flat().map((item) => ` ${option.long} ${quoted(String(item))}`);
    })
    .join('');
}

/** As a shell takes it for one word: an address in a state may hold brackets and quotation marks. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
