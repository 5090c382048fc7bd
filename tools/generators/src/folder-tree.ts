import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WorkspaceTree } from './world-file';

/** A tree for specs that writes, as Nx's does, only when it is told to. */
export class FolderTree implements WorkspaceTree {
  public readonly files = new Map<string, string>();

  constructor(public readonly root: string) {}

  public write(path: string, text: Buffer | string): void {
    this.files.set(path, text.toString());
  }

  public flush(): void {
    for (const [path, text] of this.files) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }
}
