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

/**
 * The target that writes an owner's Terraform JSON, cached by the content of what the JSON is made from.
 * @param inputs the configuration files that it is made from, beside `platform.yaml`; the code is that of the projects
 *   it depends on, and the named input `synthesis` of nx.json
 */
export function synthTarget(owner: string, inputs: readonly string[]): TargetConfiguration {
  const folder = `.ingress/synth/${owner}`;
  return {
    executor: 'nx:run-commands',
    cache: true,
    inputs: [...inputs, '{workspaceRoot}/platform.yaml', '^production', 'synthesis', { env: 'INGRESS_KUBECONFIG' }],
    outputs: [`{workspaceRoot}/${folder}`],
    // The workspace's own world, whatever INGRESS_WORLD says: the inputs are its files.
    options: { command: `ingress synth ${owner} --world . --out ${folder}`, cwd: '{workspaceRoot}' },
    metadata: { description: `Write the Terraform JSON of ${owner}.` },
  };
}
