import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { UserError } from '@central-ingress/user-error';

/** Root of this repository, whose own files are the default world. */
export const REPOSITORY = resolve(__dirname, '..', '..', '..');

/**
 * The folder with `platform.yaml` and the two `apps` configuration trees that a command works on: `--world`, else
 * `INGRESS_WORLD`, else this repository.
 * @throws UserError when the folder holds no `platform.yaml`
 */
export function worldFolder(option: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const folder = resolve(option ?? (env['INGRESS_WORLD'] || REPOSITORY));
  if (!existsSync(join(folder, 'platform.yaml'))) {
    const source = option ? '--world' : 'INGRESS_WORLD';
    throw new UserError(
      `${folder}: platform.yaml is missing; expected a folder with platform.yaml, ` +
        `apps/central-internet-account/internet-vpcs and apps/eks-service-account/tenants. Correct ${source}.`,
    );
  }
  return folder;
}

/** The option that leads a printed command to the same world; empty for this repository's own. */
export function worldFlag(folder: string): string {
  return folder === REPOSITORY ? '' : ` --world ${relative(process.cwd(), folder) || '.'}`;
}
