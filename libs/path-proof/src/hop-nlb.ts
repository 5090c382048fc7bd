import type { Listener, LoadBalancer } from '@central-ingress/network-model';
import { isModernTlsPolicy, proveCertificate } from './certificate-proof';
import { finding } from './finding';
import type { Finding } from './finding';
import { SERVICE_PORT } from './hop-target-group';
import { ruleText } from './reach';
import { blocked, step } from './report';
import type { Step } from './report';
import { all } from './walk';
import type { Walk } from './walk';

/** The service has one internal NLB, which takes PrivateLink traffic and nothing else. */
export function nlbHop(walk: Walk): Step {
  const { model, trail, tenant } = walk;
  const { service } = trail;
  if (!service) return blocked('nlb', `${tenant.name}-ingress`, 'there is no service');
  const balancers = all(model.loadBalancers, service.loadBalancers);
  const [nlb] = balancers;
  if (!nlb || balancers.length > 1) {
    const wrong = finding('nlb-missing', service, { label: service.label, count: balancers.length });
    return step('nlb', service, 'none', [wrong]);
  }
  trail.nlb = nlb;
  return step('nlb', nlb, `${nlb.label}, internal, PrivateLink only`, nlbFindings(walk, nlb));
}

function nlbFindings({ model, tenant }: Walk, nlb: LoadBalancer): readonly Finding[] {
  const { label } = nlb;
  if (nlb.kind !== 'network') return [finding('nlb-kind', nlb, { label, kind: nlb.kind })];
  const found: Finding[] = [];
  if (!nlb.internal) found.push(finding('nlb-public', nlb, { label }));
  if (nlb.account !== tenant.account) {
    found.push(finding('nlb-account', nlb, { label, got: nlb.account ?? 'unknown', expected: tenant.account }));
  }
  if (!nlb.securityGroups.length) found.push(finding('nlb-no-group', nlb, { label }));
  else if (nlb.enforcesPrivateLinkRules) found.push(finding('nlb-enforcement', nlb, { label }));
  if (!nlb.crossZone) found.push(finding('nlb-one-zone', nlb, { label }));
  for (const rule of all(model.securityGroups, nlb.securityGroups).flatMap(({ ingress }) => ingress)) {
    found.push(finding('nlb-inbound', rule, { label, rule: ruleText(rule) }));
  }
  return found;
}

/** The NLB ends the ALB's TLS where the ALB sends it, with an issued certificate, and forwards to the pods. */
export function nlbListenerHop(walk: Walk): Step {
  const { index, trail, tenant } = walk;
  const { nlb } = trail;
  if (!nlb) return blocked('nlb-listener', `${tenant.name}-ingress`, 'there is no NLB');
  const port = trail.targetGroup?.port ?? SERVICE_PORT;
  const listeners = index.listenersOf.get(nlb.key) ?? [];
  const listener = listeners.find((candidate) => candidate.port === port);
  if (!listener) {
    const list = listeners.map((other) => `${other.protocol ?? '?'} ${other.port ?? '?'}`).join(', ') || 'nothing';
    const at = listeners[0] ?? nlb;
    return step('nlb-listener', at, 'none', [
      finding('nlb-listener-missing', at, { label: nlb.label, port, listeners: list }),
    ]);
  }
  trail.nlbListener = listener;
  const found = [...tlsFindings(walk, listener)];
  const [action] = listener.defaultActions;
  const [group, ...others] = action?.type === 'forward' ? action.targetGroups : [];
  if (!group || others.length) found.push(finding('nlb-listener-action', listener, { port }));
  else trail.pods = walk.model.targetGroups.get(group);
  return step('nlb-listener', listener, `TLS ${port} with an issued certificate`, found);
}

function tlsFindings({ model, tenant, hostOwners }: Walk, listener: Listener): readonly Finding[] {
  const { protocol = 'TCP', port = 0, sslPolicy } = listener;
  if (protocol !== 'TLS') return [finding('nlb-listener-protocol', listener, { port, protocol })];
  const found: Finding[] = [];
  if (!isModernTlsPolicy(sslPolicy)) {
    found.push(finding('nlb-listener-tls-policy', listener, { policy: sslPolicy ?? "AWS's default" }));
  }
  const [use] = listener.certificates;
  const proof = use ? proveCertificate(model, use) : undefined;
  if (!proof) return [...found, finding('nlb-certificate-missing', listener, {})];
  if (!proof.awaited) return [...found, finding('nlb-certificate-pending', listener, {})];
  const at = (proof.use.validation ? model.resources.get(proof.use.validation) : undefined) ?? listener;
  found.push(...proof.unproven.map((name) => finding('nlb-certificate-unproven', at, { name })));
  for (const name of proof.names) {
    const owners = hostOwners.get(name) ?? [];
    const [other] = owners;
    if (other && !owners.includes(tenant.name)) {
      found.push(finding('nlb-certificate-foreign', listener, { tenant: tenant.name, name, other }));
    }
  }
  return found;
}
