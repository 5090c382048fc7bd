import type { PolicyStatement } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import type { GuardContext } from './guard';
import { serviceParameter } from './hop-endpoint';
import type { Tenant } from './tenants';

/** Condition key that limits the names of changed records. @source Route 53 Developer Guide, "Using IAM policy conditions" */
const RECORD_NAMES = 'route53:changeresourcerecordsetsnormalizedrecordnames';

/** What a tenant may do in the central account concerns its own parameter and the proof of its own names only. */
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

function nameFindings(at: At, tenant: Tenant, { conditions }: PolicyStatement, own: ReadonlySet<string>) {
  const limited = conditions
    .filter(({ operator, key }) => /String(Like|Equals)$/.test(operator) && key.toLowerCase() === RECORD_NAMES)
    .flatMap(({ values }) => values);
  // A validation record is one label, which ACM makes up, before the name that it proves.
  const foreign = limited.filter((name) => !own.has(name.replace(/^_[?*]+\./, '')));
  const names = limited.length ? foreign.join(', ') : 'of the whole zone';
  return limited.length && !foreign.length ? [] : [finding('dns-right', at, { tenant: tenant.name, names })];
}

function parameterFindings(at: At, { name: tenant }: Tenant, { resources }: PolicyStatement): readonly Finding[] {
  const expected = serviceParameter(tenant);
  const foreign = resources.filter((resource) => !resource.endsWith(`:parameter/${expected}`));
  return foreign.length ? [finding('parameter-right', at, { tenant, parameters: foreign.join(', '), expected })] : [];
}

function allows({ actions, inverted }: PolicyStatement, action: string): boolean {
  const matches = actions.some((pattern) => new RegExp(`^${pattern.replace(/[*]/g, '.*')}$`, 'i').test(action));
  return inverted ? !matches : matches;
}
