import type { World } from '@central-ingress/config';
import { Initialization, Interrupts, isMissingBucket, typesInState } from '@central-ingress/deployment';
import type { StackNode } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';
import { questionFolders } from './question-folders';
import { logFile } from './run-files';

/** A question about the states of several stacks. */
export interface AbsentStacksRequest {
  readonly world: World;
  readonly worldFolder: string;
  readonly stacks: readonly StackNode[];
  readonly print: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Names of the stacks that are not deployed: their state holds nothing, or has no bucket. Nothing is locked or changed.
 * @throws UserError when a state cannot be read, or the question is interrupted
 */
export async function absentStacks(request: AbsentStacksRequest): Promise<readonly string[]> {
  const { world, worldFolder, stacks, print, env = process.env } = request;
  const folderOf = questionFolders(world, worldFolder, stacks);

  const interrupts = new Interrupts(() => print('Stopping: nothing is changed.'));
  const initialization = new Initialization();
  const absent: string[] = [];
  try {
    for (const stack of stacks) {
      const { name } = stack;
      const { signal, kill } = interrupts;
      const run = { folder: folderOf(stack), logFile: logFile(worldFolder, name, 'state'), env, signal, kill };
      try {
        await initialization.initialize(run, '-reconfigure');
        if (!(await typesInState(run)).size) absent.push(name);
      } catch (error) {
        const reason = (error as Error).message;
        if (!isMissingBucket(reason)) throw unreadable(name, reason, error);
        absent.push(name);
      }
    }
    return absent;
  } finally {
    interrupts.dispose();
  }
}

/** Terraform says the same of a role that is not made yet and of one that we may not assume. */
function unreadable(stack: string, reason: string, cause: unknown): UserError {
  return new UserError(
    `${stack}: whether it is deployed cannot be told, as its state cannot be read; nothing was changed. ` +
      `If it is not deployed yet, deploy it first. Terraform says:\n${reason}`,
    { cause },
  );
}
