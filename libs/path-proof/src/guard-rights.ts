import type { IamRole, PolicyStatement } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { WorldGuard } from './guard';

/** Policies of AWS that give a whole service, or everything. */
const ADMINISTRATOR = /^arn:aws:iam::aws:policy\/(job-function\/.*|.*(Administrator|FullAccess|PowerUser).*)$/;

/** Policies of AWS whose statements are known: what EKS asks for. They lie with AWS, and not in the JSON. */
const KNOWN_OF_AWS = new Set(
  [
    'AmazonEC2ContainerRegistryPullOnly',
    'AmazonEKSClusterPolicy',
    'AmazonEKSWorkerNodePolicy',
    'AmazonEKS_CNI_Policy',
  ].map((name) => `arn:aws:iam::aws:policy/${name}`),
);

/** Actions of which the service or the start of the name is left open. */
const WHOLE_SERVICE = /^[^:]*[*?]|^[^:]+:[*?]/;

/** No role administers: no such policy of AWS, no statement with all actions of a service on every resource. */
export const rightsGuard: WorldGuard = {
  name: 'rights',
  says: 'no role has an administrator policy',
  check: ({ model }) => [...model.roles.values()].flatMap(roleFindings),
};

function roleFindings(role: IamRole): readonly Finding[] {
  const { label } = role;
  return role.policies.flatMap(({ attachedArn: policy, document, ...at }) => {
    if (policy && ADMINISTRATOR.test(policy)) return [finding('admin-policy', at, { label, policy })];
    if (policy && !document && !KNOWN_OF_AWS.has(policy)) return [finding('policy-unknown', at, { label, policy })];
    return (document?.statements ?? []).filter(isAdministration).map((statement) =>
      finding('admin-statement', at, {
        label,
        actions: `${statement.notActions ? 'everything but ' : ''}${statement.actions.join(', ')}`,
        resources: `every resource${statement.notResources ? ` but ${statement.resources.join(', ')}` : ''}`,
        sid: statement.sid ?? 'no Sid',
      }),
    );
  });
}

/** A condition does not excuse it: what it leaves open is not weighed here. */
function isAdministration({ effect, actions, notActions, resources, notResources }: PolicyStatement): boolean {
  if (effect !== 'Allow') return false;
  const isWholeService = notActions || actions.some((action) => WHOLE_SERVICE.test(action));
  return isWholeService && (notResources || resources.some(isEveryResource));
}

/** True when a pattern names nothing of the part of an ARN that tells one resource of a service from the others. */
function isEveryResource(pattern: string): boolean {
  if (!/[*?]/.test(pattern)) return false;
  // What is known later is a whole ARN where it stands first, and a word elsewhere; either way it is something.
  const told = pattern.replace(/^\$\{[^}]*\}/, 'arn:::::known').replace(/\$\{[^}]*\}/g, 'known');
  const [, , , , , ...resource] = told.split(':');
  return /^[*?/:]*$/.test(resource.join(':'));
}
