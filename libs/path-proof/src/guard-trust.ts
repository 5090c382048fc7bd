import type { IamRole, PolicyPrincipal, PolicyStatement } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext, WorldGuard } from './guard';
import { tenantOfStack } from './tenants';

const ROOT = /^(?:arn:aws:iam::(\d{12}):root|(\d{12}))$/;
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/;

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
  if (kind === 'Service') return SERVICE.test(id) ? [] : [stranger(id)];
  if (kind === 'Federated') return webIdentityFindings(role, statement, id, stranger);
  if (id === '*') return [stranger('anyone')];
  const isKnown = (arn: string): boolean => deployers.has(arn) || isOfSameOwner(context, role, arn);
  const account = ROOT.exec(id);
  if (!account) return isKnown(id) ? [] : [stranger(id)];
  const pinned = statement.conditions
    .filter(({ operator, key }) => ['ArnEquals', 'StringEquals'].includes(operator) && /^aws:PrincipalArn$/i.test(key))
    .flatMap(({ values }) => values);
  if (!pinned.length) return [finding('trust-account', role, { label, principal: account[1] ?? account[2] ?? id })];
  return pinned.filter((arn) => !isKnown(arn)).map(stranger);
}

/** Roles of one tenant, in whichever account, or of the central account and its internet VPCs. */
function isOfSameOwner({ index, names }: GuardContext, role: IamRole, arn: string): boolean {
  const other = index.roleOf.get(arn);
  return other !== undefined && tenantOfStack(other.stack, names) === tenantOfStack(role.stack, names);
}

function webIdentityFindings(
  role: IamRole,
  { conditions }: PolicyStatement,
  provider: string,
  stranger: (principal: string) => Finding,
): readonly Finding[] {
  if (!provider.startsWith(`\${${role.stack}/aws_iam_openid_connect_provider.`)) return [stranger(provider)];
  return ['aud', 'sub'].flatMap((claim) => {
    const pinned = conditions.some(
      ({ operator, key, values }) =>
        operator === 'StringEquals' && key.endsWith(`:${claim}`) && values.every((value) => !value.includes('*')),
    );
    return pinned ? [] : [finding('trust-web-identity', role, { label: role.label, missing: claim })];
  });
}

function isExactArn(id: string): boolean {
  return /^arn:aws:iam::\d{12}:(role|user)\/[^*?]+$/.test(id);
}
