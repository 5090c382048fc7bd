import type { PolicyCondition, PolicyStatement, ResourcePolicy } from '@central-ingress/network-model';
import { finding } from './finding';
import type { WorldGuard } from './guard';

/** Condition operators that let only what is named pass; those with IfExists or ForAllValues let absence pass. */
const PINNING_OPERATORS = new Set(['StringEquals', 'ArnEquals', 'ForAnyValue:StringEquals', 'ForAnyValue:ArnEquals']);
const ACCOUNT_KEYS = new Set(['aws:principalaccount', 'aws:sourceaccount', 'kms:calleraccount']);
const ARN_KEYS = new Set(['aws:principalarn', 'aws:sourcearn']);

/** Buckets of AWS that an endpoint policy has to name: image layers and the packages of the nodes' Linux. */
const BUCKETS_OF_AWS = /^arn:aws:s3:::(prod-[a-z0-9-]+-starport-layer-bucket|al2023-repos-[a-z0-9-]+)\/\*$/;

/** No policy allows anything to anyone. Denials may name anyone, and so may what is pinned to the own account. */
export const principalsGuard: WorldGuard = {
  name: 'principals',
  says: 'no policy names anyone as its principal',
  check: ({ model }) =>
    model.policies.flatMap((policy) =>
      policy.document.statements
        .filter((statement) => isForAnyone(statement) && !isPinned(policy, statement))
        .map(({ actions, sid }) =>
          finding('principal-star', policy, {
            attribute: policy.attribute,
            actions: actions.join(', '),
            sid: sid ?? 'no Sid',
          }),
        ),
    ),
};

function isForAnyone({ effect, principals, inverted }: PolicyStatement): boolean {
  return effect === 'Allow' && principals.some(({ id }) => id === '*' || (inverted && id !== ''));
}

function isPinned(policy: ResourcePolicy, statement: PolicyStatement): boolean {
  if (statement.inverted) return false;
  if (statement.conditions.some((condition) => pinsAccount(condition, policy.account))) return true;
  return policy.type === 'aws_vpc_endpoint' && isAnonymousByNature(policy, statement);
}

function pinsAccount({ operator, key, values }: PolicyCondition, account: string | undefined): boolean {
  if (!PINNING_OPERATORS.has(operator) || !values.length || !account) return false;
  const name = key.toLowerCase();
  if (ACCOUNT_KEYS.has(name)) return values.every((value) => value === account);
  return ARN_KEYS.has(name) && values.every((value) => value.split(':')[4] === account && !value.includes('*'));
}

/** Calls that carry no principal an endpoint could know: a pod becoming a role, reading what AWS gives to everybody. */
function isAnonymousByNature({ account }: ResourcePolicy, { actions, resources }: PolicyStatement): boolean {
  const only = (action: string): boolean => actions.length === 1 && actions[0] === action;
  if (only('sts:AssumeRoleWithWebIdentity')) {
    return resources.every((resource) => resource.startsWith(`arn:aws:iam::${account ?? ''}:role/`));
  }
  return only('s3:GetObject') && resources.every((resource) => BUCKETS_OF_AWS.test(resource));
}
