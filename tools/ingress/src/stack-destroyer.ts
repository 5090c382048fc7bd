import type { World } from '@central-ingress/config';
import { destroyPart, runCdktf } from '@central-ingress/deployment';
import type { Interrupts } from '@central-ingress/deployment';
import type { StackNode } from '@central-ingress/stack-graph';
import { logFile, outputFolder, stackFolder } from './run-files';
import { REPOSITORY } from './world-folder';
import { whenNeeded } from './when-needed';

/** Where the stacks of one owner are destroyed. */
export interface DestroyerProps<S extends { readonly id: string }> {
  readonly world: World;
  readonly worldFolder: string;
  /** Tenant or internet VPC. */
  readonly owner: string;
  readonly interrupts: Pick<Interrupts, 'signal' | 'kill'>;
  readonly onLine?: (step: S, line: string) => void;
  /** @default this process's environment */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Synthesizes an owner's stacks, and gives what destroys one of them for a step: whole by cdktf, in part by Terraform.
 * Each step has a log of its own.
 */
export function stackDestroyer<S extends { readonly id: string }>(
  props: DestroyerProps<S>,
): (step: S, stack: StackNode, addresses?: readonly string[]) => Promise<void> {
  const { world, worldFolder, owner, interrupts, env = process.env } = props;
  const output = outputFolder(worldFolder, 'run', owner);
  const { synthesize } = whenNeeded.synthesis;
  synthesize(world, [owner], output);
  return async (step, stack, addresses) => {
    const log = logFile(worldFolder, stack.name, `offboard-${step.id.replaceAll(' ', '-')}`);
    const { signal, kill } = interrupts;
    if (addresses) {
      return destroyPart(addresses, { folder: stackFolder(output, stack.name), logFile: log, env, signal, kill });
    }
    await runCdktf('destroy', stack, {
      repository: REPOSITORY,
      outputOf: () => output,
      logFileOf: () => log,
      env,
      signal,
      kill,
      onLine: (_, line) => props.onLine?.(step, line),
    });
  };
}
