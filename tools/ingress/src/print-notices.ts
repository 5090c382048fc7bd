import { notices } from '@central-ingress/config';
import type { World } from '@central-ingress/config';

/**
 * Tells on standard error what the user should know of the tenants among the owners; none of it is a mistake.
 * @param owners names of internet VPCs, tenants, or `central`
 */
export function printNotices(world: World, owners: readonly string[]): void {
  const chosen = new Set(owners);
  for (const { tenant, text } of notices(world)) {
    if (chosen.has(tenant)) process.stderr.write(`notice: ${tenant} ${text}\n`);
  }
}
