import type { IamRole, PolicyStatement } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { WorldGuard } from './guard';

/** Policies of AWS that give a whole service, or everything. */
const ADMINISTRATOR = /^arn:aws:iam::aws:policy\/(job-function\/.*|.*(Administrator|FullAccess|PowerUser).*)$/;
const WHOLE_SERVICE = /^(\*|[a-z0-9-]+:\*)$/i;

/** No role administers: no such policy of AWS, no statement with all actions of a service on every resource. */
export const rightsGuard: WorldGuard = {
  name: 'rights',
  says: 'no role has an administrator policy',
  check: ({ model }) => [...model.roles.values()].flatMap(roleFindings),
};

function roleFindings(role: IamRole): readonly Finding[] {
  const { label } = role;
  return role.policies.flatMap(({ attachedArn, document, ...at }) => [
    ...(attachedArn && ADMINISTRATOR.test(attachedArn)
      ? [finding('admin-policy', at, { label, policy: attachedArn })]
      : []),
    ...(document?.statements ?? []).filter(isAdministration).map(({ actions, sid, inverted }) =>
      finding('admin-statement', at, {
        label,
        actions: `${inverted ? 'everything but ' : ''}${actions.join(', ')}`,
        sid: sid ?? 'no Sid',
      }),
    ),
  ]);
}

function isAdministration({ effect, inverted, actions, resources, conditions }: PolicyStatement): boolean {
  if (effect !== 'Allow' || conditions.length) return false;
  return (inverted || actions.some((action) => WHOLE_SERVICE.test(action))) && resources.includes('*');
}
