import type { IamRole, NetworkModel, PolicyStatement } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { globMatches } from './names';

/** Policies of AWS are no ceiling that the stacks know. */
const OF_AWS = /^arn:aws:iam::aws:/;

/**
 * A role that a stack makes for a service, for nodes or for pods has a ceiling, and so has a deployer that makes roles:
 * it could give them what it has not itself.
 */
export function boundaryFindings(role: IamRole, ceilings: ReadonlySet<string>): readonly Finding[] {
  const { label, boundary, stack, policies } = role;
  if (boundary !== undefined && !OF_AWS.test(boundary)) {
    const isOfAccount = !boundary.startsWith('arn:') || boundary.split(':')[4] === role.account;
    return ceilings.has(boundary) && isOfAccount ? [] : [finding('boundary-unknown', role, { label, boundary })];
  }
  const statements = policies.flatMap(({ document }) => document?.statements ?? []);
  if (stack.endsWith('-roles') && !statements.some(makesRoles)) return [];
  return [finding('boundary-missing', role, { label, boundary: boundary ?? 'no policy' })];
}

function makesRoles({ effect, actions, notActions }: PolicyStatement): boolean {
  return effect === 'Allow' && !notActions && actions.some((action) => globMatches(action, 'iam:CreateRole'));
}

/** Policies that the stacks make, by their ARN or by the reference to them. */
export function ceilingsOf({ managedPolicies }: NetworkModel): ReadonlySet<string> {
  return new Set([...managedPolicies.values()].flatMap(({ key, arn }) => [`\${${key}.arn}`, ...(arn ? [arn] : [])]));
}
