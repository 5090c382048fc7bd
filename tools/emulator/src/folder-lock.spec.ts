import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withFolderLock } from './folder-lock';
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

  it('does not wait for a process that is gone', async () => {
    const folder = temporaryFolder();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, 'lock'), String(gone));

    await expect(withFolderLock(folder, fail, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('gives the lock back when the work fails', async () => {
    const folder = temporaryFolder();

    await expect(withFolderLock(folder, fail, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });
});

function fail(line: string): never {
  throw new Error(`unexpected line: ${line}`);
}
