import type { PolicyStatement } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext } from './guard';
import { serviceParameter } from './hop-endpoint';
import { globMatches } from './names';
import type { Tenant } from './tenants';

/** Condition key that limits the names of changed records. @source Route 53 Developer Guide, "Using IAM policy conditions" */
const RECORD_NAMES = 'route53:changeresourcerecordsetsnormalizedrecordnames';

/** The same for the types of changed records. */
const RECORD_TYPES = 'route53:changeresourcerecordsetsrecordtypes';

const CHANGE_RECORDS = 'route53:ChangeResourceRecordSets';
const WRITE_PARAMETERS = [
  'ssm:AddTagsToResource',
  'ssm:DeleteParameter',
  'ssm:PutParameter',
  'ssm:RemoveTagsFromResource',
] as const;

/** Everything that the registrar role is for; what reads only needs no further limit. */
const DUTIES: ReadonlySet<string> = new Set([
  CHANGE_RECORDS,
  ...WRITE_PARAMETERS,
  'route53:GetChange',
  'route53:GetHostedZone',
  'route53:ListResourceRecordSets',
  'ssm:DescribeParameters',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:ListTagsForResource',
]);

/**
 * What a tenant may do in the central account concerns its own parameter and the proof of its own names only; a direct
 * tenant also keeps the A records of its hosts.
 */
export function registrarFindings({ model, index }: GuardContext, tenant: Tenant): readonly Finding[] {
  const certificates = [...model.certificates.values()].filter(({ stack }) => stack === `${tenant.name}-ingress`);
  const own = new Set([...tenant.hosts, ...certificates.flatMap(({ names }) => names)]);
  const policies = (index.rolesIn.get(`${tenant.name}-registration`) ?? []).flatMap((role) => role.policies);
  return policies.flatMap(({ document, attachedArn, ...at }) => {
    if (!document) return [finding('registrar-right', at, { tenant: tenant.name, actions: attachedArn ?? 'anything' })];
    return document.statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((statement) => [
        ...dutyFindings(at, tenant, statement),
        ...(allows(statement, CHANGE_RECORDS) ? nameFindings(at, tenant, statement, own) : []),
        ...(WRITE_PARAMETERS.some((action) => allows(statement, action))
          ? parameterFindings(at, tenant, statement)
          : []),
      ]);
  });
}

type At = Parameters<typeof finding>[1];

/** A pattern of actions is no duty: it may take in more than what is listed. */
function dutyFindings(at: At, { name: tenant }: Tenant, { actions, notActions }: PolicyStatement): readonly Finding[] {
  const others = notActions
    ? [`everything but ${actions.join(', ')}`]
    : actions.filter((action) => !DUTIES.has(action));
  return others.length ? [finding('registrar-right', at, { tenant, actions: others.join(', ') })] : [];
}

/** A validation record is one label, which ACM makes up, before the name that it proves. */
const VALIDATION_LABEL = /^_[?*]+\./;

function nameFindings(at: At, tenant: Tenant, { conditions }: PolicyStatement, own: ReadonlySet<string>) {
  const limited = limitedTo(conditions, RECORD_NAMES);
  const foreign = limited.filter((name) => !own.has(name.replace(VALIDATION_LABEL, '')));
  const names = limited.length ? foreign.join(', ') : 'of the whole zone';
  if (!limited.length || foreign.length) return [finding('dns-right', at, { tenant: tenant.name, names })];
  const types = limitedTo(conditions, RECORD_TYPES);
  const mayHaveHosts = tenant.exposure === 'direct';
  const isProof = types.join() === 'CNAME' && limited.every((name) => VALIDATION_LABEL.test(name));
  const isHosts = mayHaveHosts && types.join() === 'A' && limited.every((name) => own.has(name));
  if (isProof || isHosts) return [];
  const expected = mayHaveHosts ? 'CNAME of proofs, or A of hosts' : 'CNAME of proofs';
  const values = { tenant: tenant.name, types: types.join(', ') || 'all', names: limited.join(', '), expected };
  return [finding('dns-right-types', at, values)];
}

/** One request changes many records, and all of them must keep to the limit: one that does is not enough. */
const LIMITING = /^ForAllValues:String(Like|Equals)$/;

function limitedTo(conditions: PolicyStatement['conditions'], name: string): readonly string[] {
  return conditions
    .filter(({ operator, key }) => LIMITING.test(operator) && key.toLowerCase() === name)
    .flatMap(({ values }) => values);
}

function parameterFindings(
  at: At,
  { name: tenant, exposure }: Tenant,
  { resources, notResources }: PolicyStatement,
): readonly Finding[] {
  // A direct tenant publishes no endpoint service.
  const expected = exposure === 'direct' ? 'none' : serviceParameter(tenant);
  const foreign = notResources
    ? [`everything but ${resources.join(', ')}`]
    : resources.filter((resource) => !resource.endsWith(`:parameter/${expected}`));
  return foreign.length ? [finding('parameter-right', at, { tenant, parameters: foreign.join(', '), expected })] : [];
}

function allows({ actions, notActions }: PolicyStatement, action: string): boolean {
  const matches = actions.some((pattern) => globMatches(pattern.toLowerCase(), action.toLowerCase()));
  return notActions ? !matches : matches;
}
