import { runTerraform } from './terraform-command';
import type { TerraformRun } from './terraform-command';

/**
 * Reads back into a stack's state what AWS has made of its last deployment: a rule that was added to a security group
 * also shows in the group, which Terraform had read before. Without it the next look for drift takes that for a change
 * from outside. Changes nothing but the state, under its lock.
 * @throws TerraformFailure
 */
export async function settleStack(run: TerraformRun): Promise<void> {
  await runTerraform(['apply', '-refresh-only', '-auto-approve', '-input=false', '-no-color'], run);
}
