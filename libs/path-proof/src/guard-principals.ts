import type { PolicyCondition, PolicyStatement, ResourcePolicy } from '@central-ingress/network-model';
import { finding } from './finding';
import type { GuardContext, WorldGuard } from './guard';
import { isOfSameOwner, isServiceOfAws } from './guard-trust';

/** Condition operators that let only what is named pass; those with IfExists or ForAllValues let absence pass. */
const PINNING_OPERATORS = new Set(['StringEquals', 'ArnEquals', 'ForAnyValue:StringEquals', 'ForAnyValue:ArnEquals']);
const ACCOUNT_KEYS = new Set(['aws:principalaccount', 'aws:sourceaccount', 'kms:calleraccount']);
const ARN_KEYS = new Set(['aws:principalarn', 'aws:sourcearn']);

/** Buckets of AWS that an endpoint policy has to name: image layers and the packages of the nodes' Linux. */
const BUCKETS_OF_AWS = /^arn:aws:s3:::(prod-[a-z0-9-]+-starport-layer-bucket|al2023-repos-[a-z0-9-]+)\/\*$/;

/** The attribute of a role that says who becomes it. */
const TRUST = 'assume_role_policy';

/**
 * No policy allows anything to anyone, or to a stranger. Denials may name anyone, and so may what is pinned to the own
 * account.
 */
export const principalsGuard: WorldGuard = {
  name: 'principals',
  says: 'no policy names anyone or a stranger as its principal',
  check: (context) =>
    context.model.policies.flatMap((policy) =>
      policy.document.statements.flatMap((statement) => {
        const { attribute } = policy;
        const actions = `${statement.notActions ? 'everything but ' : ''}${statement.actions.join(', ')}`;
        const sid = statement.sid ?? 'no Sid';
        return [
          ...(isForAnyone(statement) && !isPinned(policy, statement)
            ? [finding('principal-star', policy, { attribute, actions, sid })]
            : []),
          ...strangersIn(context, policy, statement).map((principal) =>
            finding('principal-stranger', policy, { attribute, actions, principal, sid }),
          ),
        ];
      }),
    ),
};

function isForAnyone({ effect, principals, notPrincipals }: PolicyStatement): boolean {
  return effect === 'Allow' && (notPrincipals || principals.some(({ id }) => id === '*'));
}

/** Principals by name that are neither of the resource's account nor a role of the same owner. */
function strangersIn(context: GuardContext, policy: ResourcePolicy, statement: PolicyStatement): readonly string[] {
  // Whom a role trusts, the guard `trust` tells.
  if (statement.effect !== 'Allow' || statement.notPrincipals || policy.attribute === TRUST) return [];
  return statement.principals.flatMap(({ kind, id }) => {
    if (id === '*' || (kind === 'Service' && isServiceOfAws(id))) return [];
    const role = context.model.roles.get(/^\$\{(.+)\.arn\}$/.exec(id)?.[1] ?? '');
    const account = role?.account ?? /^(?:arn:aws:iam::)?(\d{12})(?::|$)/.exec(id)?.[1];
    const isOwn = kind === 'AWS' && account !== undefined && account === policy.account;
    return isOwn || isOfSameOwner(context, policy.stack, role?.arn ?? id) ? [] : [id];
  });
}

function isPinned(policy: ResourcePolicy, statement: PolicyStatement): boolean {
  if (statement.notPrincipals) return false;
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
function isAnonymousByNature({ account }: ResourcePolicy, statement: PolicyStatement): boolean {
  const { actions, notActions, resources, notResources } = statement;
  if (notActions || notResources) return false;
  const only = (action: string): boolean => actions.length === 1 && actions[0] === action;
  if (only('sts:AssumeRoleWithWebIdentity')) {
    return resources.every((resource) => resource.startsWith(`arn:aws:iam::${account ?? ''}:role/`));
  }
  return only('s3:GetObject') && resources.every((resource) => BUCKETS_OF_AWS.test(resource));
}
