import type { World } from '@central-ingress/config';
import { CENTRAL_OWNER } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';

/** What can be named on the command line: the central account, every internet VPC, every tenant. */
export function ownersOf(world: World): readonly string[] {
  return [
    CENTRAL_OWNER,
    ...world.internetVpcs.map(({ name }) => name),
    ...world.tenants.map(({ connectionName }) => connectionName),
  ];
}

/**
 * The owners that the user named, in the world's order; all of them when none is named.
 * @throws UserError for each name that is none, with those there are
 */
export function chooseOwners(world: World, names: readonly string[]): readonly string[] {
  const owners = ownersOf(world);
  const unknown = names.filter((name) => !owners.includes(name));
  if (unknown.length) {
    throw new UserError(
      `${unknown.join(', ')}: no internet VPC and no tenant of this name; expected ${owners.join(', ')}.`,
    );
  }
  return names.length ? owners.filter((owner) => names.includes(owner)) : owners;
}
