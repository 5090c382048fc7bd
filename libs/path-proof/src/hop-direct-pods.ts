import type { IngressController, KubernetesService, KubernetesServicePort } from '@central-ingress/network-model';
import { addonsStack, nodeSubnets, tlsPorts } from './direct-walk';
import type { DirectWalk } from './direct-walk';
import { finding } from './finding';
import type { Finding } from './finding';
import { blocked, step } from './report';
import type { Step } from './report';

/** The Service leads to the ingress controller's pods, in the protocol and with the client's address that they expect. */
export function directPodsHop(walk: DirectWalk): Step {
  const { index, tenant, trail } = walk;
  const { service } = trail;
  const stack = addonsStack(walk);
  if (!service) return blocked('pods', stack, 'there is no Service');
  const found: Finding[] = [];
  if (!nodeSubnets(walk, tenant).length) found.push(finding('direct-no-nodes', service, { tenant: tenant.name }));
  const [controller] = index.ingressControllersIn.get(stack) ?? [];
  if (!controller) {
    const wrong = finding('service-controller-missing', service, { tenant: tenant.name });
    return step('pods', service, 'none', [...found, wrong]);
  }
  trail.controller = controller;
  found.push(...placeFindings(service, controller));
  found.push(...service.ports.flatMap((port) => portFindings(service, controller, port)));
  found.push(...clientFindings(service, controller));
  const ports = new Set(service.ports.map(({ targetPort }) => targetPort));
  const says = `${controller.label} in ${controller.namespace ?? '?'}, port ${[...ports].join(' and ')}`;
  return step('pods', controller, says, found);
}

function placeFindings(service: KubernetesService, { namespace, podLabels }: IngressController): readonly Finding[] {
  const { label, selector } = service;
  const found: Finding[] = [];
  if (service.namespace !== namespace) {
    const values = { label, got: service.namespace ?? 'default', expected: namespace ?? 'default' };
    found.push(finding('service-namespace', service, values));
  }
  const isSame =
    Object.keys(selector).length > 0 && Object.entries(selector).every(([name, value]) => podLabels[name] === value);
  if (!isSame) {
    const values = { label, got: labelText(selector), expected: labelText(podLabels) };
    found.push(finding('service-selector', service, values));
  }
  return found;
}

/** Each port leads to a port of the pods, with TLS towards the pods exactly where they take TLS. */
function portFindings(
  service: KubernetesService,
  controller: IngressController,
  { port, targetPort }: KubernetesServicePort,
): readonly Finding[] {
  const { label, balancer } = service;
  const { podPorts } = controller;
  const name = (['http', 'https'] as const).find(
    (each) => targetPort === each || targetPort === String(podPorts[each]),
  );
  if (!name) {
    const opened = Object.entries(podPorts)
      .map(([each, number]) => `${each} ${number}`)
      .join(', ');
    return [finding('service-target-port', service, { port, label, target: targetPort, opened })];
  }
  // Without TLS at the NLB the client's own bytes reach the pods.
  if (!tlsPorts(service).includes(port)) return [];
  const got = ['ssl', 'tls'].includes(balancer['backend-protocol'] ?? '') ? 'TLS' : 'plain HTTP';
  const expected = name === 'https' ? 'TLS' : 'plain HTTP';
  if (got !== expected) {
    return [finding('service-tls', service, { port, label, got, target: name, expected })];
  }
  const lacks = expected === 'TLS' && !controller.certificateSecret;
  return lacks ? [finding('service-no-certificate', controller, {})] : [];
}

/** Pods learn the client's address from the connection or from the proxy protocol, and from nothing a client writes. */
function clientFindings(service: KubernetesService, controller: IngressController): readonly Finding[] {
  const { label, balancer } = service;
  const found: Finding[] = [];
  const sends = balancer['proxy-protocol'] === '*';
  if (sends !== controller.proxyProtocol) {
    const values = {
      nlb: sends ? 'sends' : 'does not send',
      controller: controller.proxyProtocol ? 'expects it' : 'does not expect it',
    };
    found.push(finding('service-proxy-protocol', service, values));
  }
  const keeps = (balancer['target-group-attributes'] ?? '').includes('preserve_client_ip.enabled=true');
  if (!keeps && !sends) found.push(finding('service-client-address', service, { label }));
  if (controller.trustedHops) {
    found.push(finding('service-trusted-hops', controller, { got: controller.trustedHops }));
  }
  return found;
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const texts = Object.entries(labels).map(([name, value]) => `${name.replace('app.kubernetes.io/', '')}=${value}`);
  return texts.join(', ') || 'nothing';
}
