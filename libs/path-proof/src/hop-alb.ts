import type { LoadBalancer } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { logDeliveryFindings } from './log-delivery';
import { allowsTcp, ruleText, rulesOf } from './reach';
import { blocked, step } from './report';
import type { Step } from './report';
import { all, connectionStack } from './walk';
import type { Walk } from './walk';

/** Ports that clients on the internet use. */
export const PUBLIC_PORTS = [443, 80] as const;

/** The ALB is reached from the internet on its two ports, in two zones or more, and says who asked. */
export function albHop(walk: Walk): Step {
  const { model, trail, tenant, host } = walk;
  const fromRule = tenant.rules.map(({ listener }) =>
    listener ? model.listeners.get(listener)?.loadBalancer : undefined,
  );
  const key = trail.record?.alias?.loadBalancer ?? (trail.record ? undefined : fromRule[0]);
  const alb = key ? model.loadBalancers.get(key) : undefined;
  if (!alb) return blocked('alb', connectionStack(walk), 'neither the record nor a rule leads to a load balancer');
  if (alb.kind !== 'application') {
    const wrong = finding('alb-kind', alb, { host, label: alb.label, kind: alb.kind });
    return step('alb', alb, alb.label, [wrong]);
  }
  trail.alb = alb;
  return step('alb', alb, `${alb.label}, ports 443 and 80 from the internet`, albFindings(walk, alb));
}

function albFindings({ model, index }: Walk, alb: LoadBalancer): readonly Finding[] {
  const { label } = alb;
  const found: Finding[] = [];
  if (alb.internal) found.push(finding('alb-internal', alb, { label }));
  const subnets = all(model.subnets, alb.subnets);
  const zones = new Set(subnets.map(({ azId }) => azId));
  if (zones.size < 2) found.push(finding('alb-zones', alb, { label, count: zones.size }));
  for (const subnet of subnets) {
    const table = index.routeTableOf.get(subnet.key);
    const open = table?.routes.some(({ destination, target }) => {
      const gateway = target ? model.gateways.get(target) : undefined;
      return destination === '0.0.0.0/0' && gateway?.type === 'aws_internet_gateway' && gateway.vpc === subnet.vpc;
    });
    if (!open) found.push(finding('alb-no-way-in', table ?? subnet, { label, subnet: subnet.label }));
  }
  const wide = rulesOf(all(model.securityGroups, alb.securityGroups), 'ingress').filter(
    ({ protocol, fromPort, toPort }) =>
      !(protocol === 'tcp' && fromPort === toPort && PUBLIC_PORTS.some((port) => port === fromPort)),
  );
  for (const rule of wide) found.push(finding('alb-too-open', rule, { label, rule: ruleText(rule) }));
  const ingress = rulesOf(all(model.securityGroups, alb.securityGroups), 'ingress');
  for (const port of PUBLIC_PORTS) {
    const everyone = { groups: [], cidrs: ['0.0.0.0/0'] };
    if (!allowsTcp(ingress, port, everyone)) found.push(finding('alb-port-closed', alb, { label, port }));
  }
  if (!alb.dropsInvalidHeaders) found.push(finding('alb-headers', alb, { label }));
  if (alb.forwardedFor !== 'append') found.push(finding('alb-client-address', alb, { label, mode: alb.forwardedFor }));
  return [...found, ...logDeliveryFindings(model, alb)];
}
