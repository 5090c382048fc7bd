import committed from '../addons.lock.json';
import type { AddonLock } from './addon-lock';
import { parseAddonLock } from './lock-file';

let parsed: AddonLock | undefined;

/**
 * The lock that belongs to this version of the code; read once.
 * @throws AddonLockError when the file is not what `ingress lock` writes
 */
export function addonLock(): AddonLock {
  return (parsed ??= parseAddonLock(JSON.stringify(committed)));
}
