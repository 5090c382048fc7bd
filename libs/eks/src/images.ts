import type { TenantConfig } from '@central-ingress/config';

/** Images that every cluster runs from its own repositories. */
const COMMON = ['aws-load-balancer-controller'];

/** Images of each ingress controller. */
const BY_CONTROLLER: Readonly<Record<TenantConfig['ingressController'], readonly string[]>> = {
  contour: ['contour', 'envoy'],
  nginx: ['ingress-nginx-controller'],
};

/** Names of the images that are mirrored for a tenant: a cluster without a way out pulls from its own account only. */
export function imagesOf(tenant: Pick<TenantConfig, 'ingressController'>): readonly string[] {
  return [...COMMON, ...BY_CONTROLLER[tenant.ingressController]];
}
