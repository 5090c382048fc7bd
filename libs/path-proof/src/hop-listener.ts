import type { Action, Listener, LoadBalancer } from '@central-ingress/network-model';
import { isModernTlsPolicy, proveCertificate } from './certificate-proof';
import { finding } from './finding';
import type { Finding } from './finding';
import { certificateCovers } from './names';
import { blocked, step } from './report';
import type { Step } from './report';
import { connectionStack } from './walk';
import type { Walk } from './walk';

/** The ALB ends HTTPS on 443 with a certificate for the host, redirects HTTP, and serves no host that nobody has. */
export function listenerHop(walk: Walk): Step {
  const { alb } = walk.trail;
  if (!alb) return blocked('listener', connectionStack(walk), 'there is no ALB');
  const listeners = walk.index.listenersOf.get(alb.key) ?? [];
  const listener = listeners.find(({ port }) => port === 443);
  if (!listener) {
    const list = listeners.map(({ protocol, port }) => `${protocol ?? 'HTTP'} ${port ?? '?'}`).join(', ') || 'nothing';
    const wrong = finding('listener-missing', listeners[0] ?? alb, { label: alb.label, listeners: list });
    return step('listener', listeners[0] ?? alb, 'no HTTPS', [wrong]);
  }
  walk.trail.listener = listener;
  const found = [...tlsFindings(walk, listener), ...redirectFindings(alb, listeners)];
  const [action] = listener.defaultActions;
  if (!isRefusal(action) || listener.defaultActions.length !== 1) {
    found.push(finding('listener-default', listener, { action: actionText(action) }));
  }
  return step('listener', listener, `HTTPS 443 with a certificate for ${walk.host}`, found);
}

function tlsFindings({ host, model }: Walk, listener: Listener): Finding[] {
  const { protocol, sslPolicy } = listener;
  if (protocol !== 'HTTPS') return [finding('listener-protocol', listener, { protocol: protocol ?? 'HTTP' })];
  const found: Finding[] = [];
  if (!isModernTlsPolicy(sslPolicy)) {
    found.push(finding('listener-tls-policy', listener, { policy: sslPolicy ?? "AWS's default" }));
  }
  const certificates = listener.certificates.map((use) => ({ use, proof: proveCertificate(model, use) }));
  for (const { use, proof } of certificates) {
    const by = model.resources.get(use.by) ?? listener;
    if (!proof) found.push(finding('listener-certificate-unknown', by, { by: by.address }));
  }
  const covering = certificates.flatMap(({ proof }) =>
    proof?.names.some((name) => certificateCovers(name, host)) ? [proof] : [],
  );
  const given = listener.certificates.some(({ givenArn }) => givenArn);
  if (!covering.length && !given) {
    const names = certificates.flatMap(({ proof }) => proof?.names ?? []).join(', ') || 'nothing';
    found.push(finding('listener-certificate-missing', listener, { host, names }));
  }
  const best = covering.find(({ awaited, unproven }) => awaited && !unproven.length) ?? covering[0];
  if (best && !best.awaited) {
    found.push(finding('listener-certificate-pending', model.resources.get(best.use.by) ?? listener, { host }));
  } else {
    const at = (best?.use.validation ? model.resources.get(best.use.validation) : undefined) ?? listener;
    for (const name of best?.unproven ?? []) found.push(finding('listener-certificate-unproven', at, { name }));
  }
  return found;
}

function redirectFindings(alb: LoadBalancer, listeners: readonly Listener[]): readonly Finding[] {
  if (!listeners.some(({ port }) => port === 80)) return [finding('listener-http-missing', alb, { label: alb.label })];
  return listeners.flatMap((listener) => {
    const [action] = listener.defaultActions;
    if (listener.port !== 80) return [];
    if (action?.type === 'redirect' && action.protocol === 'HTTPS' && action.port === '443') return [];
    return [finding('listener-no-redirect', listener, { action: actionText(action) })];
  });
}

function isRefusal(action: Action | undefined): boolean {
  return action?.type === 'fixed-response' && action.statusCode.startsWith('4');
}

/** An action in words, e.g. `fixed-response 404`. */
export function actionText(action: Action | undefined): string {
  if (!action) return 'nothing';
  if (action.type === 'fixed-response') return `fixed-response ${action.statusCode}`;
  if (action.type === 'redirect') return `redirect to ${action.protocol} ${action.port}`;
  return action.type === 'other' ? action.name : `forward to ${action.targetGroups.length} target group(s)`;
}
