import type { World } from '@central-ingress/config';
import { CENTRAL_OWNER } from '@central-ingress/stack-graph';
import { refuseUnknownNames } from './known-names';

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
  refuseUnknownNames(names, { kind: 'no internet VPC and no tenant', known: owners });
  return names.length ? owners.filter((owner) => names.includes(owner)) : owners;
}
