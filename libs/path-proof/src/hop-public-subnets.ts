import type { Subnet } from '@central-ingress/network-model';
import { addonsStack, nodeSubnets } from './direct-walk';
import type { DirectWalk } from './direct-walk';
import { finding } from './finding';
import type { Finding } from './finding';
import { blocked, step } from './report';
import type { Step } from './report';
import { all } from './walk';

/** The NLB lies in public subnets of the nodes' VPC, one per AZ, and no node runs there. */
export function publicSubnetsHop(walk: DirectWalk): Step {
  const { model, trail, tenant } = walk;
  const { service } = trail;
  if (!service) return blocked('public-subnets', addonsStack(walk), 'there is no Service');
  const subnets = all(model.subnets, service.subnets);
  if (!subnets.length) {
    const wrong = finding('subnets-none', service, { label: service.label });
    return step('public-subnets', service, 'none', [wrong]);
  }
  const nodes = nodeSubnets(walk, tenant);
  const found = [...subnets.flatMap((subnet) => subnetFindings(walk, subnet, nodes)), ...zoneFindings(subnets, nodes)];
  const zones = subnets.map(({ azId }) => azId ?? '?').join(', ');
  return step('public-subnets', subnets[0] ?? service, `${zones}, routed to the internet gateway`, found);
}

function subnetFindings({ model, index, tenant }: DirectWalk, subnet: Subnet, nodes: readonly Subnet[]) {
  const found: Finding[] = [];
  const { label } = subnet;
  if (nodes.some(({ vpc }) => vpc !== subnet.vpc)) {
    found.push(finding('subnet-vpc', subnet, { subnet: label, tenant: tenant.name }));
  }
  const gateways = (index.gatewaysOf.get(subnet.vpc ?? '') ?? []).filter(({ type }) => type === 'aws_internet_gateway');
  const routes = index.routeTableOf.get(subnet.key)?.routes ?? [];
  const leadsOut = routes.some(
    ({ destination, target }) => destination === '0.0.0.0/0' && gateways.some(({ key }) => key === target),
  );
  if (!leadsOut) found.push(finding('subnet-no-way-in', subnet, { subnet: label }));
  if (nodes.some(({ key }) => key === subnet.key)) {
    const groups = [...model.nodeGroups.values()];
    const at = groups.find((group) => group.subnets.includes(subnet.key)) ?? subnet;
    found.push(finding('subnet-of-nodes', at, { subnet: label }));
  }
  return found;
}

function zoneFindings(subnets: readonly Subnet[], nodes: readonly Subnet[]): readonly Finding[] {
  const found: Finding[] = [];
  const served = new Set<string>();
  for (const subnet of subnets) {
    const { azId, label } = subnet;
    if (!azId) found.push(finding('subnet-zone-unknown', subnet, { subnet: label }));
    else if (served.has(azId)) found.push(finding('subnet-zone-twice', subnet, { zone: azId }));
    else served.add(azId);
  }
  const missing = new Map(nodes.flatMap((node) => (node.azId && !served.has(node.azId) ? [[node.azId, node]] : [])));
  for (const [zone, node] of missing) found.push(finding('subnet-zone-missing', node, { zone }));
  return found;
}
