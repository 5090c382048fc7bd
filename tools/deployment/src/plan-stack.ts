import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShownPlan } from '@central-ingress/change-summary';
import { readTerraform, runTerraform } from './terraform-command';
import type { TerraformRun } from './terraform-command';

/** What {@link planStack} is asked. */
export interface PlanOptions {
  /** Only compares the state with the world: what moved by itself. @default false */
  readonly refreshOnly?: boolean;
  /** Where the folder of the plan file is made. @default the system's folder for temporary files */
  readonly temporaryFolder?: string;
}

/**
 * Plans one stack that is synthesized and initialized already, without a lock and without changing its state. The plan
 * file lies in a folder that only this user can read, and is gone when the promise settles: nothing is left that could
 * be applied by mistake.
 * @returns the plan as `terraform show -json` prints it; it holds secrets in clear
 * @throws TerraformFailure
 */
export async function planStack(
  run: TerraformRun,
  { refreshOnly = false, temporaryFolder = tmpdir() }: PlanOptions = {},
): Promise<ShownPlan> {
  const folder = await mkdtemp(join(temporaryFolder, 'ingress-plan-'));
  const file = join(folder, 'plan');
  try {
    const mode = refreshOnly ? ['-refresh-only'] : [];
    await runTerraform(['plan', '-input=false', '-no-color', '-lock=false', ...mode, `-out=${file}`], run);
    return JSON.parse(await readTerraform(['show', '-json', file], run)) as ShownPlan;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Types of the resources in a stack's state, which is initialized already; none when it was never applied. Needs
 * neither a lock nor the stack's providers.
 * @throws TerraformFailure
 */
export async function typesInState(run: TerraformRun): Promise<ReadonlySet<string>> {
  const text = await readTerraform(['state', 'pull'], run);
  if (!text.trim()) return new Set();
  const { resources = [] } = JSON.parse(text) as { resources?: readonly { mode: string; type: string }[] };
  return new Set(resources.filter(({ mode }) => mode === 'managed').map(({ type }) => type));
}
