import type { MirroredImage } from '@central-ingress/addon-lock';
import type { TenantConfig } from '@central-ingress/config';
import { controllerPlace, POD_PORTS } from './controller-place';
import { IDLE_SECONDS } from './idle-timeout';
import type { KubernetesFields } from './kubernetes-value';
import { resources } from './resources';
import { zoneSpread } from './zone-spread';

/** The tenant, the image that its ingress-nginx runs, and the addresses of the ALB in front. */
export interface NginxSettings {
  readonly tenant: TenantConfig;
  readonly controller: MirroredImage;
  /** CIDR of the internet VPC; a direct tenant has none. */
  readonly internetVpcCidr?: string;
}

/**
 * Values of the chart ingress-nginx. Its Service is for the inside only; what makes pods reachable stands beside it.
 * The admission webhook is off, as its certificate comes from an image of its own that only lives for a moment:
 * what is wrong in an Ingress shows in the controller's log instead.
 * @source kubernetes/ingress-nginx, chart 4.15.1, values.yaml; docs/user-guide/nginx-configuration/configmap.md
 */
export function nginxValues({ tenant, controller, internetVpcCidr }: NginxSettings): KubernetesFields {
  const { namespace, ingressClass, podLabels } = controllerPlace({ ingressController: 'nginx' });
  const certificate: KubernetesFields = tenant.inClusterTls
    ? { 'default-ssl-certificate': `${namespace}/${tenant.inClusterTls.secretName}` }
    : {};
  return {
    controller: {
      image: { repository: controller.repository, tag: controller.tag, digest: controller.digest ?? '' },
      // One per zone at least: without cross-zone balancing an NLB address reaches the pods of its own zone only.
      replicaCount: tenant.availabilityZoneIds.length,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      maxUnavailable: 1,
      topologySpreadConstraints: zoneSpread(podLabels),
      resources: resources('250m', '512Mi'),
      containerPort: { ...POD_PORTS },
      extraArgs: { 'http-port': String(POD_PORTS.http), 'https-port': String(POD_PORTS.https), ...certificate },
      service: { type: 'ClusterIP' },
      ingressClassResource: { name: ingressClass, default: true },
      admissionWebhooks: { enabled: false },
      config: nginxConfiguration(tenant, internetVpcCidr),
    },
  };
}

function nginxConfiguration(tenant: TenantConfig, internetVpcCidr: string | undefined): KubernetesFields {
  const isCentral = tenant.exposure.type === 'central';
  const trusted = [
    tenant.cidr,
    // By proxy protocol nginx knows the ALB's own address, and believes its header only when it is among these.
    ...(tenant.proxyProtocolV2 && internetVpcCidr ? [internetVpcCidr] : []),
  ];
  return {
    'keep-alive': String(IDLE_SECONDS),
    'use-proxy-protocol': String(tenant.proxyProtocolV2),
    // Behind the ALB the client's address is the last entry of X-Forwarded-For that no trusted proxy wrote; in front
    // of a direct NLB stands nobody whose headers could be believed.
    'use-forwarded-headers': String(isCentral),
    ...(isCentral ? { 'proxy-real-ip-cidr': trusted.join(',') } : {}),
    // A direct NLB that has ended TLS does not say so: nginx would redirect every request to where it comes from.
    ...(isCentral || tenant.inClusterTls ? {} : { 'ssl-redirect': 'false' }),
  };
}
