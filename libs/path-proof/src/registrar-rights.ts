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

/**
 * What a tenant may do in the central account concerns its own parameter and the proof of its own names only; a direct
 * tenant also keeps the A records of its hosts.
 */
export function registrarFindings({ model, index }: GuardContext, tenant: Tenant): readonly Finding[] {
  const certificates = [...model.certificates.values()].filter(({ stack }) => stack === `${tenant.name}-ingress`);
  const own = new Set([...tenant.hosts, ...certificates.flatMap(({ names }) => names)]);
  const policies = (index.rolesIn.get(`${tenant.name}-registration`) ?? []).flatMap((role) => role.policies);
  return policies.flatMap(({ document, ...at }) =>
    (document?.statements ?? [])
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((statement) => [
        ...(allows(statement, 'route53:ChangeResourceRecordSets') ? nameFindings(at, tenant, statement, own) : []),
        ...(allows(statement, 'ssm:PutParameter') ? parameterFindings(at, tenant, statement) : []),
      ]),
  );
}

type At = Parameters<typeof finding>[1];

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

function limitedTo(conditions: PolicyStatement['conditions'], name: string): readonly string[] {
  return conditions
    .filter(({ operator, key }) => /String(Like|Equals)$/.test(operator) && key.toLowerCase() === name)
    .flatMap(({ values }) => values);
}

function parameterFindings(
  at: At,
  { name: tenant, exposure }: Tenant,
  { resources }: PolicyStatement,
): readonly Finding[] {
  // A direct tenant publishes no endpoint service.
  const expected = exposure === 'direct' ? 'none' : serviceParameter(tenant);
  const foreign = resources.filter((resource) => !resource.endsWith(`:parameter/${expected}`));
  return foreign.length ? [finding('parameter-right', at, { tenant, parameters: foreign.join(', '), expected })] : [];
}

function allows({ actions, inverted }: PolicyStatement, action: string): boolean {
  const matches = actions.some((pattern) => globMatches(pattern.toLowerCase(), action.toLowerCase()));
  return inverted ? !matches : matches;
}
