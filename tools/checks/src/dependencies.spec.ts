import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { preProcessFile } from 'typescript';

const REPOSITORY = join(__dirname, '..', '..', '..');
const CODE_FILE = /\.(ts|cjs)$/;

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly main?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly generators?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
const folders = ['apps', 'libs', 'tools']
  .flatMap((group) => readdirSync(join(REPOSITORY, group)).map((name) => `${group}/${name}`))
  .filter((folder) => existsSync(join(REPOSITORY, folder, 'package.json')));

/** What a file imports, types included. */
function importsOf(file: string): readonly string[] {
  const { importedFiles } = preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

function packageOf(name: string): readonly string[] {
  if (name.startsWith('.') || name.startsWith('node:') || builtinModules.includes(name)) return [];
  return [name.split('/', name.startsWith('@') ? 2 : 1).join('/')];
}

/** Files reached by relative imports, the first ones included. */
function reachedFrom(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const left = [...files];
  for (let file = left.pop(); file; file = left.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const name of importsOf(file).filter((path) => path.startsWith('.'))) {
      const path = join(dirname(file), name);
      const found = [path, `${path}.ts`, join(path, 'index.ts')].find(
        (each) => CODE_FILE.test(each) && existsSync(each),
      );
      if (found) left.push(found);
    }
  }
  return reached;
}

/** The packages that a workspace's program imports, and those that only its specs and scripts do. */
function imported(folder: string) {
  const root = join(REPOSITORY, folder);
  const manifest = manifestOf(root);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => CODE_FILE.test(file) && !/(^|\/)(node_modules|cdktf\.out|\.ingress)\//.test(file))
    .map((file) => join(root, file));
  const entries = [
    ...Object.values({ ...manifest.exports, ...manifest.bin }),
    ...[manifest.main, manifest.generators && 'generators.cjs'].flatMap((file) => file ?? []),
  ].map((file) => join(root, file));
  const mains = files.filter((file) => /\/src\/main\.ts$/.test(file));
  const program = reachedFrom([...entries.filter((file) => CODE_FILE.test(file)), ...mains]);
  const packagesOf = (those: Iterable<string>) =>
    new Set(
      [...those]
        .flatMap(importsOf)
        .flatMap(packageOf)
        .filter((name) => name !== manifest.name),
    );
  const production = packagesOf(program);
  const all = packagesOf(files);
  return { production: [...production].sort(), specs: [...all].filter((name) => !production.has(name)).sort() };
}

describe('dependencies', () => {
  it.each(folders)('%s declares what it imports, and nothing else', (folder) => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(join(REPOSITORY, folder));
    expect({ production: Object.keys(dependencies).sort(), specs: Object.keys(devDependencies).sort() }).toEqual(
      imported(folder),
    );
  });

  it('has one version of each package', () => {
    const versions = new Map<string, Set<string>>();
    for (const folder of ['.', ...folders]) {
      const { dependencies, devDependencies } = manifestOf(join(REPOSITORY, folder));
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        versions.set(name, new Set([...(versions.get(name) ?? []), version]));
      }
    }
    expect([...versions].filter(([, stated]) => stated.size > 1)).toEqual([]);
  });
});
