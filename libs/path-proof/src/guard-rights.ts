import type { IamRole, ManagedPolicy, PolicyStatement } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { WorldGuard } from './guard';
import { globMatches } from './names';
import { boundaryFindings, ceilingsOf } from './role-boundaries';

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

/** Actions by which one gets every right, where the role or user that they are done to is left open. */
const ESCALATING = [
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:CreateRole',
  'iam:CreateUser',
  'iam:DeleteRolePermissionsBoundary',
  'iam:PassRole',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'sts:AssumeRole',
] as const;

/** No role administers: no such policy of AWS, no statement with all actions of a service on every resource. */
export const rightsGuard: WorldGuard = {
  name: 'rights',
  says: 'no role has an administrator policy',
  check: ({ model }) => {
    const ceilings = ceilingsOf(model);
    return [
      ...[...model.roles.values()].flatMap((role) => [...roleFindings(role), ...boundaryFindings(role, ceilings)]),
      ...[...model.managedPolicies.values()].flatMap(ceilingFindings),
    ];
  },
};

/** A policy may be a ceiling of whole services, and of everything it is none. */
function ceilingFindings(policy: ManagedPolicy): readonly Finding[] {
  const { label, document } = policy;
  return (document?.statements ?? [])
    .filter(({ effect, actions, notActions, resources, notResources }) => {
      const isEverything = notActions || actions.some((action) => /^[*?]/.test(action));
      return effect === 'Allow' && isEverything && (notResources || resources.some(isEveryResource));
    })
    .map(({ sid }) => finding('boundary-open', policy, { label, sid: sid ?? 'no Sid' }));
}

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
  if (isWholeService && (notResources || resources.some(isEveryResource))) return true;
  const escalates = actions.some((action) => ESCALATING.some((each) => globMatches(action, each)));
  return escalates && (notResources || resources.some((pattern) => isEveryResource(pattern) || isEveryRole(pattern)));
}

/** True when a pattern names nothing of the part of an ARN that tells one resource of a service from the others. */
function isEveryResource(pattern: string): boolean {
  if (!/[*?]/.test(pattern)) return false;
  // What is known later is a whole ARN where it stands first, and a word elsewhere; either way it is something.
  const told = pattern.replace(/^\$\{[^}]*\}/, 'arn:::::known').replace(/\$\{[^}]*\}/g, 'known');
  const [, , , , , ...resource] = told.split(':');
  return /^[*?/:]*$/.test(resource.join(':'));
}

/** True when a pattern takes every role or user of an account. */
function isEveryRole(pattern: string): boolean {
  return /^arn:[^:]*:iam::[^:]*:(?:role|user)[*?/]*$/.test(pattern);
}
