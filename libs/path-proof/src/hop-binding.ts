import type { IngressController, LoadBalancer, TargetGroup, TargetGroupBinding } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { mayInCluster } from './pod-rights';
import { blocked, step, unproven } from './report';
import type { Step } from './report';
import type { Walk } from './walk';

/** The ALB is the one proxy before the pods of a central tenant. */
const HOPS_BEFORE_PODS = 1;

/**
 * A TargetGroupBinding of the addons stack registers the ingress controller's pods, on the port and in the protocol in
 * which the NLB speaks to them.
 */
export function bindingHop(walk: Walk): Step {
  const { model, index, trail, tenant } = walk;
  const { pods, nlb } = trail;
  const stack = `${tenant.name}-addons`;
  if (!pods || !nlb) return blocked('binding', stack, 'there is no target group for pods');
  if (!mayInCluster(walk, 'elasticloadbalancing:RegisterTargets', `:targetgroup/${pods.label}/`)) {
    return step('binding', pods, 'no right', [finding('binding-no-right', pods, { label: pods.label })]);
  }
  if (!model.stacks.has(stack)) {
    const what = `port ${pods.port ?? '?'}, registered by the addons stack, which is not synthesized`;
    return unproven('binding', pods, what);
  }
  const bindings = index.bindingsIn.get(stack) ?? [];
  const [binding, ...others] = bindings.filter(({ targetGroup }) => targetGroup === pods.key);
  if (!binding) return step('binding', { stack, address: 'TargetGroupBinding' }, 'none', missing(walk, pods));
  const found: Finding[] = others.map((other) => finding('binding-twice', other, { label: pods.label }));
  found.push(...bindingFindings(binding, pods, nlb));
  const [controller] = index.ingressControllersIn.get(stack) ?? [];
  if (!controller) found.push(finding('binding-controller-missing', binding, { tenant: tenant.name }));
  else found.push(...controllerFindings(binding, controller, pods));
  const { name = '?', port = '?' } = binding.service ?? {};
  return step('binding', binding, `Service ${name}:${port}`, found);
}

/** The bindings that there are, each of which leads elsewhere. */
function missing({ index, tenant }: Walk, pods: TargetGroup): readonly Finding[] {
  const stack = `${tenant.name}-addons`;
  const bindings = index.bindingsIn.get(stack) ?? [];
  if (!bindings.length) {
    return [finding('binding-missing', { stack, address: 'TargetGroupBinding' }, { label: pods.label })];
  }
  return bindings.map((binding) => {
    const values = { got: binding.targetGroupText, expected: pods.label, tenant: tenant.name };
    return finding('binding-target-group', binding, values);
  });
}

function bindingFindings(binding: TargetGroupBinding, pods: TargetGroup, nlb: LoadBalancer): readonly Finding[] {
  const found: Finding[] = [];
  const { targetType: type, service, opened } = binding;
  if (type !== 'ip') found.push(finding('binding-type', binding, { type }));
  if (!service) found.push(finding('binding-service', binding, {}));
  if (!opened.length) found.push(finding('binding-closed', binding, {}));
  for (const { group, peer, port } of opened) {
    if (!group || !nlb.securityGroups.includes(group)) {
      const expected = nlb.securityGroups.join(', ') || 'none';
      found.push(finding('binding-source', binding, { got: peer, expected }));
    }
    if (port === undefined || Number(port) === pods.port) continue;
    found.push(finding('binding-port', binding, { port, expected: pods.port ?? '?' }));
  }
  return found;
}

function controllerFindings(binding: TargetGroupBinding, controller: IngressController, pods: TargetGroup) {
  const found: Finding[] = [];
  const { service, namespace } = binding;
  const got = `${namespace ?? '?'}/${service?.name ?? '?'}`;
  const expected = `${controller.namespace ?? '?'}/${controller.service}`;
  if (service && got !== expected) found.push(finding('binding-other-service', binding, { got, expected }));
  if (service && got === expected) found.push(...portFindings(binding, controller, pods, service.port));
  if (controller.proxyProtocol && !pods.proxyProtocolV2) {
    found.push(finding('binding-proxy-protocol', controller, { label: pods.label }));
  }
  // nginx believes by networks, and takes the address before the trusted ones; Contour counts.
  if (controller.trustedHops !== HOPS_BEFORE_PODS) {
    found.push(finding('binding-trusted-hops', controller, { got: controller.trustedHops }));
  }
  return found;
}

/** The Service's port leads to the pods' port of the target group, and TLS is spoken where TLS is taken. */
function portFindings(
  binding: TargetGroupBinding,
  controller: IngressController,
  pods: TargetGroup,
  port: string,
): readonly Finding[] {
  const name = (['http', 'https'] as const).find(
    (each) => port === each || port === String(controller.servicePorts[each]),
  );
  const podPort = name ? controller.podPorts[name] : undefined;
  if (!podPort || podPort !== pods.port) {
    const values = { port, got: podPort ?? 'no port', expected: pods.port ?? '?' };
    return [finding('binding-service-port', binding, values)];
  }
  const { protocol = 'TCP' } = pods;
  const takes = name === 'https' ? 'TLS' : 'TCP';
  if (protocol !== takes) return [finding('binding-tls', binding, { protocol, port: podPort, expected: takes })];
  return takes === 'TLS' && !controller.certificateSecret ? [finding('binding-no-certificate', controller, {})] : [];
}
