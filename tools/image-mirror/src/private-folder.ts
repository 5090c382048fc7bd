import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Registry } from './registry';

/**
 * A folder of ours alone for what must not be seen on a command line or stay behind; it is gone when `use` has ended,
 * and when this process ends before that.
 */
export async function withPrivateFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  // mkdtemp makes it with mode 0700.
  const folder = mkdtempSync(join(tmpdir(), 'ingress-mirror-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await use(folder);
  } finally {
    remove();
    process.off('exit', remove);
  }
}

/** Writes the file from which skopeo takes the credentials of a registry. */
export function writeAuthfile(file: string, { host, basic }: Registry): void {
  writeFileSync(file, JSON.stringify({ auths: { [host]: { auth: basic } } }), { mode: 0o600 });
}
