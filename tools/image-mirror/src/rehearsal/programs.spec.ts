import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringPrograms } from './programs';

const asRoot = process.getuid?.() === 0 ? it : it.skip;

describe('bringPrograms', () => {
  const { PATH } = process.env;
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'programs-'))));
  afterEach(() => {
    process.env['PATH'] = PATH;
    rmSync(folder, { recursive: true });
  });

  it('says what is missing where it may install nothing', () => {
    process.env['PATH'] = folder;
    expect(bringPrograms(() => {})).toBe(
      'skopeo and docker-registry not installed: apt-get install skopeo docker-registry',
    );
  });

  asRoot('tells what it installs on the machine before it does', () => {
    const log = join(folder, 'log');
    const installer = join(folder, 'apt-get');
    writeFileSync(installer, `#!/bin/sh\necho "$1" >> ${log}\n`);
    chmodSync(installer, 0o755);
    process.env['PATH'] = folder;
    const told: (readonly [string, string])[] = [];
    bringPrograms((line) => void told.push([line, readFileSync(log, 'utf8')]));
    expect(told).toEqual([
      [
        'skopeo and docker-registry not installed: running apt-get update, then apt-get install --yes --quiet=2 ' +
          '--no-install-recommends skopeo docker-registry',
        '--version\n',
      ],
    ]);
    expect(readFileSync(log, 'utf8')).toBe('--version\nupdate\ninstall\n');
  });
});
