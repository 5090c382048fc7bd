import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How many things a check looked at, and what came of them. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One step of `npm test`. */
export interface Check {
  /** Word that `--only` takes, e.g. `lint`. */
  readonly name: string;
  readonly describe: string;
  readonly run: () => Promise<Tally>;
}

/** A check that is one command: it passes when the commands all end with 0. */
export function commandCheck(name: string, describe: string, ...commands: readonly (readonly string[])[]): Check {
  return {
    name,
    describe,
    run: async () => {
      for (const command of commands) {
        if ((await execute(command)) !== 0) return { passed: 0, failed: 1, skipped: 0 };
      }
      return { passed: 1, failed: 0, skipped: 0 };
    },
  };
}

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
}

/** A check that counts the tests of a Jest run; a suite that does not even load counts as a failed test. */
export function jestCheck(name: string, describe: string, ...args: readonly string[]): Check {
  return {
    name,
    describe,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'checks-'));
      const outputFile = join(folder, 'results.json');
      try {
        const code = await execute(['jest', '--json', `--outputFile=${outputFile}`, '--ci', ...args]);
        const results = JSON.parse(readFileSync(outputFile, 'utf8')) as JestResults;
        const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
        return {
          passed: results.numPassedTests,
          failed: failed || (code === 0 && results.success ? 0 : 1),
          skipped: results.numPendingTests,
        };
      } catch (error) {
        process.stderr.write(`${name}: ${(error as Error).message}\n`);
        return { passed: 0, failed: 1, skipped: 0 };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Runs a program of node_modules with its output on this terminal; Jest's JSON goes to its file, not here. */
function execute([program = '', ...args]: readonly string[]): Promise<number> {
  const env = { ...process.env, NX_DAEMON: 'false', PATH: `${join('node_modules', '.bin')}:${process.env['PATH']}` };
  const child = spawn(program, args, { stdio: ['ignore', program === 'jest' ? 'ignore' : 'inherit', 'inherit'], env });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Adds tallies up. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
