import {
  INTERNET_VPC_FILE_NAME,
  INTERNET_VPCS_FOLDER,
  PLATFORM_FILE,
  TENANT_FILE_NAME,
  TENANTS_FOLDER,
  WHOLE_FILE,
} from '@central-ingress/config';
import type { ConfigFile, ConfigProblem } from '@central-ingress/config';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a folder holds: the files of a world, and what kept others from being read. */
export interface ScannedWorld {
  /** Sorted by path. */
  readonly files: readonly ConfigFile[];
  readonly problems: readonly ConfigProblem[];
}

/** What is wrong with a world that has no place for internet VPCs and tenants. */
export const NO_TREES: ConfigProblem = {
  file: PLATFORM_FILE,
  path: WHOLE_FILE,
  what: 'has no internet VPCs and no tenants beside it',
  got: 'neither of the two folders',
  expected: `${INTERNET_VPCS_FOLDER} or ${TENANTS_FOLDER}, which may be empty`,
  fix: 'Name the right folder with --world, or make one of them',
};

/** Looks for the files of a world in the three places where they can be. */
export function scanWorld(folder: string): ScannedWorld {
  const files: ConfigFile[] = [];
  const problems: ConfigProblem[] = [];
  const read = (path: string, whenMissing: () => ConfigProblem | undefined): void => {
    try {
      files.push({ path, text: textOf(join(folder, path)) });
    } catch (error) {
      const problem = isMissing(error) ? (deadLink(folder, path) ?? whenMissing()) : unreadable(path, error);
      if (problem) problems.push(problem);
    }
  };
  // A world without its platform file is the parser's to report.
  read(PLATFORM_FILE, () => undefined);
  let trees = 0;
  for (const [parent, fileName] of [
    [INTERNET_VPCS_FOLDER, INTERNET_VPC_FILE_NAME],
    [TENANTS_FOLDER, TENANT_FILE_NAME],
  ] as const) {
    try {
      for (const name of foldersIn(join(folder, parent))) {
        const path = `${parent}/${name}/${fileName}`;
        read(path, () => missing(folder, path, fileName));
      }
      trees += 1;
    } catch (error) {
      if (isMissing(error)) continue;
      trees += 1;
      problems.push(unreadable(parent, error));
    }
  }
  // Where nothing can be found, nothing is wrong with it either: a wrong folder must not pass for a valid world. The
  // parser tells of a folder without any file.
  if (!trees && files.length) problems.push(NO_TREES);
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

/** A file, or the folder that it is in, which is a link to what is not there. */
function deadLink(folder: string, path: string): ConfigProblem | undefined {
  const link = [path, dirname(path)].find((place) => isLink(join(folder, place)) && !existsSync(join(folder, place)));
  if (!link) return undefined;
  return {
    file: path,
    path: WHOLE_FILE,
    what: 'cannot be read',
    got: `a link ${basename(link)} that leads nowhere`,
    expected: 'a file, or a link to one',
    fix: 'Correct the link, or remove it',
  };
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function missing(folder: string, path: string, fileName: string): ConfigProblem {
  const others = readdirSync(dirname(join(folder, path))).sort();
  return {
    file: path,
    path: WHOLE_FILE,
    what: 'is missing',
    got: others.length ? `a folder with ${others.join(', ')}` : 'an empty folder',
    expected: `a file ${fileName} in every folder here`,
    fix: 'Add the file, or remove the folder',
  };
}

function unreadable(path: string, error: unknown): ConfigProblem {
  const { code, message } = error as NodeJS.ErrnoException;
  const rule = { expected: 'a file that can be read, in UTF-8', fix: 'Check what it is and who may read it' };
  const what = code?.startsWith('ERR_ENCODING') ? 'has bytes that are no text' : 'cannot be read';
  return { file: path, path: WHOLE_FILE, what, got: code ?? message, ...rule };
}
