import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ConfigError } from '@central-ingress/config';
import type { World } from '@central-ingress/config';
import { loadWorld } from '@central-ingress/world-files';
import { git, gitList } from './git';
import { ownersOf } from './owners';
import { synthesizedStacks } from './synthesize';
import { REPOSITORY } from './world-folder';

/** The constructs, what they read beside the configuration, and what runs them. */
const CODE =
  /^(apps|libs)\/[^/]+\/src\/|^libs\/addon-lock\/addons\.lock\.json$|^charts\/|^tools\/ingress\/src\/|^package-lock\.json$/;

/** What differs from an earlier commit. */
export interface Affected {
  /** Names of the stacks whose synthesized JSON differs, new ones among them; everything when the code differs. */
  readonly stacks: ReadonlySet<string>;
  /** Stacks of that commit that the world does not have any more. */
  readonly gone: readonly string[];
  /** Why everything is affected; absent when only the configuration was compared. */
  readonly everything?: string;
}

const CONFIGURATION = [
  'platform.yaml',
  'apps/central-internet-account/internet-vpcs',
  'apps/eks-service-account/tenants',
] as const;

/**
 * Tells which stacks differ from the commit where this branch left `base`. Where only configuration differs, both
 * worlds are synthesized with today's code and compared stack by stack; where code differs that writes the JSON, all
 * stacks are affected, because the earlier code cannot be run without its own node modules.
 * @throws UserError when the folder is not in a git repository, or git knows no such base
 */
export function affectedStacks(world: World, worldFolder: string, base: string): Affected {
  const now = synthesized(world);
  const everything = (why: string): Affected => ({ stacks: new Set(now.keys()), gone: [], everything: why });
  const commit = git(
    worldFolder,
    `--base ${base}: cannot be compared with; expected a branch or commit that shares history with this one. ` +
      'Fetch it with its history, or name another one.',
    'merge-base',
    base,
    'HEAD',
  ).trim();

  const code = changedCode(worldFolder, commit);
  if (code) return everything(`${code} differs from ${base}`);
  const before = worldAt(worldFolder, commit);
  if (!before) return everything(`${base} has no valid world`);
  const then = synthesized(before);
  return {
    stacks: new Set([...now.keys()].filter((name) => now.get(name) !== then.get(name))),
    gone: [...then.keys()].filter((name) => !now.has(name)),
  };
}

/** True for a file that the synthesized JSON is made by. */
export function isCode(path: string): boolean {
  if (/\.spec\.ts$|\/__snapshots__\//.test(path)) return false;
  return CODE.test(path);
}

/** The first file of code that differs; none when the world lies in a repository of its own. */
function changedCode(worldFolder: string, commit: string): string | undefined {
  const context = '--affected: the changed files cannot be listed.';
  const root = git(worldFolder, context, 'rev-parse', '--show-toplevel').trim();
  if (root !== git(REPOSITORY, context, 'rev-parse', '--show-toplevel').trim()) return undefined;
  const changed = gitList(root, context, 'diff', '--name-only', '-z', commit);
  const added = gitList(root, context, 'ls-files', '--others', '--exclude-standard', '-z');
  return [...changed, ...added].find(isCode);
}

/** The world as it was at a commit; nothing when it was not there or not valid. */
function worldAt(worldFolder: string, commit: string): World | undefined {
  const context = '--affected: the earlier configuration cannot be read.';
  const folder = mkdtempSync(join(tmpdir(), 'ingress-base-'));
  try {
    const files = gitList(worldFolder, context, 'ls-tree', '-r', '-z', '--name-only', commit, '--', ...CONFIGURATION);
    if (!files.includes(CONFIGURATION[0])) return undefined;
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), git(worldFolder, context, 'show', `${commit}:./${file}`));
    }
    return loadWorld(folder);
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The JSON text of every stack of a world. */
function synthesized(world: World): ReadonlyMap<string, string> {
  const stacks = Object.entries(synthesizedStacks(world, ownersOf(world)));
  return new Map(stacks.map(([stack, json]) => [stack, JSON.stringify(json)]));
}
