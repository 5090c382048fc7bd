import { runCdktf, settleStack, withNewRoles } from '@central-ingress/deployment';
import type { CdktfRun, TerraformRun } from '@central-ingress/deployment';
import type { StackNode } from '@central-ingress/stack-graph';
import type { Guard } from './guard';
import { stackFolder } from './run-files';

/** What is seen to around a deployment. */
export interface StackDeployment {
  readonly guard: Guard;
  readonly print: (line: string) => void;
  readonly settle: boolean;
  /** Stacks with roles that it needs and that the same run has deployed. @default none */
  readonly newRoles?: readonly string[];
}

/**
 * Deploys one stack that is synthesized: lets the guard look at its plan, runs cdktf, and where something changed reads
 * back what AWS made of it, so that only what moves later is drift.
 * @throws GuardRefusal, TerraformFailure, StackFailure
 */
export async function deployStack(
  stack: StackNode,
  run: CdktfRun,
  { guard, print, settle, newRoles = [] }: StackDeployment,
): Promise<void> {
  const { signal } = run;
  const terraform = terraformRun(stack, run);
  const use = { stack: stack.name, made: newRoles, print, signal };
  await withNewRoles(() => guard.check(stack.name, terraform), use);
  // A guard that has nothing to guard does not plan, so the providers' roles may be assumed here for the first time.
  const { changed } = await withNewRoles(() => runCdktf('deploy', stack, run), use);
  if (!settle || !changed || signal?.aborted) return;
  try {
    await settleStack(terraform);
  } catch (error) {
    // The stack is deployed: that its state tells less than AWS does is no failure of the deployment.
    const [reason = ''] = (error as Error).message.split('\n');
    print(`${stack.name}: is deployed, but its state could not be refreshed; drift may name it. ${reason}`);
  }
}

/** Terraform itself, where cdktf runs it for a stack. */
export function terraformRun(stack: StackNode, { env, signal, kill, ...run }: CdktfRun): TerraformRun {
  return {
    folder: stackFolder(run.outputOf(stack), stack.name),
    logFile: run.logFileOf(stack),
    env,
    ...(signal ? { signal } : {}),
    ...(kill ? { kill } : {}),
  };
}
