import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EmulatorError } from './errors';
import { withFolderLock } from './folder-lock';
import { findPython } from './python';
import { runProgram } from './run-program';

const REQUIREMENTS = join(__dirname, '..', 'requirements.txt');

/** A virtual environment that holds the emulator's pinned Python packages. */
export interface EmulatorInstallation {
  /** Absolute path of the folder that {@link ensureEmulator} was given. */
  readonly folder: string;
  /** Absolute path of the virtual environment's interpreter. */
  readonly python: string;
}

/** Options of {@link ensureEmulator}. */
export interface InstallationOptions {
  /** Where the packages go; made when missing, used by nothing else. */
  readonly folder: string;
  /** Gets one line per step worth seeing. */
  readonly log: (line: string) => void;
}

/**
 * Brings the emulator's packages, once: a stamp written last tells a complete installation of exactly these
 * requirements, and a half-finished or outdated one is made anew. Safe in two processes at once.
 * @throws MissingToolError when there is no fitting Python. @throws EmulatorError when pip fails.
 */
export async function ensureEmulator({ folder, log }: InstallationOptions): Promise<EmulatorInstallation> {
  const root = resolve(folder);
  const home = join(root, 'python');
  const installation = { folder: root, python: join(home, 'bin', 'python') };
  if (isComplete(home)) return installation;
  return withFolderLock(root, log, async () => {
    if (!isComplete(home)) await install(home, installation.python, log);
    return installation;
  });
}

function requirementsHash(): string {
  return createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
}

function isComplete(home: string): boolean {
  const stamp = join(home, 'stamp');
  return (
    existsSync(join(home, 'bin', 'python')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8').trim() === requirementsHash()
  );
}

async function install(home: string, python: string, log: (line: string) => void): Promise<void> {
  const systemPython = await findPython();
  rmSync(home, { recursive: true, force: true });
  const seconds = stopwatch();
  log(`installing the emulator's Python packages into ${home} (once, about 30 s)`);
  await step(home, systemPython, ['-m', 'venv', home]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile', '--no-deps'];
  await step(home, python, [...pip, '--require-hashes', '--only-binary', ':all:', '--requirement', REQUIREMENTS]);
  writeFileSync(join(home, 'stamp'), requirementsHash());
  log(`installed the emulator's Python packages in ${seconds()} s`);
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
