import { tenantRoleNames } from '@central-ingress/naming';
import type { ConfigProblem } from '../problems';
import type { TenantDraft, WorldDraft } from '../world-draft';

/** Roles of two tenants that share an account never have the same name. */
export function roleNameProblems({ platform, tenants }: WorldDraft): readonly ConfigProblem[] {
  const prefix = platform?.fields.namePrefix;
  if (!prefix) return [];
  const holders = new Map<string, TenantDraft>();
  return tenants.flatMap((tenant) => {
    const { connectionName, accountId } = tenant.fields;
    if (!connectionName || !accountId) return [];
    const names = tenantRoleNames(prefix, connectionName);
    const shared = names.find((name) => holders.has(`${accountId}/${name}`));
    const holder = holders.get(`${accountId}/${shared}`);
    names.forEach((name) => holders.set(`${accountId}/${name}`, tenant));
    if (!holder || holder.fields.connectionName === connectionName) return [];
    const what = `makes the role name ${shared}, as ${holder.source.file} does in the same account`;
    const rule = { expected: 'role names that no other tenant of the account has', fix: 'Choose another name' };
    return [tenant.source.problem(['connectionName'], { what, ...rule })];
  });
}
