import type { DirectWalk } from './direct-walk';
import { finding } from './finding';
import type { Finding } from './finding';
import { recordFindings } from './record-proof';
import { step } from './report';
import type { Step } from './report';

/** The host's name leads to the tenant's own NLB, by one alias record in its own public zone. */
export function directRecordHop(walk: DirectWalk): Step {
  const { host, index, tenant, model, trail } = walk;
  const [record] = index.recordsOf.get(host) ?? [];
  if (!record) {
    const at = { stack: `${tenant.name}-dns`, address: 'aws_route53_record' };
    return step('record', at, 'no record', [finding('direct-record-missing', at, { host, tenant: tenant.name })]);
  }
  trail.record = record;
  const found: Finding[] = [...recordFindings(walk, record)];
  const target = record.alias?.loadBalancer ?? '';
  const balancer = model.foundLoadBalancers.get(target);
  trail.nlbName = balancer?.name;
  if (!balancer?.name) found.push(finding('direct-record-no-alias', record, { host }));
  else if (record.alias?.zoneOf !== target) {
    found.push(finding('record-alias-zone', record, { host, loadBalancer: balancer.name }));
  }
  if (balancer && balancer.account !== tenant.account) {
    const values = { host, got: balancer.account ?? 'unknown', expected: tenant.account };
    found.push(finding('direct-record-account', balancer, values));
  }
  const zone = record.zone ? model.hostedZones.get(record.zone)?.name : undefined;
  return step('record', record, `alias of ${balancer?.name ?? '?'} in ${zone ?? '?'}`, found);
}
