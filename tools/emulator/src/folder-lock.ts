import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmulatorError } from './errors';

const PAUSE_MILLISECONDS = 250;
const PATIENCE_MILLISECONDS = 15 * 60_000;

/**
 * Lets one process at a time work on a folder; others wait, at most 15 minutes. The lock of a process that is gone does
 * not count.
 * @throws EmulatorError that names the lock file when the holder does not finish.
 */
export async function withFolderLock<Result>(
  folder: string,
  log: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const giveUp = Date.now() + PATIENCE_MILLISECONDS;
  let toldHolder: number | undefined;
  while (!take(lock)) {
    const holder = holderOf(lock);
    if (holder === undefined) continue;
    if (!isAlive(holder)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (Date.now() > giveUp) {
      throw new EmulatorError(
        `${lock}: process ${holder} does not finish. End it, or delete the file if it is another.`,
      );
    }
    if (toldHolder !== holder) log(`waiting for process ${holder}, which is preparing ${folder}`);
    toldHolder = holder;
    await sleep(PAUSE_MILLISECONDS);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw failure;
  }
}

function holderOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}
