import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withPrivateFolder, writeAuthfile } from './private-folder';

describe('withPrivateFolder', () => {
  it('gives a folder that nobody else reads, and takes it away when its use ends or fails', async () => {
    const folders: string[] = [];
    const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
    const modes = await withPrivateFolder(async (folder) => {
      folders.push(folder);
      writeAuthfile(join(folder, 'a.json'), { host: '127.0.0.1:5000', scheme: 'http', basic: 'QVdTOng=' });
      expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('{"auths":{"127.0.0.1:5000":{"auth":"QVdTOng="}}}');
      return [mode(folder), mode(join(folder, 'a.json'))];
    });
    const failing = withPrivateFolder(async (folder) => {
      folders.push(folder);
      throw new Error('no way');
    });
    await expect(failing).rejects.toThrow('no way');
    expect(modes).toEqual(['700', '600']);
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
  });
});
