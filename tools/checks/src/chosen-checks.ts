import { Command } from 'commander';
import type { Check } from './check';

/**
 * The command line of `npm test`.
 * @param run gets the chosen checks, in the order of all; every check when none is named
 * @throws Error from its parsing when a name is missing or none of a check; the message names those there are
 */
export function testCommand(checks: readonly Check[], run: (chosen: readonly Check[]) => Promise<void>): Command {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const described = checks.map(({ name, describe }) => `  ${name.padEnd(width)}  ${describe}`).join('\n');
  return new Command('npm test --')
    .description('Run every check of the project, or some of them.')
    .option('--only [names...]', 'checks to run, separated by blanks or commas (default: all)')
    .addHelpText(
      'after',
      `\nChecks:\n${described}\n\nExamples:\n  npm test                            # every check\n` +
        '  npm test -- --only lint typecheck   # what an editor tells, in a minute\n' +
        '  npm test -- --only unit             # no Terraform, no Python\n' +
        '  npm test -- --only emulator         # real Terraform, no AWS account\n' +
        '\nExit codes:\n  0  all passed, or were skipped for what this machine lacks\n  1  something failed\n',
    )
    .allowExcessArguments()
    .action((options: { only?: true | readonly string[] }, { args }: Command) => {
      if (args.length)
        throw noCheck(
          args[0] ?? '',
          'is no option',
          args.join(' '),
          checks,
          `Write npm test -- --only ${args.join(' ')}.`,
        );
      return run(chosenChecks(checks, options.only));
    });
}

function chosenChecks(checks: readonly Check[], only: true | readonly string[] = []): readonly Check[] {
  const names = only === true ? [] : only.flatMap((part) => part.split(/[\s,]+/).filter(Boolean));
  if (only === true || (only.length && !names.length)) {
    throw noCheck('--only', 'names no check', 'nothing', checks, 'Name some of them, or leave the option out.');
  }
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length) {
    const got = unknown.join(', ');
    throw noCheck('--only', 'names what is no check', got, checks, 'Correct the name, or leave the option out.');
  }
  return checks.filter(({ name }) => !names.length || names.includes(name));
}

function noCheck(where: string, what: string, got: string, checks: readonly Check[], fix: string): Error {
  return new Error(`${where}: ${what}; got ${got}; expected ${checks.map(({ name }) => name).join(', ')}. ${fix}`);
}
