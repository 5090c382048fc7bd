import { Initialization } from './initialization';
import { runTerraform } from './terraform-command';
import type { TerraformRun } from './terraform-command';

/**
 * Lets the state of one stack forget resources, which stand as before: for what another stack's state holds too.
 * @param addresses what `terraform state list` shows, at least one
 * @param initialization that of the run, where other stacks are initialized at the same time
 * @throws TerraformFailure
 */
export async function forgetPart(
  addresses: readonly string[],
  run: TerraformRun,
  initialization = new Initialization(),
): Promise<void> {
  // Not `-reconfigure`: a state bucket that has changed since the deployment must stop it.
  await initialization.initialize(run);
  await runTerraform(['state', 'rm', ...addresses], run);
}
