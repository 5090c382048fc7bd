import { finding } from './finding';
import type { Finding } from './finding';
import { blocked, step } from './report';
import type { Step } from './report';
import { all, connectionStack } from './walk';
import type { Walk } from './walk';

/** Every AZ of the endpoint is one of the NLB, by id. */
export function zonesHop(walk: Walk): Step {
  const { model, trail } = walk;
  const { endpoint, service } = trail;
  if (!endpoint || !service) return blocked('zones', connectionStack(walk), 'there is no service');
  const subnets = all(model.subnets, endpoint.subnets);
  const balancers = all(model.loadBalancers, service.loadBalancers);
  const served = all(
    model.subnets,
    balancers.flatMap((balancer) => balancer.subnets),
  );
  const found: Finding[] = [];
  const zones = new Set<string>();
  const ids = new Set(served.flatMap(({ azId }) => azId ?? []));
  for (const subnet of [...subnets, ...served]) {
    if (!subnet.azId) found.push(finding('zone-unknown', subnet, { subnet: subnet.label }));
  }
  for (const { azId: zone } of subnets) {
    if (!zone) continue;
    const { label } = endpoint;
    if (zones.has(zone)) found.push(finding('zone-twice', endpoint, { label, zone }));
    else if (balancers.length && !ids.has(zone)) {
      found.push(finding('zone-not-served', endpoint, { label, zone, served: [...ids].sort().join(', ') || 'none' }));
    }
    zones.add(zone);
  }
  return step('zones', endpoint, `${[...zones].sort().join(', ')} on both sides`, found);
}
