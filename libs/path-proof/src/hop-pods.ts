import type { LoadBalancer, TargetGroup } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { takesStatus } from './hop-target-group';
import { allowsTcp, liesIn, rulesOf, ruleText } from './reach';
import { blocked, step } from './report';
import type { Step } from './report';
import { all } from './walk';
import type { Walk } from './walk';

/** The NLB may speak to the pods on the port of its target group, wherever nodes run them. */
export function podsHop(walk: Walk): Step {
  const { pods, nlb } = walk.trail;
  if (!pods || !nlb) return blocked('pods', `${walk.tenant.name}-ingress`, 'the NLB leads nowhere');
  const found = [...groupFindings(walk, pods, nlb), ...reachFindings(walk, pods, nlb)];
  return step('pods', pods, `${pods.protocol ?? '?'} ${pods.port ?? '?'} to the subnets of the nodes`, found);
}

function groupFindings({ model, index, tenant }: Walk, pods: TargetGroup, nlb: LoadBalancer): readonly Finding[] {
  const { label, protocol = 'nothing', port = 0, healthCheck } = pods;
  const found: Finding[] = [];
  if (!['TCP', 'TLS'].includes(protocol)) found.push(finding('pods-protocol', pods, { label, protocol }));
  if (pods.targetType !== 'ip') found.push(finding('pods-type', pods, { label, type: pods.targetType }));
  if (all(model.subnets, nlb.subnets).some(({ vpc }) => vpc !== pods.vpc))
    found.push(finding('pods-vpc', pods, { label }));
  if (healthCheck.port !== 'traffic-port' && Number(healthCheck.port) !== port) {
    found.push(finding('pods-health-port', pods, { label, port: healthCheck.port, expected: port }));
  }
  found.push(...healthFindings(pods));
  for (const attachment of all(model.attachments, pods.attachments)) {
    const target = attachment.target?.type === 'fixed' ? attachment.target.id : 'an endpoint';
    found.push(finding('pods-fixed', attachment, { label, target }));
  }
  if (pods.proxyProtocolV2) {
    const [controller] = index.ingressControllersIn.get(`${tenant.name}-addons`) ?? [];
    if (controller && !controller.proxyProtocol) found.push(finding('pods-client-address', pods, { label }));
    const check = healthCheck.protocol ?? 'TCP';
    if (check !== 'TCP') found.push(finding('pods-health-protocol', pods, { label, protocol: check }));
  }
  return found;
}

/** Asked at its root by address, an ingress controller answers 404; a path of its own may answer 200. */
function healthFindings(pods: TargetGroup): readonly Finding[] {
  const { label, healthCheck } = pods;
  const { enabled, protocol = 'TCP', matcher = '200-399', path = '/' } = healthCheck;
  if (!enabled) return [finding('pods-health-off', pods, { label })];
  const fails = protocol !== 'TCP' && path === '/' && !takesStatus(matcher, 404);
  return fails ? [finding('pods-health-status', pods, { label, protocol, matcher })] : [];
}

function reachFindings({ model, index, tenant }: Walk, pods: TargetGroup, nlb: LoadBalancer): readonly Finding[] {
  const { port = 0 } = pods;
  const vpc = all(model.subnets, nlb.subnets)[0]?.vpc;
  const clusters = index.clustersIn.get(`${tenant.name}-cluster`) ?? [];
  const nodes = all(
    model.nodeGroups,
    clusters.flatMap(({ nodeGroups }) => nodeGroups),
  );
  const subnets = all(
    model.subnets,
    nodes.flatMap((group) => group.subnets),
  ).filter((subnet) => subnet.vpc === vpc);
  if (!subnets.length) return [finding('pods-no-nodes', pods, { tenant: tenant.name })];
  const groups = all(model.securityGroups, nlb.securityGroups);
  if (!groups.length) return [];
  const blocks = [...new Set(subnets.flatMap(({ cidr }) => cidr ?? []))];
  const { label } = nlb;
  const inVpc = model.vpcs.get(vpc ?? '')?.cidr ?? '';
  const far = rulesOf(groups, 'egress').filter(
    ({ protocol, fromPort, toPort, peer }) =>
      !(protocol === 'tcp' && fromPort === port && toPort === port) ||
      (peer.type === 'cidr' ? !liesIn(peer.cidr, inVpc) : peer.type === 'prefix-list'),
  );
  const found = far.map((rule) => finding('nlb-too-far', rule, { label, port, rule: ruleText(rule) }));
  const closed = blocks.filter((cidr) => !allowsTcp(rulesOf(groups, 'egress'), port, { groups: [], cidrs: [cidr] }));
  const [cidr] = closed;
  if (!cidr) return found;
  return [...found, finding('nlb-egress', groups[0] ?? nlb, { label, port, cidr: closed.join(', ') })];
}
