import { Initialization } from './initialization';
import { runTerraform } from './terraform-command';
import type { TerraformRun } from './terraform-command';

/**
 * Destroys resources of one stack and what depends on them, and leaves the rest as it is (ADR 0019). The state says
 * afterwards what stands, so the rest is destroyed later as ever.
 * @param addresses what `terraform state list` shows, at least one
 * @throws TerraformFailure
 */
export async function destroyPart(addresses: readonly string[], run: TerraformRun): Promise<void> {
  if (!addresses.length) throw new RangeError('without an address Terraform would destroy the whole stack');
  // Not `-reconfigure`: a state bucket that has changed since the deployment must stop it.
  await new Initialization().initialize(run);
  const targets = addresses.map((address) => `-target=${address}`);
  await runTerraform(['destroy', '-auto-approve', '-input=false', '-no-color', ...targets], run);
}
