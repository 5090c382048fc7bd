import { MissingToolError } from './errors';
import { runProgram } from './run-program';

const CANDIDATES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const PROBE = 'import sys, venv, ensurepip; print(*sys.version_info[:2])';
const VERSION_PROBE = 'import sys; print(*sys.version_info[:2])';

/**
 * Finds a Python that can make a virtual environment, by its usual names on the PATH.
 * @param user who needs it, for the beginning of a sentence
 * @throws MissingToolError that names what to install.
 */
export async function findPython(environment: NodeJS.ProcessEnv = process.env, user = 'The emulator'): Promise<string> {
  const found: string[] = [];
  for (const program of CANDIDATES) {
    const { code, output } = await runProgram(program, ['-c', PROBE], { env: environment });
    if (code === 0 && isNewEnough(output)) return program;
    if (code !== 127) found.push(`${program}: ${await shortcoming(program, environment)}`);
  }
  const seen = found.length ? `found ${found.join('; ')}` : 'found no Python on the PATH';
  const needed = `${user} needs Python 3.10 or newer with venv and pip`;
  throw new MissingToolError(`${needed}; ${seen}. Install Python 3.10+ (on Debian and Ubuntu also python3-venv).`);
}

async function shortcoming(program: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const { code, output } = await runProgram(program, ['-c', VERSION_PROBE], { env: environment });
  if (code !== 0) return 'does not run';
  const version = output.trim().replace(' ', '.');
  return isNewEnough(output) ? `version ${version} without venv or ensurepip` : `version ${version}`;
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.trim().split(' ').map(Number);
  return major > 3 || (major === 3 && minor >= 10);
}
