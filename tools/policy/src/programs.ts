import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorError, ensurePythonPackages, MissingToolError, runProgram } from '@central-ingress/emulator';

/** Folder of the repository that holds the programs; everything in it can be brought again. */
const FOLDER = join(__dirname, '..', '..', '..', '.policy');
const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';

/** What pip says when there is no way to the package index. */
const UNREACHABLE = /No matching distribution found|Could not (?:fetch|connect)|ConnectionError|Connection refused/;

/**
 * Brings the pinned checkov and zizmor, once.
 * @returns absolute path of one of them
 * @throws MissingToolError when there is no fitting Python. @throws EmulatorError when pip fails.
 */
export async function pythonProgram(name: 'checkov' | 'zizmor', log: (line: string) => void): Promise<string> {
  const requirements = join(__dirname, '..', 'requirements.txt');
  const options = { folder: FOLDER, requirements, user: 'The policy check', duration: 'about a minute', log };
  return join(await ensurePythonPackages(options), name);
}

/**
 * The pinned actionlint, built once where there is Go, else the one of the PATH.
 * @throws MissingToolError when there is neither
 */
export async function actionlint(log: (line: string) => void): Promise<string> {
  const folder = join(FOLDER, 'go', ACTIONLINT.split('@')[1] as string);
  const program = join(folder, 'actionlint');
  if (existsSync(program)) return program;
  const env = { ...process.env, GOBIN: folder };
  if ((await runProgram('go', ['version'])).code === 0) {
    log(`building actionlint into ${folder} (once, about a minute)`);
    const { code, stderr } = await runProgram('go', ['install', ACTIONLINT], { env });
    if (code === 0) return program;
    log(`go install ${ACTIONLINT} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  }
  if ((await runProgram('actionlint', ['--version'])).code === 0) return 'actionlint';
  throw new MissingToolError(
    'actionlint: not found on the PATH, and Go cannot build it; expected one of the two. Install actionlint or Go 1.24+.',
  );
}

/** Why a check cannot run on this machine; nothing for an error that is a failure of the check. */
export function reasonToSkip(error: unknown): string | undefined {
  if (error instanceof MissingToolError) return error.message;
  return error instanceof EmulatorError && UNREACHABLE.test(error.message) ? error.message : undefined;
}
