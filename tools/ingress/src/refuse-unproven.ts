import type { TenantConfig, World } from '@central-ingress/config';
import { CENTRAL_OWNER, hostedZoneOwner } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';
import { worldFlag } from './world-folder';
import { whenNeeded } from './when-needed';

/**
 * Proves the paths of one tenant on its synthesized JSON, as `ingress check` does for all.
 * @throws UserError when something is wrong with them
 */
export function refuseUnproven(world: World, worldFolder: string, tenant: TenantConfig): void {
  const { buildNetworkModel } = whenNeeded.networkModel;
  const { findingsOf, proveWorld } = whenNeeded.pathProof;
  const name = tenant.connectionName;
  const internetVpc = hostedZoneOwner(tenant.exposure);
  const owners = [CENTRAL_OWNER, ...(internetVpc ? [internetVpc] : []), name];
  const findings = findingsOf(proveWorld(buildNetworkModel(whenNeeded.synthesis.synthesizedStacks(world, owners))));
  const [first] = findings;
  if (!first) return;
  throw new UserError(
    `${name}: is not onboarded, as ${findings.length} thing(s) in what would be deployed are wrong; nothing was changed. ` +
      `The first: ${first.stack}: ${first.address}: ${first.message}. See all: npx ingress check ${name}${worldFlag(worldFolder)}`,
  );
}
