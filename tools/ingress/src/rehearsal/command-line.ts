import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from '../world-folder';

/** The real command line, for Node.js. */
export const BINARY = join(REPOSITORY, 'tools', 'ingress', 'bin', 'ingress.cjs');

/** How a process ended and what it said. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** This process's environment, with the repository's own world unless some variables name another one. */
export function withOwnWorld(variables: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = { ...process.env };
  delete inherited['INGRESS_WORLD'];
  return { ...inherited, ...variables };
}

/**
 * Runs the real command line in a process of its own.
 * @param env all variables that it sees
 * @param node options of Node.js
 */
export function runIngress(
  args: readonly string[],
  env: NodeJS.ProcessEnv = withOwnWorld(),
  node: readonly string[] = [],
): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...node, BINARY, ...args], { env, maxBuffer: 2 ** 24 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}
