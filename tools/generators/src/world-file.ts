import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { ConfigFile } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { stringify } from 'yaml';

/** What the generators need of Nx's tree. */
export type WorkspaceTree = Pick<Tree, 'root' | 'write'>;

/** The folder of the world that a generator adds to: `--world`, else `INGRESS_WORLD`, else the Nx workspace. */
export function worldFolderOf(
  tree: WorkspaceTree,
  option: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): string {
  return resolve(option ?? (env['INGRESS_WORLD'] || tree.root));
}

/** Whether a world is that of the Nx workspace: only of that one does Nx know the projects. */
export function isWorkspaceWorld(tree: WorkspaceTree, worldFolder: string): boolean {
  return worldFolder === resolve(tree.root);
}

/** The option that leads a printed command to the same world; empty for the workspace's own. */
export function worldFlag(tree: WorkspaceTree, worldFolder: string): string {
  return isWorkspaceWorld(tree, worldFolder) ? '' : ` --world ${relative(process.cwd(), worldFolder) || '.'}`;
}

/** What a file's first line says of its schema, so that editors complete and check it. */
export function schemaLine(tree: WorkspaceTree, worldFolder: string, file: string, schema: string): string {
  const folder = existsSync(join(worldFolder, 'schemas', schema)) ? worldFolder : tree.root;
  const path = relative(dirname(join(worldFolder, file)), join(folder, 'schemas', schema)).replaceAll('\\', '/');
  return `# yaml-language-server: $schema=${path}`;
}

/** A text as one YAML value, in quotes where it would be read as something else. */
export function yamlText(value: string): string {
  return stringify(value, { singleQuote: true, lineWidth: 0 }).trimEnd();
}

/** The items of a list as an option gives it: with commas, blanks, or as several options. */
export function itemsOf(option: string | readonly string[]): readonly string[] {
  return [option].flat().flatMap((part) => part.split(/[\s,]+/).filter(Boolean));
}

/**
 * Adds a file to the world, through Nx where the world is the workspace, so that `--dry-run` writes nothing.
 * @returns what is left to do when Nx has written: the file of another world, and telling what comes next
 * @throws UserError when the file is there
 */
export function addFile(tree: WorkspaceTree, worldFolder: string, file: ConfigFile, next: string): GeneratorCallback {
  const path = join(worldFolder, file.path);
  if (existsSync(path)) {
    throw new UserError(`${file.path}: exists; nothing is written. Edit that file, or choose another name.`);
  }
  const isWorkspace = isWorkspaceWorld(tree, worldFolder);
  if (isWorkspace) tree.write(file.path, file.text);
  return () => {
    if (!isWorkspace) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text, { flag: 'wx' });
      process.stdout.write(`CREATE ${relative(process.cwd(), path)}\n`);
    }
    process.stdout.write(`\n${next}\n`);
  };
}
