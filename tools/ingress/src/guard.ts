import { rmSync } from 'node:fs';
import { changesOf, GUARDED_TYPES, guardedChanges, refusal, summarize } from '@central-ingress/change-summary';
import type { StackChanges } from '@central-ingress/change-summary';
import { Initialization, planStack, typesInState } from '@central-ingress/deployment';
import type { TerraformRun } from '@central-ingress/deployment';
import { UserError } from '@central-ingress/user-error';

/** A stack that is not deployed because something guarded in it would be replaced or destroyed. */
export class GuardRefusal extends UserError {}

/**
 * Stands before the deployments of a run: lets a stack pass when its plan replaces and destroys nothing guarded, or
 * only what is allowed. A stack whose state holds nothing of a guarded type passes without a plan.
 */
export class Guard {
  private readonly initialization = new Initialization();
  private readonly planned: StackChanges[] = [];
  private readonly refusedStacks: string[] = [];

  /** @param allow what `--allow` named */
  constructor(private readonly allow: readonly string[]) {}

  /** Names of the stacks that did not pass. */
  public get refused(): readonly string[] {
    return this.refusedStacks;
  }

  /** What was allowed and no stack did, most likely a typing mistake. */
  public get unusedAllowances(): readonly string[] {
    return summarize('plan', this.planned, this.allow).unusedAllowances;
  }

  /**
   * Looks at one stack that is synthesized.
   * @throws GuardRefusal when it must not be deployed
   * @throws TerraformFailure when it cannot be planned
   */
  public async check(stack: string, run: TerraformRun): Promise<void> {
    rmSync(run.logFile, { force: true });
    // Not `-reconfigure`: a state bucket that has changed under a deployment must stop it.
    await this.initialization.initialize(run);
    const types = await typesInState(run);
    if (!GUARDED_TYPES.some((type) => types.has(type))) return;

    const changes = changesOf(await planStack(run));
    this.planned.push({ stack, status: 'planned', changes, waitsFor: [] });
    const reason = refusal(guardedChanges(stack, changes, this.allow));
    if (!reason) return;
    this.refusedStacks.push(stack);
    throw new GuardRefusal(reason);
  }
}
