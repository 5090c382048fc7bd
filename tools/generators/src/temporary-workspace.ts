import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import type { ConfigFile } from '@central-ingress/config';
import { writeWorld } from './crowded-world';

const REPOSITORY = resolve(__dirname, '..', '..', '..');
/** What Nx and the command line need of the repository, without its configuration. */
const PARTS = [
  '.gitignore',
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'apps',
  'libs',
  'tools',
];
const NOT_COPIED = ['node_modules', 'cdktf.out', 'tenants', 'internet-vpcs', '.ingress', '.emulator'];

/** A copy of this repository for specs, with another world in it. */
export class TemporaryWorkspace {
  public readonly folder = mkdtempSync(join(tmpdir(), 'workspace-'));

  constructor(files: readonly ConfigFile[]) {
    for (const part of PARTS) {
      const filter = (source: string): boolean => !NOT_COPIED.includes(basename(relative(REPOSITORY, source)));
      cpSync(join(REPOSITORY, part), join(this.folder, part), { recursive: true, filter });
    }
    symlinkSync(join(REPOSITORY, 'node_modules'), join(this.folder, 'node_modules'));
    writeWorld(this.folder, files);
  }

  /** Removes it. */
  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
