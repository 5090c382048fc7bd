import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from '@central-ingress/user-error';
import { childrenOf } from './child-processes';

/** How often an interrupted command is searched for processes that it has started since. */
const INTERRUPT_EVERY_MS = 200;
/** How long what outlives the command is waited for; a process that nobody reaps would otherwise hold it for ever. */
const STRAGGLERS_MAY_TAKE_MS = 10 * 60 * 1000;

/** A command that runs in a process group of its own and writes to one log file. */
export interface GroupCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** File that receives what the command prints, appended. */
  readonly logFile: string;
  /** On abort the group gets SIGINT, so that Terraform saves its state and releases its lock. */
  readonly signal?: AbortSignal;
  /**
   * Who gets that SIGINT: every process of the group, or those that the command has started and not the command itself.
   * cdktf starts Terraform in a group of its own, and would hand a signal on: a second one makes Terraform drop
   * everything at once, its state lock included.
   * @default group
   */
  readonly interrupt?: 'group' | 'children';
  /** On abort the whole group is killed: for the user who asks a second time. */
  readonly kill?: AbortSignal;
  /**
   * Receives the text of standard output as it comes, which is then neither logged nor split into lines: for what is
   * read as a whole or must not be kept.
   */
  readonly onStdout?: (text: string) => void;
  /** Called with each line that the command prints, also with a last one that has no end. */
  readonly onLine?: (line: string) => void;
}

/** How a command ended. */
export interface GroupExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A command that was ended because what it prints could not be kept. */
export class LogFailure extends UserError {}

/**
 * Runs a command to its end and waits until its whole group is gone, so that no Terraform outlives its caller.
 * @throws LogFailure when the log cannot be written; the command was interrupted then, as by the signal
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
  const told = new Set<number>();
  const interruptChildren = (): void => {
    for (const pid of child.pid === undefined ? [] : childrenOf(child.pid)) {
      if (!told.has(pid)) signalProcess(pid, 'SIGINT');
      told.add(pid);
    }
  };
  let interrupting: NodeJS.Timeout | undefined;
  let interrupted = false;
  const interrupt = (): void => {
    // A second one would make Terraform drop everything.
    if (interrupted) return;
    interrupted = true;
    if (command.interrupt !== 'children') return void signalGroup(child.pid, 'SIGINT');
    // A child that starts later is told too, and none is told twice.
    interrupting = setInterval(interruptChildren, INTERRUPT_EVERY_MS);
    interruptChildren();
  };
  const kill = (): void => {
    const children = child.pid === undefined ? [] : childrenOf(child.pid);
    for (const pid of [child.pid, ...children, ...told]) signalGroup(pid, 'SIGKILL');
  };
  let logError: Error | undefined;
  log.on('error', (error) => {
    logError ??= error;
    // In good order: Terraform saves its state and releases its lock, which no file of ours is needed for.
    interrupt();
  });
  if (command.signal?.aborted) interrupt();
  if (command.kill?.aborted) kill();
  command.signal?.addEventListener('abort', interrupt);
  command.kill?.addEventListener('abort', kill);

  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream
      .setEncoding('utf8')
      .on('data', (text: string) => {
        if (stream === child.stdout && command.onStdout) return command.onStdout(text);
        log.write(text);
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach((line) => command.onLine?.(line));
      })
      .on('end', () => rest && command.onLine?.(rest));
  }
  try {
    const exit = await new Promise<GroupExit>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ code, signal }));
    });
    const deadline = Date.now() + STRAGGLERS_MAY_TAKE_MS;
    while ([child.pid, ...told].some(isGroupAlive) && Date.now() < deadline) await delay(100);
    if (logError) throw logFailure(command, logError);
    return exit;
  } finally {
    clearInterval(interrupting);
    command.signal?.removeEventListener('abort', interrupt);
    command.kill?.removeEventListener('abort', kill);
    await new Promise<void>((resolve) => log.end(resolve));
  }
}

function logFailure({ command, logFile }: GroupCommand, cause: Error): LogFailure {
  return new LogFailure(
    `${logFile}: the log cannot be written, so ${command} was interrupted; got "${cause.message}"; expected room for ` +
      'it. Make room, and run it again.',
    { cause },
  );
}

function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function signalGroup(leader: number | undefined, signal: NodeJS.Signals | 0): boolean {
  return leader !== undefined && signalProcess(-leader, signal);
}

function isGroupAlive(pid: number | undefined): boolean {
  return signalGroup(pid, 0);
}
