import type { TenantConfig, World } from '@central-ingress/config';
import type { UserError } from '@central-ingress/user-error';
import { refuseUnknownNames } from './known-names';
import { requireOneChoice } from './one-choice';

/** What a command line says of the tenants to work on. */
export interface TenantChoice {
  /** The command, for messages. */
  readonly command: string;
  readonly names: readonly string[];
  readonly all?: boolean | undefined;
}

/**
 * The tenants that are named, in the world's order, or all of them.
 * @param Failure the error of a wrong choice, which has the exit code of the command
 * @throws UserError when nothing or too much is named, and for names that are no tenants, with those there are
 */
export function chooseTenants(
  { tenants }: World,
  { command, names, all }: TenantChoice,
  Failure?: new (message: string) => UserError,
): readonly TenantConfig[] {
  const known = tenants.map(({ connectionName }) => connectionName);
  const expected = `names of tenants: ${known.join(', ') || 'a world that has some'}`;
  requireOneChoice(command, { names, expected, options: { '--all': all } }, Failure);
  refuseUnknownNames(names, { kind: 'no tenant', known }, Failure);
  return all ? tenants : tenants.filter(({ connectionName }) => names.includes(connectionName));
}

/**
 * One tenant of the world by its name.
 * @param fix what to do when there is none
 * @throws UserError when there is none, with those there are
 */
export function chooseTenant({ tenants }: World, name: string, fix: string): TenantConfig {
  const known = tenants.map(({ connectionName }) => connectionName);
  refuseUnknownNames([name], { kind: 'no tenant', known, fix });
  return tenants.find(({ connectionName }) => connectionName === name) as TenantConfig;
}

/** What to do about a tenant that is to be taken away or moved and is not in the world. */
export const BRING_BACK = 'If its folder was removed before its stacks, bring it back from version control.';
