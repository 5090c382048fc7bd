import type { IngressController, TenantConfig } from '@central-ingress/config';
import type { ChartName, ImageName } from './addon-lock';

const IMAGES: Readonly<Record<IngressController, readonly ImageName[]>> = {
  contour: ['contour', 'envoy'],
  nginx: ['ingress-nginx-controller'],
};

/** Name of the chart that installs each ingress controller. */
export const CONTROLLER_CHARTS: Readonly<Record<IngressController, ChartName>> = {
  contour: 'contour',
  nginx: 'ingress-nginx',
};

/** Names of the images that are mirrored for a tenant: a cluster without a way out pulls from its own account only. */
export function imagesOf(tenant: Pick<TenantConfig, 'ingressController' | 'sampleWorkload'>): readonly ImageName[] {
  return [
    'aws-load-balancer-controller',
    ...IMAGES[tenant.ingressController],
    ...(tenant.sampleWorkload ? (['whoami'] as const) : []),
  ];
}

/** Names of the published charts that are installed for a tenant, in their order. */
export function chartsOf(tenant: Pick<TenantConfig, 'ingressController'>): readonly ChartName[] {
  return ['aws-load-balancer-controller', CONTROLLER_CHARTS[tenant.ingressController]];
}
