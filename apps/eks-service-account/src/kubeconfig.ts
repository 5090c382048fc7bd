import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '@central-ingress/user-error';

/** Names a kubeconfig file by which the add-ons reach the cluster, in the place of the deployer's role. */
export const KUBECONFIG_VARIABLE = 'INGRESS_KUBECONFIG';

/**
 * The kubeconfig file that the environment names, if any.
 * @returns an absolute path, since Terraform runs in a folder of its own
 * @throws UserError when there is no such file
 */
export function kubeconfigOf(env: NodeJS.ProcessEnv): string | undefined {
  const named = env[KUBECONFIG_VARIABLE];
  if (!named) return undefined;
  const file = resolve(named);
  if (existsSync(file)) return file;
  throw new UserError(
    `${KUBECONFIG_VARIABLE}: ${named} is missing; expected a kubeconfig file. ` +
      'Correct it, or unset it to reach the cluster through the deployer role.',
  );
}
