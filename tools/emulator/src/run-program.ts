import { execFile } from 'node:child_process';

/** How a program ended. */
export interface ProgramResult {
  /** Exit code; 127 when there is no such program, 1 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output, and standard error after it. */
  readonly output: string;
}

/** Options of {@link runProgram}. */
export interface ProgramOptions {
  /** @default this process's environment */
  readonly env?: NodeJS.ProcessEnv;
  /** @default this process's folder */
  readonly cwd?: string;
}

/** Runs a program to its end and hands back its code and output; a failing program is no exception. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env = process.env, cwd }: ProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    execFile(program, args, { env, cwd, maxBuffer: 256 * 1024 * 1024 }, (failure, stdout, stderr) => {
      const noSuchProgram = failure?.code === 'ENOENT';
      const code = failure ? (typeof failure.code === 'number' ? failure.code : noSuchProgram ? 127 : 1) : 0;
      resolve({ code, stdout, stderr, output: stdout + stderr });
    });
  });
}
