import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { withFolderLock } from '../folder-lock';

/** What this program is told, as JSON in its first argument. */
export interface LockOrder {
  readonly folder: string;
  /** Gets `<name> in` and `<name> out`, and what comes between, a line each. */
  readonly diary: string;
  readonly name: string;
  /** Line of the diary for which the program is held up when it sees a holder that is gone, as on a busy machine. */
  readonly heldUpUntil?: string;
  readonly worksMilliseconds: number;
}

const order = JSON.parse(process.argv[2] ?? '') as LockOrder;
const note = (what: string): void => appendFileSync(order.diary, `${order.name} ${what}\n`);

/** Keeps the whole program from going on. */
const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);

const { kill } = process;
process.kill = (pid, signal) => {
  try {
    return kill.call(process, pid, signal);
  } catch (error) {
    note('sees that the holder is gone');
    while (order.heldUpUntil && !readFileSync(order.diary, 'utf8').includes(order.heldUpUntil)) pause();
    throw error;
  }
};

/** Works in a folder under its lock, in a process of its own. */
void withFolderLock(order.folder, note, async () => {
  note('in');
  await sleep(order.worksMilliseconds);
  note('out');
});
