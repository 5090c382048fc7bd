import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withFolderLock } from './folder-lock';
import type { LockOrder } from './rehearsal/lock-program';
import { temporaryFolder } from './temporary-folder';

describe('withFolderLock', () => {
  it('lets one at a time work, and tells the others whom they wait for', async () => {
    const folder = temporaryFolder();
    const lines: string[] = [];
    let working = 0;
    const work = async (): Promise<number> => {
      working += 1;
      await sleep(20);
      return working--;
    };

    const log = (line: string): void => void lines.push(line);
    const results = await Promise.all([1, 2, 3].map(() => withFolderLock(folder, log, work)));

    expect(results).toEqual([1, 1, 1]);
    expect(new Set(lines)).toEqual(new Set([`waiting for process ${process.pid}, which is preparing ${folder}`]));
  });

  it.each([
    ['is gone', ['lock']],
    ['was cut off while it took the lock of another away', ['lock', 'lock.removal', 'lock.removal.removal']],
  ])('does not wait for a process that %s', async (_, locks) => {
    const folder = temporaryFolder();
    locks.forEach((lock) => writeFileSync(join(folder, lock), goneProcess()));

    await expect(withFolderLock(folder, fail, () => Promise.resolve('done'))).resolves.toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('waits for nobody where the lock names no process', async () => {
    const folder = temporaryFolder({ lock: '' });

    await expect(withFolderLock(folder, fail, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('lets one of two processes work that both see the same dead one', async () => {
    const folder = temporaryFolder();
    const diary = join(temporaryFolder(), 'diary');
    writeFileSync(join(folder, 'lock'), goneProcess());
    const order = { folder, diary, worksMilliseconds: 1000 };

    const slow = takesTurn({ ...order, name: 'slow', heldUpUntil: 'quick in' });
    await untilWritten(diary, 'slow sees');
    await Promise.all([slow, takesTurn({ ...order, name: 'quick' })]);

    const turns = readFileSync(diary, 'utf8')
      .trim()
      .split('\n')
      .filter((line) => / (in|out)$/.test(line));
    expect(turns).toEqual(['quick in', 'quick out', 'slow in', 'slow out']);
  }, 30_000);

  it('gives the lock back when the work fails', async () => {
    const folder = temporaryFolder();

    await expect(withFolderLock(folder, fail, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });
});

function goneProcess(): string {
  return String(spawnSync(process.execPath, ['-e', '']).pid);
}

function takesTurn(order: LockOrder): Promise<void> {
  const program = join(__dirname, 'rehearsal', 'lock-program.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(order)], { stdio: 'inherit' });
  return new Promise((resolve, reject) =>
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${order.name} ended with ${code}`)))),
  );
}

async function untilWritten(diary: string, text: string): Promise<void> {
  while (!existsSync(diary) || !readFileSync(diary, 'utf8').includes(text)) await sleep(10);
}

function fail(line: string): never {
  throw new Error(`unexpected line: ${line}`);
}
