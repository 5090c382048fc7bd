import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '@central-ingress/user-error';

const run = promisify(execFile);

/** One resource that a plan would change. */
export interface PlannedChange {
  /** Terraform address, e.g. `aws_vpc.main`. */
  readonly address: string;
  /** Resource type, e.g. `aws_vpc`. */
  readonly type: string;
  /** Terraform's own words, e.g. `["delete", "create"]` for a replacement. */
  readonly actions: readonly string[];
  /** Top-level attributes that differ; all of them when the resource is created or destroyed. */
  readonly attributes: readonly string[];
}

/** A stack that could not be planned; the message is Terraform's. */
export class PlanFailure extends UserError {}

interface ShownPlan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly type: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Record<string, unknown> | null;
      readonly after: Record<string, unknown> | null;
      readonly after_unknown: Record<string, unknown> | boolean;
    };
  }[];
}

/**
 * Plans one stack that is synthesized and initialized already, and tells what would change. No plan file is left that
 * could be applied by mistake.
 * @param folder the stack's folder, `<output>/stacks/<stack>`
 * @param terraform binary to run, e.g. `terraform` or `tofu`
 * @throws PlanFailure with Terraform's own error
 */
export async function planStack(
  folder: string,
  terraform: string,
  env: NodeJS.ProcessEnv,
): Promise<readonly PlannedChange[]> {
  const file = join(folder, 'plan.tfplan');
  const options = { cwd: folder, env, maxBuffer: 256 * 1024 * 1024 };
  try {
    await run(terraform, ['plan', '-input=false', '-no-color', '-lock=false', `-out=${file}`], options);
    const { stdout } = await run(terraform, ['show', '-json', file], options);
    return changesOf(JSON.parse(stdout) as ShownPlan);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new PlanFailure(stderr?.trim() || message);
  } finally {
    await rm(file, { force: true });
  }
}

/** The changes of a plan as `terraform show -json` prints it, without reads and without what stays as it is. */
export function changesOf(plan: ShownPlan): readonly PlannedChange[] {
  return (plan.resource_changes ?? [])
    .filter(({ change }) => !['no-op', 'read'].includes(change.actions[0] ?? 'no-op'))
    .map(({ address, type, change }) => {
      const before = change.before ?? {};
      const after = change.after ?? {};
      const unknown = change.after_unknown === true ? {} : (change.after_unknown as Record<string, unknown>);
      const names = [...new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(unknown)])].sort();
      const differs = (name: string): boolean =>
        isUnknown(unknown[name]) || JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null);
      return { address, type, actions: change.actions, attributes: names.filter(differs) };
    });
}

/** Terraform marks unknown parts with `true` inside the shape of the value. */
function isUnknown(mark: unknown): boolean {
  if (mark === true) return true;
  return typeof mark === 'object' && mark !== null && Object.values(mark).some(isUnknown);
}
