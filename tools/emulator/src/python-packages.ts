import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EmulatorError } from './errors';
import { withFolderLock } from './folder-lock';
import { findPython } from './python';
import { runProgram } from './run-program';

/** Options of {@link ensurePythonPackages}. */
export interface PythonPackagesOptions {
  /** Where the packages go, below it in `python`; made when missing, used by nothing else. */
  readonly folder: string;
  /** File with every package in its version and with its hashes. */
  readonly requirements: string;
  /** Who needs them, for the beginning of a sentence, e.g. `The emulator`. */
  readonly user: string;
  /** How long an installation takes, e.g. `about 30 s`. */
  readonly duration: string;
  /** Gets one line per step worth seeing. */
  readonly log: (line: string) => void;
}

/**
 * Brings pinned Python packages into a virtual environment, once: a stamp written last tells a complete installation of
 * exactly these requirements, and a half-finished or outdated one is made anew. Safe in two processes at once.
 * @returns absolute path of the folder with the programs, `python` among them
 * @throws MissingToolError when there is no fitting Python. @throws EmulatorError when pip fails.
 */
export async function ensurePythonPackages(options: PythonPackagesOptions): Promise<string> {
  const root = resolve(options.folder);
  const home = join(root, 'python');
  const programs = join(home, 'bin');
  if (isComplete(home, options)) return programs;
  return withFolderLock(root, options.log, async () => {
    if (!isComplete(home, options)) await install(home, options);
    return programs;
  });
}

function hashOf({ requirements }: PythonPackagesOptions): string {
  return createHash('sha256').update(readFileSync(requirements)).digest('hex');
}

function isComplete(home: string, options: PythonPackagesOptions): boolean {
  const stamp = join(home, 'stamp');
  return (
    existsSync(join(home, 'bin', 'python')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8').trim() === hashOf(options)
  );
}

async function install(home: string, options: PythonPackagesOptions): Promise<void> {
  const { requirements, user, duration, log } = options;
  const systemPython = await findPython(process.env, user);
  const python = join(home, 'bin', 'python');
  const packages = `${user.charAt(0).toLowerCase()}${user.slice(1)}'s Python packages`;
  rmSync(home, { recursive: true, force: true });
  const seconds = stopwatch();
  log(`installing ${packages} into ${home} (once, ${duration})`);
  await step(home, systemPython, ['-m', 'venv', home]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile', '--no-deps'];
  await step(home, python, [...pip, '--require-hashes', '--only-binary', ':all:', '--requirement', requirements]);
  writeFileSync(join(home, 'stamp'), hashOf(options));
  log(`installed ${packages} in ${seconds()} s`);
}

async function step(home: string, program: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runProgram(program, args);
  if (code === 0) return;
  const logFile = `${home}-install.log`;
  writeFileSync(logFile, output);
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  throw new EmulatorError(`${program} ${args.slice(0, 3).join(' ')} failed: ${lastLine} (all of it in ${logFile}).`);
}

function stopwatch(): () => number {
  const start = Date.now();
  return () => Math.round((Date.now() - start) / 1000);
}
