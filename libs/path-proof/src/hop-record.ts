import { finding } from './finding';
import type { Finding } from './finding';
import { hostMatches } from './names';
import { recordFindings } from './record-proof';
import { step, unproven } from './report';
import type { Step } from './report';
import { connectionStack } from './walk';
import type { Walk } from './walk';

/** The host's name leads to a load balancer, by one alias record in its own public zone. */
export function recordHop(walk: Walk): Step {
  const { host, index, tenant } = walk;
  const records = index.recordsOf.get(host) ?? [];
  const missing = { stack: connectionStack(walk), address: 'aws_route53_record' };
  const [record] = records;
  if (!record) {
    if (isKeptElsewhere(walk) && !hasOwnCertificate(walk)) {
      return unproven('record', missing, 'its certificate is given: who owns the name points it at the ALB');
    }
    return step('record', missing, 'no record', [finding('record-missing', missing, { host, tenant: tenant.name })]);
  }
  walk.trail.record = record;
  const found: Finding[] = [...recordFindings(walk, record)];
  const zone = record.zone ? walk.model.hostedZones.get(record.zone) : undefined;
  const balancer = record.alias?.loadBalancer;
  const label = balancer ? (walk.model.loadBalancers.get(balancer)?.label ?? balancer) : '';
  if (!balancer) found.push(finding('record-no-alias', record, { host }));
  else if (record.alias?.zoneOf !== balancer) {
    found.push(finding('record-alias-zone', record, { host, loadBalancer: label }));
  }
  return step('record', record, `alias of ${label} in ${zone?.name ?? '?'}`, found);
}

/** True for a host that a certificate of the connection names: its zone is known, and its record the tenant's own. */
function hasOwnCertificate(walk: Walk): boolean {
  const stack = connectionStack(walk);
  const own = [...walk.model.certificates.values()].filter((certificate) => certificate.stack === stack);
  return own.some(({ names }) => names.includes(walk.host));
}

/**
 * True for a host of which a certificate may be given by ARN: its record is somebody else's, also where the wildcard of
 * the domain covers the host. Which of the hosts a given certificate is for does not lie in the JSON.
 */
function isKeptElsewhere({ host, model, tenant }: Walk): boolean {
  const rule = tenant.rules.find(({ conditions }) =>
    conditions.some(
      ({ field, ...rest }) =>
        field === 'host-header' && 'values' in rest && rest.values.some((value) => hostMatches(value, host)),
    ),
  );
  const listener = rule?.listener ? model.listeners.get(rule.listener) : undefined;
  const own = `${tenant.name}-connection/`;
  return listener?.certificates.some(({ givenArn, by }) => givenArn && by.startsWith(own)) ?? false;
}
