import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { parse as parseYaml } from 'yaml';
import { factsIn } from './world-of-files';
import type { FileFacts } from './world-of-files';

const load = createRequire(__filename);

/** Where Nx keeps what it has computed of a workspace; removed by `nx reset`. */
const CACHE_FILE = join('.nx', 'workspace-data', 'central-ingress.json');

/**
 * The facts of files by their path. Those of a text that was read before come from a cache: reading YAML is the largest
 * part of the plugin's work, and Nx asks anew in each run.
 */
export function fileFacts(workspaceRoot: string, files: readonly string[]): ReadonlyMap<string, FileFacts> {
  const cacheFile = join(workspaceRoot, CACHE_FILE);
  const known = readCache(cacheFile);
  const used: Record<string, FileFacts> = {};
  const facts = new Map<string, FileFacts>();
  let isNew = false;
  for (const file of files) {
    const text = textOf(join(workspaceRoot, file));
    const key = createHash('sha256').update(text).digest('hex');
    isNew ||= !known[key];
    used[key] = known[key] ?? factsIn(parsed(text));
    facts.set(file, used[key]);
  }
  if (isNew) writeCache(cacheFile, used);
  return facts;
}

/** The text of a file; nothing when it cannot be read, for `validate` says why, and the others' projects are to stay. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The value of a YAML text; nothing when it is none, for `validate` says what is wrong with it. */
function parsed(text: string): unknown {
  // Loaded here: with every text in the cache it is not needed.
  const { parse } = load('yaml') as { readonly parse: typeof parseYaml };
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function readCache(file: string): Readonly<Record<string, FileFacts | undefined>> {
  try {
    const { reader, facts } = JSON.parse(readFileSync(file, 'utf8')) as CacheContent;
    return reader === readerHash() ? facts : {};
  } catch {
    return {};
  }
}

function writeCache(file: string, facts: CacheContent['facts']): void {
  if (!existsSync(dirname(file))) return;
  try {
    writeFileSync(file, JSON.stringify({ reader: readerHash(), facts } satisfies CacheContent));
  } catch {
    // A folder that may only be read costs time, not the graph.
  }
}

interface CacheContent {
  /** Hash of the code that has read the facts. */
  readonly reader: string;
  readonly facts: Readonly<Record<string, FileFacts>>;
}

function readerHash(): string {
  const code = readFileSync(join(__dirname, 'world-of-files.ts'));
  return createHash('sha256').update(code).digest('hex');
}
