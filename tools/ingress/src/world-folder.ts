import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { UserError } from '@central-ingress/user-error';

/** Root of this repository, whose own files are the default world. */
export const REPOSITORY = resolve(__dirname, '..', '..', '..');

const EXPECTED =
  'a folder with platform.yaml, apps/central-internet-account/internet-vpcs and apps/eks-service-account/tenants';

/**
 * The folder with `platform.yaml` and the two `apps` configuration trees that a command works on: `--world`, else
 * `INGRESS_WORLD`, else this repository.
 * @throws UserError when the folder holds no `platform.yaml`, or cannot be looked into
 */
export function worldFolder(option: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const source = option === undefined && env['INGRESS_WORLD'] ? 'INGRESS_WORLD' : '--world';
  const wrong = (file: string, what: string, got: string, path = ''): UserError =>
    new UserError(`${file}: ${path}${what}; got ${got}; expected ${EXPECTED}. Correct ${source}.`);
  if (option === '') throw wrong('--world', 'is empty', '""');
  const folder = resolve(option ?? (env['INGRESS_WORLD'] || REPOSITORY));
  try {
    if (!readdirSync(folder).includes('platform.yaml')) throw wrong(folder, 'is missing', 'nothing', 'platform.yaml: ');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    if (code === 'ENOENT') throw wrong(folder, 'is missing', 'nothing');
    if (code === 'ENOTDIR') throw wrong(folder, 'is no folder', 'a file');
    throw wrong(folder, 'cannot be read', code);
  }
  return folder;
}

/** The option that leads a printed command to the same world; empty for this repository's own. */
export function worldFlag(folder: string): string {
  return folder === REPOSITORY ? '' : ` --world ${relative(process.cwd(), folder) || '.'}`;
}
