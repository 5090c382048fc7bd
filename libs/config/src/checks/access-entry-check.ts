import { roleArn, serviceRoleName } from '@central-ingress/naming';
import type { ConfigProblem } from '../problems';
import type { WorldDraft } from '../world-draft';

/** Access entries: none for the deployer of the add-ons, which has one, as EKS takes one per principal. */
export function accessEntryProblems({ platform, tenants }: WorldDraft): readonly ConfigProblem[] {
  const prefix = platform?.fields.namePrefix;
  if (!prefix) return [];
  return tenants.flatMap(({ source, fields }) => {
    const { accountId, connectionName, accessEntries = [] } = fields;
    if (!accountId || !connectionName) return [];
    const deployer = roleArn(accountId, prefix, serviceRoleName(prefix, connectionName, 'addons'));
    return accessEntries.flatMap(({ principalArn }, index) => {
      if (principalArn !== deployer) return [];
      const what = 'is the deployer of the add-ons, which is an administrator of the cluster already';
      const rule = { expected: 'another principal', fix: 'Remove the entry' };
      return [source.problem(['accessEntries', index, 'principalArn'], { what, ...rule })];
    });
  });
}
