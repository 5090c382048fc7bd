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
  /** @param tell gets what the programs say beside their results; default: this terminal */
  readonly run: (tell?: Tell) => Promise<Tally>;
}

/** Takes a piece of what a program says. */
export type Tell = (text: string) => void;

/** A check that runs already while others do, and is heard only when it is listened to. */
export interface EarlyCheck {
  /** Tells what was kept so far, then what comes, and waits for the end. */
  readonly listen: (tell: Tell) => Promise<Tally>;
}

/** Starts a check that mostly waits, so that it does not make the others wait. */
export function startEarly(check: Check): EarlyCheck {
  const kept: string[] = [];
  let heard: Tell | undefined;
  const tally = check.run((text) => (heard ? heard(text) : void kept.push(text)));
  // Its rejection is met when it is listened to.
  tally.catch(() => undefined);
  return {
    listen: (tell) => {
      kept.splice(0).forEach(tell);
      heard = tell;
      return tally;
    },
  };
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
    run: async (tell) => {
      const folder = mkdtempSync(join(tmpdir(), 'checks-'));
      const outputFile = join(folder, 'results.json');
      try {
        const code = await execute(['jest', '--json', `--outputFile=${outputFile}`, '--ci', ...args], tell);
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
function execute([program = '', ...args]: readonly string[], tell?: Tell): Promise<number> {
  const env = { ...process.env, NX_DAEMON: 'false', PATH: `${join('node_modules', '.bin')}:${process.env['PATH']}` };
  const output = program === 'jest' ? 'ignore' : 'inherit';
  const child = spawn(program, args, { stdio: ['ignore', output, tell ? 'pipe' : 'inherit'], env });
  child.stderr?.setEncoding('utf8').on('data', tell ?? (() => undefined));
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
