import { execFile } from 'node:child_process';

/** How a program ended. */
export interface ProgramResult {
  /** Exit code; 127 when there is no such program, 1 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; a failing program is no exception. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    execFile(program, args, { ...options, maxBuffer: 256 * 1024 * 1024 }, (failure, stdout, stderr) => {
      const code = typeof failure?.code === 'number' ? failure.code : 1;
      resolve({ code: failure ? (failure.code === 'ENOENT' ? 127 : code) : 0, stdout, stderr });
    });
  });
}
