import {
  INTERNET_VPC_FILE_NAME,
  INTERNET_VPCS_FOLDER,
  PLATFORM_FILE,
  TENANT_FILE_NAME,
  TENANTS_FOLDER,
  WHOLE_FILE,
} from '@central-ingress/config';
import type { ConfigFile, ConfigProblem } from '@central-ingress/config';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a folder holds: the files of a world, and what kept others from being read. */
export interface ScannedWorld {
  /** Sorted by path. */
  readonly files: readonly ConfigFile[];
  readonly problems: readonly ConfigProblem[];
}

/** Looks for the files of a world in the three places where they can be. */
export function scanWorld(folder: string): ScannedWorld {
  const files: ConfigFile[] = [];
  const problems: ConfigProblem[] = [];
  const read = (path: string, whenMissing: () => ConfigProblem | undefined): void => {
    try {
      files.push({ path, text: textOf(join(folder, path)) });
    } catch (error) {
      const problem = isMissing(error) ? whenMissing() : unreadable(path, error);
      if (problem) problems.push(problem);
    }
  };
  // A world without its platform file is the parser's to report.
  read(PLATFORM_FILE, () => undefined);
  for (const [parent, fileName] of [
    [INTERNET_VPCS_FOLDER, INTERNET_VPC_FILE_NAME],
    [TENANTS_FOLDER, TENANT_FILE_NAME],
  ] as const) {
    try {
      for (const name of foldersIn(join(folder, parent))) {
        const path = `${parent}/${name}/${fileName}`;
        read(path, () => missing(folder, path, fileName));
      }
    } catch (error) {
      if (!isMissing(error)) problems.push(unreadable(parent, error));
    }
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

function textOf(path: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
}

/** Sub-folders by name; hidden ones are somebody else's, and so are loose files such as a README. */
function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
    .map(({ name }) => name);
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function missing(folder: string, path: string, fileName: string): ConfigProblem {
  const others = siblingsOf(join(folder, path));
  return {
    file: path,
    path: WHOLE_FILE,
    what: 'is missing',
    got: others.length ? `a folder with ${others.join(', ')}` : 'an empty folder',
    expected: `a file ${fileName} in every folder here`,
    fix: 'Add the file, or remove the folder',
  };
}

/** A link that leads nowhere has no siblings. */
function siblingsOf(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path)).sort();
  } catch {
    return [];
  }
}

function unreadable(path: string, error: unknown): ConfigProblem {
  const { code, message } = error as NodeJS.ErrnoException;
  const rule = { expected: 'a file that can be read, in UTF-8', fix: 'Check what it is and who may read it' };
  const what = code?.startsWith('ERR_ENCODING') ? 'has bytes that are no text' : 'cannot be read';
  return { file: path, path: WHOLE_FILE, what, got: code ?? message, ...rule };
}
