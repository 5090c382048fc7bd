import { runCdktf } from '@central-ingress/deployment';
import type { CdktfRun, Initialization } from '@central-ingress/deployment';
import type { World } from '@central-ingress/config';
import type { StackNode } from '@central-ingress/stack-graph';
import { terraformRun } from './deploy-stack';
import { keepShared } from './keep-shared';

/** What is seen to around a destruction. */
export interface StackDestruction {
  readonly world: World;
  /** What the same run destroys. */
  readonly owners: readonly string[];
  /** Shared by all stacks of the run: Terraform's provider cache bears no two writers. */
  readonly initialization: Initialization;
}

/**
 * Destroys one stack that is synthesized: brings its providers when no other stack does, lets it forget what others need
 * as well, and runs cdktf.
 * @throws TerraformFailure, StackFailure
 */
export async function destroyStack(
  stack: StackNode,
  run: CdktfRun,
  { initialization, ...destruction }: StackDestruction,
): Promise<void> {
  const terraform = terraformRun(stack, run);
  await initialization.bringProviders(terraform);
  await keepShared(stack, destruction, terraform, initialization);
  await runCdktf('destroy', stack, run);
}
