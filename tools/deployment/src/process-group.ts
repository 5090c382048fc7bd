import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A command that runs in a process group of its own and writes to one log file. */
export interface GroupCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** File that receives what the command prints, appended. */
  readonly logFile: string;
  /** On abort the whole group gets SIGINT, as from a terminal, so Terraform saves its state and releases its lock. */
  readonly signal?: AbortSignal;
  /** On abort the whole group is killed: for the user who asks a second time. */
  readonly kill?: AbortSignal;
  /**
   * Receives the text of standard output as it comes, which is then neither logged nor split into lines: for what is
   * read as a whole or must not be kept.
   */
  readonly onStdout?: (text: string) => void;
  /** Called with each line that the command prints. */
  readonly onLine?: (line: string) => void;
}

/** How a command ended. */
export interface GroupExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Runs a command to its end and waits until its whole group is gone, so that no Terraform outlives its caller.
 * @throws Error when the command cannot be started
 */
export async function runInGroup(command: GroupCommand): Promise<GroupExit> {
  const log = createWriteStream(command.logFile, { flags: 'a' });
  const child = spawn(command.command, command.args, {
    cwd: command.cwd,
    env: command.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const interrupt = (): void => void signalGroup(child.pid, 'SIGINT');
  const kill = (): void => void signalGroup(child.pid, 'SIGKILL');
  if (command.signal?.aborted) interrupt();
  command.signal?.addEventListener('abort', interrupt);
  command.kill?.addEventListener('abort', kill);

  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (stream === child.stdout && command.onStdout) return command.onStdout(text);
      log.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach((line) => command.onLine?.(line));
    });
  }
  try {
    const exit = await new Promise<GroupExit>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ code, signal }));
    });
    while (isGroupAlive(child.pid)) await delay(100);
    return exit;
  } finally {
    command.signal?.removeEventListener('abort', interrupt);
    command.kill?.removeEventListener('abort', kill);
    await new Promise<void>((resolve) => log.end(resolve));
  }
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

function isGroupAlive(pid: number | undefined): boolean {
  return signalGroup(pid, 0);
}
