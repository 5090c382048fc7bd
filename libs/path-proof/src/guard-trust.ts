import { Reference } from '@central-ingress/network-model';
import type { IamRole, NetworkModel, PolicyPrincipal, PolicyStatement } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, WorldGuard } from './guard';
import { tenantOfStack } from './tenants';

const ROOT = /^(?:arn:aws:iam::(\d{12}):root|(\d{12}))$/;

/**
 * A role is assumed by AWS services, by pods of its own cluster, by roles of the same owner, and by the deployers: those
 * whom every role of the central roles stack trusts. Everybody else is a stranger.
 */
export const trustGuard: WorldGuard = {
  name: 'trust',
  says: 'no role can be assumed by a stranger',
  check: (context) => {
    const deployers = findDeployers(context);
    return [...context.model.roles.values()].flatMap((role) => roleFindings(context, role, deployers));
  },
};

/** ARNs that all deployer roles trust; the central ones decide where they are synthesized. */
function findDeployers({ model }: GuardContext): ReadonlySet<string> {
  const roles = [...model.roles.values()].filter(({ stack }) => stack.endsWith('-roles'));
  const central = roles.filter(({ stack }) => stack === 'central-roles');
  const trusted = (central.length ? central : roles).map(({ trust }) => {
    const statements = trust?.statements.filter(({ effect }) => effect === 'Allow') ?? [];
    return new Set(statements.flatMap(({ principals }) => principals.map(({ id }) => id)));
  });
  const [first, ...others] = trusted;
  return new Set([...(first ?? [])].filter((id) => isExactArn(id) && others.every((other) => other.has(id))));
}

function roleFindings(context: GuardContext, role: IamRole, deployers: ReadonlySet<string>): readonly Finding[] {
  if (!role.trust) return [finding('trust-unknown', role, { label: role.label })];
  return role.trust.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      statement.principals.flatMap((principal) => principalFindings(context, role, statement, principal, deployers)),
    );
}

function principalFindings(
  context: GuardContext,
  role: IamRole,
  statement: PolicyStatement,
  { kind, id }: PolicyPrincipal,
  deployers: ReadonlySet<string>,
): readonly Finding[] {
  const { label } = role;
  const stranger = (principal: string): Finding => finding('trust-stranger', role, { label, principal });
  if (statement.notPrincipals) return [stranger(`everybody but ${id}`)];
  if (kind === 'Service') return isServiceOfAws(id) ? [] : [stranger(id)];
  if (kind === 'Federated') return webIdentityFindings(context, role, statement, id);
  if (id === '*') return [stranger('anyone')];
  const isKnown = (arn: string): boolean => deployers.has(arn) || isOfSameOwner(context, role.stack, arn);
  const account = ROOT.exec(id);
  if (!account) return isKnown(id) ? [] : [stranger(id)];
  const pinned = statement.conditions
    .filter(({ operator, key }) => ['ArnEquals', 'StringEquals'].includes(operator) && /^aws:PrincipalArn$/i.test(key))
    .flatMap(({ values }) => values);
  if (!pinned.length) return [finding('trust-account', role, { label, principal: account[1] ?? account[2] ?? id })];
  return pinned.filter((arn) => !isKnown(arn)).map(stranger);
}

/** True for a role of the owner of a stack: a tenant, in whichever account, or the central account and its VPCs. */
export function isOfSameOwner({ index, names }: GuardContext, stack: string, arn: string): boolean {
  const other = index.roleOf.get(arn);
  return other !== undefined && tenantOfStack(other.stack, names) === tenantOfStack(stack, names);
}

/** True for the name of a service of AWS. */
export function isServiceOfAws(id: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/.test(id);
}

function webIdentityFindings(
  { model }: GuardContext,
  role: IamRole,
  { conditions }: PolicyStatement,
  provider: string,
): readonly Finding[] {
  if (!isOfOwnCluster(model, role, provider)) {
    return [finding('trust-stranger', role, { label: role.label, principal: provider })];
  }
  return ['aud', 'sub'].flatMap((claim) => {
    const pinned = conditions.some(
      ({ operator, key, values }) =>
        operator === 'StringEquals' && key.endsWith(`:${claim}`) && values.every((value) => !value.includes('*')),
    );
    return pinned ? [] : [finding('trust-web-identity', role, { label: role.label, missing: claim })];
  });
}

/** A provider of identities takes the tokens of whoever runs its issuer: here a cluster of the role's own stack. */
function isOfOwnCluster({ resources }: NetworkModel, { stack }: IamRole, provider: string): boolean {
  const key = /^\$\{(.+\/aws_iam_openid_connect_provider\..+)\.arn\}$/.exec(provider)?.[1] ?? '';
  const issuer = resources.get(key)?.body['url'];
  return (
    key.startsWith(`${stack}/`) &&
    issuer instanceof Reference &&
    issuer.stack === stack &&
    issuer.address.startsWith('aws_eks_cluster.')
  );
}

function isExactArn(id: string): boolean {
  return /^arn:aws:iam::\d{12}:(role|user)\/[^*?]+$/.test(id);
}
