import type { KubernetesService } from '@central-ingress/network-model';
import { addonsStack } from './direct-walk';
import type { DirectWalk } from './direct-walk';
import { finding } from './finding';
import type { Finding } from './finding';
import { mayInCluster } from './pod-rights';
import { isEverywhere } from './reach';
import { blocked, step, unproven } from './report';
import type { Step } from './report';

/** Class of Services that the load balancer controller takes. @source its v3.5.0, docs/guide/service/nlb.md */
const CLASS = 'service.k8s.aws/nlb';
/** Annotations that the proof reads, or that change nothing of the way. */
const UNDERSTOOD = new Set([
  'additional-resource-tags',
  'attributes',
  'backend-protocol',
  'name',
  'nlb-target-type',
  'proxy-protocol',
  'scheme',
  'ssl-cert',
  'ssl-negotiation-policy',
  'ssl-ports',
  'subnets',
  'target-group-attributes',
  'type',
]);

/** One Service of the tenant makes the NLB that the record names, facing the internet, for those who may connect. */
export function nlbServiceHop(walk: DirectWalk): Step {
  const { model, index, tenant, trail } = walk;
  const stack = addonsStack(walk);
  const name = trail.nlbName;
  if (!name) return blocked('nlb-service', stack, 'the record leads to no load balancer');
  if (!model.stacks.has(stack)) {
    const at = trail.record ?? { stack, address: '' };
    return unproven('nlb-service', at, `${name}, made by the addons stack, which is not synthesized`);
  }
  const own = index.servicesIn.get(stack) ?? [];
  const service = own.find(({ balancer }) => balancer['name'] === name);
  if (!service) {
    const names = own.flatMap(({ balancer }) => balancer['name'] ?? []).join(', ') || 'none';
    const at = own[0] ?? { stack, address: 'kubernetes_service_v1' };
    return step('nlb-service', at, 'none', [finding('nlb-service-missing', at, { tenant: tenant.name, name, names })]);
  }
  trail.service = service;
  const found = [...twinFindings(walk, service, name), ...kindFindings(service), ...sourceFindings(service)];
  if (!mayInCluster(walk, 'elasticloadbalancing:CreateLoadBalancer', `:loadbalancer/net/${name}/`)) {
    found.push(finding('nlb-service-no-right', service, { name }));
  }
  const says = `${name} by the Service ${service.label}, for ${service.sourceRanges.join(', ')}`;
  return step('nlb-service', service, says, found);
}

function twinFindings({ model, index }: DirectWalk, service: KubernetesService, name: string): readonly Finding[] {
  // A Service lies in a cluster; its load balancer where the AWS provider of the stack leads.
  const placeOf = ({ stack }: KubernetesService): string => {
    const { account, region } = model.stacks.get(stack) ?? {};
    return `${account ?? '?'} ${region ?? '?'}`;
  };
  const twins = (index.servicesNamed.get(name) ?? []).filter((other) => placeOf(other) === placeOf(service));
  if (twins.length < 2) return [];
  const services = twins.map(({ key }) => key).join(', ');
  return [finding('nlb-service-twice', service, { name, services })];
}

function kindFindings(service: KubernetesService): Finding[] {
  const { label, serviceType: type, balancer, loadBalancerClass } = service;
  const found: Finding[] = [];
  if (type !== 'LoadBalancer') found.push(finding('nlb-service-type', service, { label, type }));
  const word = balancer['type'] ?? 'none';
  // A class decides alone where there is one.
  if (loadBalancerClass === undefined ? word !== 'external' : loadBalancerClass !== CLASS) {
    found.push(finding('nlb-service-class', service, { label, type: word, class: loadBalancerClass ?? 'none' }));
  }
  const scheme = balancer['scheme'] ?? 'internal';
  if (scheme !== 'internet-facing') found.push(finding('nlb-service-internal', service, { label, scheme }));
  const targets = balancer['nlb-target-type'] ?? 'instance';
  if (targets !== 'ip') found.push(finding('nlb-service-targets', service, { label, type: targets }));
  for (const name of Object.keys(balancer)) {
    if (!UNDERSTOOD.has(name)) found.push(finding('nlb-service-annotation', service, { name, label }));
  }
  return found;
}

/** Everybody may connect only where the tenant says so, and then nothing else is said. */
function sourceFindings(service: KubernetesService): readonly Finding[] {
  const { label, sourceRanges } = service;
  if (!sourceRanges.length) return [finding('nlb-service-open', service, { label })];
  const narrow = sourceRanges.filter((range) => !isEverywhere(range));
  if (!narrow.length || narrow.length === sourceRanges.length) return [];
  return [finding('nlb-service-source', service, { label, ranges: narrow.join(', ') })];
}
