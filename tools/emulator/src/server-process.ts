import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmulatorError } from './errors';

const SERVER = join(__dirname, '..', 'python', 'server.py');
const START_MILLISECONDS = 60_000;
const STOP_MILLISECONDS = 5_000;

/** One emulator server that answers on a loopback port of its own. */
export interface ServerProcess {
  /** Base URL, plain http. */
  readonly url: string;
  readonly logFile: string;
  /** Ends the process and waits for its end; no harm when it has ended. */
  stop(): Promise<void>;
}

/** What {@link startServer} starts. */
export interface ServerOptions {
  readonly python: string;
  /** Arguments of server.py; the first names the server. */
  readonly args: readonly [string, ...string[]];
  readonly logFile: string;
  /** Path that answers 200 when the server is ready. */
  readonly healthPath: string;
}

/**
 * Starts a server and waits until it answers, at most a minute. Its standard input is a pipe of this process, so it
 * ends with this process even when that is killed.
 * @throws EmulatorError that names the log file when the server dies or does not answer.
 */
export async function startServer({ python, args, logFile, healthPath }: ServerOptions): Promise<ServerProcess> {
  const log = openSync(logFile, 'w');
  const child = spawn(python, [SERVER, ...args], { env: serverEnvironment(python), stdio: ['pipe', log, log, 'pipe'] });
  closeSync(log);
  const ended = new Promise<void>((done) => child.once('close', () => done()).once('error', () => done()));
  const stop = (): Promise<void> => stopChild(child, ended);
  const killAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  void ended.then(() => process.off('exit', killAtExit));
  try {
    const died = ended.then(() => fail(`the emulator's ${args[0]} server ended`));
    const late = sleep(START_MILLISECONDS, undefined, { ref: false }).then(() =>
      fail(`the emulator's ${args[0]} server does not answer after ${START_MILLISECONDS / 1000} s`),
    );
    const url = await Promise.race([answeringUrl(child, healthPath), died, late]);
    return { url, logFile, stop };
  } catch (failure) {
    await stop();
    const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n  ');
    throw new EmulatorError(`${(failure as Error).message}; its output is in ${logFile}, the end of it:\n  ${lines}`);
  }
}

function fail(message: string): never {
  throw new EmulatorError(message);
}

/** Only what a Python program needs: no AWS, Python or emulator setting of the shell reaches the server. */
function serverEnvironment(python: string): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR } = process.env;
  const bytecode = resolve(python, '..', '..', 'bytecode');
  return { PATH, HOME, LANG, TMPDIR, PYTHONUNBUFFERED: '1', PYTHONPYCACHEPREFIX: bytecode };
}

async function answeringUrl(child: ChildProcess, healthPath: string): Promise<string> {
  const url = `http://127.0.0.1:${await firstLine(child.stdio[3] as Readable)}`;
  for (;;) {
    const healthy = await fetch(url + healthPath).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return url;
    if (!isRunning(child)) return fail(`the emulator's server at ${url} ended`);
    await sleep(50);
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (!isRunning(child) || child.pid === undefined) return;
  child.stdin?.end();
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS);
  await ended;
  clearTimeout(force);
}
