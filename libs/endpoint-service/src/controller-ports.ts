import type { TenantConfig } from '@central-ingress/config';

/**
 * Port on which the pods of each ingress controller take plain HTTP.
 * @source chart contour 0.7.0, envoy.containerPorts; chart ingress-nginx, controller.containerPort
 */
const HTTP_PORT: Readonly<Record<TenantConfig['ingressController'], number>> = { contour: 8080, nginx: 80 };

/** Port of the ingress controller's pods to which the NLB, which ends TLS, sends plain HTTP. */
export function podPort(tenant: Pick<TenantConfig, 'ingressController'>): number {
  return HTTP_PORT[tenant.ingressController];
}
