import { execFile } from 'node:child_process';

/** How a program ended. */
export interface ProgramResult {
  /** Exit code; 127 when there is no such program, 1 when a signal ended it. */
  readonly code: number;
  /** Standard output and standard error together. */
  readonly output: string;
}

/** Options of {@link runProgram}. */
export interface ProgramOptions {
  readonly environment?: NodeJS.ProcessEnv;
  readonly folder?: string;
}

/** Runs a program to its end and hands back its code and output; a failing program is no exception. */
export function runProgram(
  program: string,
  args: readonly string[],
  { environment = process.env, folder }: ProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const options = { env: environment, cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, args, options, (failure, stdout, stderr) => {
      const noSuchProgram = failure?.code === 'ENOENT';
      const code = failure ? (typeof failure.code === 'number' ? failure.code : noSuchProgram ? 127 : 1) : 0;
      resolve({ code, output: stdout + stderr });
    });
  });
}
