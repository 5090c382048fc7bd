import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createSourceFile, isExportDeclaration, isImportDeclaration, isStringLiteral, ScriptTarget } from 'typescript';
import { REPOSITORY } from './world-folder';

/** How `nx synth` begins: this is loaded before any of our code, and says how the rest is. */
const PROGRAM = 'tools/ingress/bin/ingress.cjs';
const COMMAND = 'tools/ingress/src/commands/synth.ts';
/** The projects whose code Nx takes for a tenant's inputs, with all that they depend on. */
const APPS = ['@central-ingress/central-internet-account', '@central-ingress/eks-service-account'];

const LOADER = 'tools/ingress/src/when-needed.ts';

const textOf = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');

/** A package as it is, a file of ours by its path. */
const resolved = (from: string, module: string): string =>
  module.startsWith('.') ? `${join(dirname(from), module)}.ts` : module;

/** What is loaded when it is asked for, by the name it is asked by. */
const LATE = new Map(
  [...textOf(LOADER).matchAll(/get (\w+)\(\) \{\s*return require\('([^']+)'\)/g)].map(([, name = '', module = '']) => [
    name,
    resolved(LOADER, module),
  ]),
);

/** What a file loads when it runs: types are gone by then. */
function loadedBy(path: string): readonly string[] {
  const text = textOf(path);
  const late = [...text.matchAll(/whenNeeded\.(\w+)/g)].map(([, name = '']) => LATE.get(name) ?? name);
  const { statements } = createSourceFile(path, text, ScriptTarget.Latest);
  const early = statements.flatMap((statement) => {
    if (isImportDeclaration(statement) && statement.importClause?.isTypeOnly) return [];
    if (!isImportDeclaration(statement) && !isExportDeclaration(statement)) return [];
    const from = statement.moduleSpecifier;
    return from && isStringLiteral(from) ? [resolved(path, from.text)] : [];
  });
  return [...early, ...late];
}

/** The files of this tool that a file runs through, itself among them, and the packages that they load. */
function runsThrough(first: string): { readonly files: readonly string[]; readonly packages: readonly string[] } {
  const files = new Set([first]);
  const packages = new Set<string>();
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const file of files) {
    for (const name of loadedBy(file)) (name.startsWith('tools/') ? files : packages).add(name);
  }
  return { files: [...files], packages: [...packages].filter((name) => name.startsWith('@central-ingress/')) };
}

/** Packages and all that they depend on. */
function withDependencies(names: readonly string[]): ReadonlySet<string> {
  const reached = new Set(names);
  for (const name of reached) {
    const file = join(REPOSITORY, 'node_modules', name, 'package.json');
    const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: Record<string, string> };
    Object.keys(dependencies)
      .filter((dependency) => dependency.startsWith('@central-ingress/'))
      .forEach((dependency) => reached.add(dependency));
  }
  return reached;
}

describe('the inputs of nx synth', () => {
  const { namedInputs } = JSON.parse(textOf('nx.json')) as { namedInputs: { synthesis: readonly string[] } };
  const inputs = namedInputs.synthesis.map((input) => input.replace('{workspaceRoot}/', ''));
  const { files, packages } = runsThrough(COMMAND);

  it('are, of this tool, exactly the files that the command runs through', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(join(REPOSITORY, file)))).toEqual([]);
    expect(inputs.filter((input) => input.startsWith('tools/')).sort()).toEqual([PROGRAM, ...files].sort());
  });

  it('have every package that these load among those that the apps depend on', () => {
    const known = withDependencies(APPS);
    expect(packages).toEqual(expect.arrayContaining(APPS));
    expect(packages.filter((name) => !known.has(name))).toEqual([]);
  });
});
