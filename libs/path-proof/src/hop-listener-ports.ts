import type { KubernetesService } from '@central-ingress/network-model';
import { isModernTlsPolicy } from './certificate-proof';
import { addonsStack, tlsPorts } from './direct-walk';
import type { DirectWalk } from './direct-walk';
import { finding } from './finding';
import type { Finding } from './finding';
import { blocked, step } from './report';
import type { Step } from './report';

/** The NLB listens on the ports of the Service, and ends TLS where it listens. */
export function listenerPortsHop(walk: DirectWalk): Step {
  const { service } = walk.trail;
  if (!service) return blocked('listener-ports', addonsStack(walk), 'there is no Service');
  const tls = tlsPorts(service);
  const list = service.ports.map(({ port }) => `${tls.includes(port) ? 'TLS' : 'TCP'} ${port}`).join(', ');
  return step('listener-ports', service, list || 'none', [...portFindings(service), ...tlsFindings(service, tls)]);
}

function portFindings(service: KubernetesService): readonly Finding[] {
  const { label, ports } = service;
  if (!ports.length) return [finding('port-none', service, { label })];
  return ports.flatMap(({ port, protocol }, index) => [
    ...(ports.findIndex((other) => other.port === port) < index
      ? [finding('port-twice', service, { label, port })]
      : []),
    ...(protocol === 'TCP' ? [] : [finding('port-protocol', service, { label, port, protocol })]),
  ]);
}

function tlsFindings(service: KubernetesService, tls: readonly number[]): readonly Finding[] {
  const { label, ports, balancer } = service;
  const found: Finding[] = [];
  const listened = ports.map(({ port }) => port);
  for (const port of tls.filter((each) => !listened.includes(each))) {
    found.push(finding('port-not-listened', service, { label, port, ports: listened.join(', ') || 'nothing' }));
  }
  const policy = balancer['ssl-negotiation-policy'];
  if (tls.length && !isModernTlsPolicy(policy)) {
    found.push(finding('port-tls-policy', service, { policy: policy ?? "the load balancer controller's default" }));
  }
  return found;
}
