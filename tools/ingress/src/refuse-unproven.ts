import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantConfig, World } from '@central-ingress/config';
import { CENTRAL_OWNER, hostedZoneOwner } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';
import { worldFlag } from './world-folder';

/**
 * Proves the paths of one tenant on its synthesized JSON, as `ingress check` does for all.
 * @throws UserError when something is wrong with them
 */
export async function refuseUnproven(world: World, worldFolder: string, tenant: TenantConfig): Promise<void> {
  const [{ buildNetworkModel }, { findingsOf, proveWorld }, { synthesize }, { readSynthesized }] = await Promise.all([
    import('@central-ingress/network-model'),
    import('@central-ingress/path-proof'),
    import('./synthesize'),
    import('./synthesized-documents'),
  ]);
  const name = tenant.connectionName;
  const internetVpc = hostedZoneOwner(tenant.exposure);
  const folder = mkdtempSync(join(tmpdir(), 'ingress-onboard-'));
  try {
    synthesize(world, [CENTRAL_OWNER, ...(internetVpc ? [internetVpc] : []), name], folder);
    const findings = findingsOf(proveWorld(buildNetworkModel(readSynthesized(folder))));
    const [first] = findings;
    if (!first) return;
    throw new UserError(
      `${name}: is not onboarded, as ${findings.length} thing(s) in what would be deployed are wrong; nothing was changed. ` +
        `The first: ${first.stack}: ${first.address}: ${first.message}. See all: npx ingress check ${name}${worldFlag(worldFolder)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
