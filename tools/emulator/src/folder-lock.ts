import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    if (Date.now() > giveUp) {
      throw new EmulatorError(
        `${lock}: process ${holder} does not finish. End it, or delete the file if it is another.`,
      );
    }
    if (!isAlive(holder)) {
      if (!removeAbandoned(lock)) await sleep(PAUSE_MILLISECONDS);
      continue;
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
  // Written elsewhere first, so that nobody ever finds a lock that names no holder yet.
  const draft = `${lock}.${randomUUID()}`;
  try {
    writeFileSync(draft, String(process.pid));
    linkSync(draft, lock);
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw failure;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Removes the lock of a process that is gone, unless somebody else is doing so. Only who holds the lock of the removal
 * may do it, and looks once more: between the first look and now the lock may have become somebody's.
 * @returns whether it is worth trying to take the lock at once
 */
function removeAbandoned(lock: string): boolean {
  const removal = `${lock}.removal`;
  if (!take(removal)) {
    const remover = holderOf(removal);
    return remover === undefined || (!isAlive(remover) && removeAbandoned(removal));
  }
  try {
    const holder = holderOf(lock);
    if (holder !== undefined && !isAlive(holder)) rmSync(lock, { force: true });
    return true;
  } finally {
    rmSync(removal, { force: true });
  }
}

/** The process that a lock names; none without the lock. */
function holderOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  // A full disk or another program leaves a lock that names nobody; signal 0 to process 0 would reach ourselves.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}
