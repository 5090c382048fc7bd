import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Names the folder of a provider mirror, for a machine that cannot reach the registry. */
export const MIRROR_VARIABLE = 'INGRESS_PROVIDER_MIRROR';

/** Where optional software lies. */
const SOFTWARE_FOLDERS = ['/opt', '/usr/local/share', '/usr/share', '/usr/local/lib'];
const SEARCH_DEPTH = 2;

/**
 * Folders that are a mirror of providers, best first: the one the user names, those Terraform itself implies, and those
 * that lie at most two levels below a software folder.
 * @param host Registry whose providers are wanted; a folder that has no folder of this name is no mirror.
 */
export function findMirrors(
  host: string,
  environment: NodeJS.ProcessEnv = process.env,
  softwareFolders: readonly string[] = SOFTWARE_FOLDERS,
): readonly string[] {
  const named = environment[MIRROR_VARIABLE];
  const candidates = [
    ...(named ? [named] : []),
    ...impliedMirrors(environment),
    ...softwareFolders.flatMap((folder) => foldersBelow(folder, SEARCH_DEPTH)),
  ];
  return [...new Set(candidates)].filter((folder) => existsSync(join(folder, host)));
}

/** Versions of a provider that a mirror has for a platform (`linux_amd64`), unpacked or as archives. */
export function mirroredVersions(mirror: string, address: string, platform: string): readonly string[] {
  const folder = join(mirror, address);
  const archive = new RegExp(`^terraform-provider-[^_]+_(.+)_${platform}\\.zip$`);
  return entries(folder).flatMap((entry) => {
    const packed = archive.exec(entry.name)?.[1];
    if (packed) return [packed];
    return existsSync(join(folder, entry.name, platform)) ? [entry.name] : [];
  });
}

/** @source Terraform CLI configuration: implied local mirror directories (Linux and macOS) */
function impliedMirrors({ HOME = homedir(), XDG_DATA_HOME, XDG_DATA_DIRS }: NodeJS.ProcessEnv): readonly string[] {
  const shared = (XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':');
  return [
    join(HOME, '.terraform.d', 'plugins'),
    join(HOME, 'Library', 'Application Support', 'io.terraform', 'plugins'),
    ...[XDG_DATA_HOME || join(HOME, '.local', 'share'), ...shared].map((folder) =>
      join(folder, 'terraform', 'plugins'),
    ),
  ];
}

function foldersBelow(folder: string, depth: number): readonly string[] {
  if (depth === 0) return [folder];
  const below = entries(folder).filter((entry) => isFolder(folder, entry));
  return [folder, ...below.flatMap(({ name }) => foldersBelow(join(folder, name), depth - 1))];
}

function entries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFolder(parent: string, entry: Dirent): boolean {
  return (
    entry.isDirectory() ||
    (entry.isSymbolicLink() && !!statSync(join(parent, entry.name), { throwIfNoEntry: false })?.isDirectory())
  );
}
