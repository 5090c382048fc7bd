import { NLB_IDENTITY_ANNOTATIONS } from '@central-ingress/addon-values';
import type { ShownChange } from './shown-plan';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of a Service that decide, beside its annotations, whether and by whom it has a load balancer. */
const IDENTITY_FIELDS = ['type', 'load_balancer_class'];

/** Terraform's type of a Kubernetes Service. */
export const SERVICE_TYPE = 'kubernetes_service_v1';

/** Whether a Service has, or would get, a load balancer. */
export function hasLoadBalancer(service: Fields | null): boolean {
  return first(service?.['spec'])['type'] === 'LoadBalancer';
}

/**
 * What an update would change of a Service that AWS cannot change on its NLB, e.g. `spec.type` or an annotation's name:
 * the load balancer controller then makes a second NLB, or leaves the first behind. Empty for every other update.
 * @source Contour guide "AWS Network Load Balancer TLS Termination with Contour", its note on existing Services;
 * kubernetes-sigs/aws-load-balancer-controller v3.5.0, docs/guide/service/annotations.md, "limitations"
 */
export function guardedUpdate({ type, change }: Pick<ShownChange, 'type' | 'change'>): readonly string[] {
  const { before, after } = change;
  if (type !== SERVICE_TYPE || !(hasLoadBalancer(before) || hasLoadBalancer(after))) return [];
  const [was, willBe] = [annotationsOf(before), annotationsOf(after)];
  const [old, young] = [first(before?.['spec']), first(after?.['spec'])];
  return [
    ...IDENTITY_FIELDS.filter((name) => differs(old[name], young[name])).map((name) => `spec.${name}`),
    ...NLB_IDENTITY_ANNOTATIONS.filter((name) => differs(was[name], willBe[name])),
  ];
}

function annotationsOf(service: Fields | null): Fields {
  return (first(service?.['metadata'])['annotations'] ?? {}) as Fields;
}

/** Terraform shows a block as a list of one. */
function first(block: unknown): Fields {
  return ((Array.isArray(block) ? block[0] : block) ?? {}) as Fields;
}

/** Terraform knows no text from an empty one. */
function differs(one: unknown, other: unknown): boolean {
  return (one || undefined) !== (other || undefined);
}
