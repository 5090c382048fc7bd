import type { TargetConfiguration } from '@nx/devkit';
import { CENTRAL_ACCOUNT_PROJECT, ingressTarget, synthTarget } from './ingress-target';

/** What the outcome of a package's checks depends on. */
const SOURCES = ['{projectRoot}/**/*', '^production', 'sharedGlobals'];

/**
 * Targets of a workspace package; the central app is also the project of the central roles stack.
 * @param root folder of the package, e.g. `libs/config`
 */
export function packageTargets(root: string, isCentralApp: boolean): Record<string, TargetConfiguration> {
  const check = (command: string): TargetConfiguration => ({
    executor: 'nx:run-commands',
    cache: true,
    inputs: SOURCES,
    options: { command, cwd: '{workspaceRoot}' },
  });
  return {
    lint: check(`eslint ${root} --max-warnings 0`),
    typecheck: check(`tsc -p ${root}`),
    test: check(`jest -c jest.config.cjs --rootDir ${root} --passWithNoTests`),
    ...(isCentralApp ? centralAccountTargets() : {}),
  };
}

function centralAccountTargets(): Record<string, TargetConfiguration> {
  return {
    synth: synthTarget('central', ['production']),
    bootstrap: ingressTarget('bootstrap central', 'Make or repair the state bucket of the central account.'),
    deploy: ingressTarget('deploy central', `Deploy the central roles (${CENTRAL_ACCOUNT_PROJECT}).`),
    destroy: ingressTarget('destroy central', 'Destroy the central roles.'),
  };
}
