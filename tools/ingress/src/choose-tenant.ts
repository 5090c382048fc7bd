import type { TenantConfig, World } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';

/** One tenant of the world by its name. @throws UserError when there is none, with those there are */
export function chooseTenant(world: World, name: string): TenantConfig {
  const found = world.tenants.find(({ connectionName }) => connectionName === name);
  if (found) return found;
  const known = world.tenants.map(({ connectionName }) => connectionName).join(', ') || 'a world with tenants';
  throw new UserError(
    `${name}: no tenant of this name; expected ${known}. If its folder was removed before its stacks, ` +
      'bring it back from version control.',
  );
}
