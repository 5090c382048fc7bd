import { join, resolve } from 'node:path';
import { ensurePythonPackages } from './python-packages';

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
 * Brings the emulator's packages, once.
 * @throws MissingToolError when there is no fitting Python. @throws EmulatorError when pip fails.
 */
export async function ensureEmulator({ folder, log }: InstallationOptions): Promise<EmulatorInstallation> {
  const programs = await ensurePythonPackages({
    folder,
    requirements: REQUIREMENTS,
    user: 'The emulator',
    duration: 'about 30 s',
    log,
  });
  return { folder: resolve(folder), python: join(programs, 'python') };
}
