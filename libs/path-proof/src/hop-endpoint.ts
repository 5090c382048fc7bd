import { finding } from './finding';
import type { Finding } from './finding';
import { blocked, step } from './report';
import type { Step } from './report';
import { tenantOfStack } from './tenants';
import { connectionStack } from './walk';
import type { Walk } from './walk';

/** Parameter in the central account under which a tenant publishes its endpoint service. */
export function serviceParameter(tenant: string): string {
  return `vpces-service-name-${tenant}`;
}

/** The endpoint leads to the service that this tenant publishes, and to no other's. */
export function endpointHop(walk: Walk): Step {
  const { model, trail, tenant, tenants } = walk;
  const { endpoint } = trail;
  if (!endpoint) return blocked('endpoint', connectionStack(walk), 'the targets belong to no endpoint');
  const { label, kind, leadsTo } = endpoint;
  const expected = serviceParameter(tenant.name);
  const found: Finding[] = [];
  if (kind !== 'Interface') found.push(finding('endpoint-kind', endpoint, { label, kind }));
  const service = leadsTo?.type === 'endpoint-service' ? model.endpointServices.get(leadsTo.service) : undefined;
  if (!service || leadsTo?.type !== 'endpoint-service') {
    found.push(finding('endpoint-service-unknown', endpoint, { label, parameter: expected }));
    return step('endpoint', endpoint, 'no service', found);
  }
  trail.service = service;
  const parameter = model.parameters.get(leadsTo.via.at(-1) ?? '');
  if (parameter?.name !== expected) {
    const got = parameter?.name ?? 'no parameter';
    found.push(finding('endpoint-parameter', endpoint, { got, tenant: tenant.name, expected }));
  } else if (parameter.stack !== `${tenant.name}-ingress`) {
    const { stack } = parameter;
    found.push(finding('endpoint-parameter-writer', parameter, { parameter: expected, stack, tenant: tenant.name }));
  }
  const other = tenantOfStack(service.stack, tenants);
  if (other !== tenant.name) {
    const at = parameter?.name === expected ? parameter : endpoint;
    found.push(finding('endpoint-foreign-service', at, { tenant: tenant.name, other: other ?? service.stack }));
  }
  return step('endpoint', endpoint, `${service.label} by ${parameter?.name ?? '?'}`, found);
}

/** The service lets the role connect that creates the endpoint, at once, and nobody else. */
export function principalHop(walk: Walk): Step {
  const { endpoint, service } = walk.trail;
  if (!endpoint || !service) return blocked('principal', connectionStack(walk), 'there is no service');
  const { label, allowedPrincipals } = service;
  const expected = endpoint.createdBy ?? 'nobody';
  const found: Finding[] = [];
  if (service.acceptanceRequired) found.push(finding('acceptance-required', service, { label }));
  if (allowedPrincipals.includes('*')) found.push(finding('principal-anyone', service, { label, expected }));
  else if (!allowedPrincipals.includes(expected)) {
    const got = allowedPrincipals.join(', ') || 'nobody';
    found.push(finding('principal-wrong', service, { label, got, expected }));
  } else {
    for (const got of allowedPrincipals.filter((principal) => principal !== expected)) {
      found.push(finding('principal-extra', service, { label, got, expected }));
    }
    if (!walk.index.roleOf.has(expected)) found.push(finding('principal-no-role', service, { label, expected }));
  }
  return step('principal', service, `accepts ${expected} and nobody else`, found);
}
