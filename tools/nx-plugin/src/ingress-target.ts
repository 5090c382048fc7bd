import type { TargetConfiguration } from '@nx/devkit';

/** Nx project that owns the stack of the central roles. */
export const CENTRAL_ACCOUNT_PROJECT = 'central-internet-account';

/**
 * A target that runs the `ingress` command line and is never cached, because what it changes is not in the repository.
 * @param needs targets of this or other projects that Nx runs first
 */
export function ingressTarget(
  args: string,
  description: string,
  needs: TargetConfiguration['dependsOn'] = [],
): TargetConfiguration {
  return {
    executor: 'nx:run-commands',
    cache: false,
    dependsOn: needs,
    options: { command: `ingress ${args}`, cwd: '{workspaceRoot}' },
    metadata: { description },
  };
}
