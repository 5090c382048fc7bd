import { commandCheck, jestCheck, startEarly, sum } from './check';
import type { Check, Tally } from './check';
import { testCommand } from './chosen-checks';
import { policyCheck, workflowsCheck } from './policy-checks';

/** It mostly waits for Terraform, so it runs beside the others from the beginning. */
const EMULATOR = 'emulator';

const CHECKS: readonly Check[] = [
  commandCheck(
    'lint',
    'ESLint with the module boundaries, and Prettier',
    // ESLint reads the project graph that Nx keeps; this makes it.
    ['nx', 'show', 'projects', '--json'],
    ['eslint', '.', '--max-warnings', '0'],
    ['prettier', '--check', '--log-level', 'warn', '.'],
  ),
  commandCheck('typecheck', 'TypeScript, strict', ['tsc', '-p', 'tsconfig.json']),
  workflowsCheck,
  policyCheck,
  jestCheck('unit', 'units, properties and snapshots', '-c', 'jest.config.cjs', '--rootDir', '.'),
  jestCheck(EMULATOR, 'real Terraform against the emulator', '-c', 'jest.emulator.config.cjs', '--rootDir', '.'),
];

async function main(chosen: readonly Check[]): Promise<void> {
  const tallies: Tally[] = [];
  const begun = Date.now();
  const early = new Map(chosen.filter(({ name }) => name === EMULATOR).map((check) => [check, startEarly(check)]));
  for (const check of chosen) {
    const ahead = early.get(check);
    const since = ahead && chosen.length > 1 ? ', begun with the first check' : '';
    process.stdout.write(`\n== ${check.name}: ${check.describe}${since}\n`);
    const started = ahead ? begun : Date.now();
    const tally = await (ahead ? ahead.listen((text) => void process.stderr.write(text)) : check.run());
    tallies.push(tally);
    const seconds = Math.round((Date.now() - started) / 1000);
    process.stdout.write(`   ${tally.failed ? '✖' : '✔'} ${words(tally)}; ${seconds} s\n`);
  }
  const total = sum(tallies);
  process.stdout.write(`\n${words(total)}\n`);
  if (total.failed) process.exitCode = 1;
}

function words({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

testCommand(CHECKS, main)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  });
