import type { Endpoint, LoadBalancer } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { SERVICE_PORT } from './hop-target-group';
import { allowsTcp, liesIn, ruleText, rulesOf } from './reach';
import { blocked, step } from './report';
import type { Step } from './report';
import { all, connectionStack } from './walk';
import type { Walk } from './walk';

/**
 * The ALB may speak to the endpoint and the endpoint listens to the ALB alone; both lie in one VPC, whose local route
 * leads there and back. Security groups keep state, so answers need no rule of their own.
 */
export function albToEndpointHop(walk: Walk): Step {
  const { alb, endpoint } = walk.trail;
  if (!alb || !endpoint) return blocked('alb-to-endpoint', connectionStack(walk), 'an end is missing');
  const found = [...groupFindings(walk, alb, endpoint), ...routeFindings(walk, alb, endpoint)];
  return step(
    'alb-to-endpoint',
    endpoint,
    `TCP ${SERVICE_PORT} out of the ALB, in at the endpoint, local route`,
    found,
  );
}

function groupFindings({ model }: Walk, alb: LoadBalancer, endpoint: Endpoint): readonly Finding[] {
  const cidrsOf = (keys: readonly string[]) => all(model.subnets, keys).flatMap(({ cidr }) => cidr ?? []);
  const albSide = { groups: alb.securityGroups, cidrs: cidrsOf(alb.subnets) };
  const endpointSide = { groups: endpoint.securityGroups, cidrs: cidrsOf(endpoint.subnets) };
  const albGroups = all(model.securityGroups, alb.securityGroups);
  const endpointGroups = all(model.securityGroups, endpoint.securityGroups);
  const words = { port: SERVICE_PORT, alb: alb.label, endpoint: endpoint.label };
  const found: Finding[] = [];
  if (!allowsTcp(rulesOf(albGroups, 'egress'), SERVICE_PORT, endpointSide)) {
    found.push(finding('alb-egress', albGroups[0] ?? alb, words));
  }
  for (const rule of rulesOf(albGroups, 'egress')) {
    const isPort = rule.protocol === 'tcp' && rule.fromPort === SERVICE_PORT && rule.toPort === SERVICE_PORT;
    const { peer } = rule;
    const isEndpoint =
      (peer.type === 'group' && endpoint.securityGroups.includes(peer.group)) ||
      (peer.type === 'cidr' && liesIn(peer.cidr, model.vpcs.get(endpoint.vpc ?? '')?.cidr ?? ''));
    if (!isPort || !isEndpoint) found.push(finding('alb-too-far', rule, { ...words, rule: ruleText(rule) }));
  }
  const ingress = rulesOf(endpointGroups, 'ingress');
  if (!allowsTcp(ingress, SERVICE_PORT, albSide)) {
    found.push(finding('endpoint-ingress', endpointGroups[0] ?? endpoint, words));
  }
  for (const rule of ingress) {
    const { peer } = rule;
    const fromAlb =
      (peer.type === 'group' && alb.securityGroups.includes(peer.group)) ||
      (peer.type === 'cidr' && albSide.cidrs.some((cidr) => liesIn(peer.cidr, cidr)));
    const onePort = rule.protocol === 'tcp' && rule.fromPort === SERVICE_PORT && rule.toPort === SERVICE_PORT;
    if (!fromAlb || !onePort) {
      found.push(finding('endpoint-too-open', rule, { rule: ruleText(rule), port: SERVICE_PORT }));
    }
  }
  return found;
}

function routeFindings({ model, index }: Walk, alb: LoadBalancer, endpoint: Endpoint): readonly Finding[] {
  const subnets = all(model.subnets, [...alb.subnets, ...endpoint.subnets]);
  const vpc = endpoint.vpc ? model.vpcs.get(endpoint.vpc) : undefined;
  if (!vpc || subnets.some((subnet) => subnet.vpc !== vpc.key)) {
    return [finding('endpoint-vpc', endpoint, { endpoint: endpoint.label, alb: alb.label })];
  }
  const open = all(model.subnets, endpoint.subnets).flatMap((subnet) =>
    (index.routeTableOf.get(subnet.key)?.routes ?? []).map((route) =>
      finding('endpoint-public', route, { subnet: subnet.label, destination: route.destination }),
    ),
  );
  const tables = new Set(subnets.flatMap(({ key }) => index.routeTableOf.get(key) ?? []));
  const inside = [...tables].flatMap(({ routes }) =>
    routes
      .filter(({ destination }) => vpc.cidr !== undefined && liesIn(destination, vpc.cidr))
      .map((route) => finding('endpoint-route', route, { destination: route.destination, cidr: vpc.cidr ?? '' })),
  );
  return [...open, ...inside];
}
