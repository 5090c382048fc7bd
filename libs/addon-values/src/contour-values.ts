import type { MirroredImage } from '@central-ingress/addon-lock';
import type { TenantConfig } from '@central-ingress/config';
import { controllerPlace, POD_PORTS } from './controller-place';
import { IDLE_SECONDS } from './idle-timeout';
import type { KubernetesFields } from './kubernetes-value';
import { resources } from './resources';
import { zoneSpread } from './zone-spread';

/** The tenant and the images that its Contour runs. */
export interface ContourSettings {
  readonly tenant: TenantConfig;
  readonly contour: MirroredImage;
  readonly envoy: MirroredImage;
}

/** Days for which the certificates between Contour and Envoy hold: only an upgrade of the release makes new ones. */
const XDS_CERTIFICATE_DAYS = 1825;

/**
 * Values of the chart contour: Contour itself, which configures, and Envoy, which takes the requests. Envoy's Service
 * is for the inside only; what makes pods reachable stands beside it. The chart's certgen, init container and
 * shutdown manager all run the image of Contour.
 * @source projectcontour/helm-charts, contour 0.7.0, values.yaml; Contour 1.33, "Contour Configuration Reference"
 */
export function contourValues({ tenant, contour, envoy }: ContourSettings): KubernetesFields {
  const { service, ingressClass, podLabels } = controllerPlace({ ingressController: 'contour' });
  return {
    configInline: contourConfiguration(tenant),
    contour: {
      image: imageValues(contour),
      replicaCount: 2,
      pdb: { create: true, maxUnavailable: 1 },
      topologySpreadConstraints: zoneSpread({ ...podLabels, 'app.kubernetes.io/component': 'contour' }),
      resources: resources('100m', '256Mi'),
      ingressClass: { name: ingressClass, create: true, default: true },
      certgen: { certificateLifetime: XDS_CERTIFICATE_DAYS },
      extraArgs: tenant.proxyProtocolV2 ? ['--use-proxy-protocol'] : [],
    },
    envoy: {
      image: imageValues(envoy),
      kind: 'deployment',
      // One per zone at least: without cross-zone balancing an NLB address reaches the pods of its own zone only.
      replicaCount: tenant.availabilityZoneIds.length,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      pdb: { create: true, maxUnavailable: 1 },
      topologySpreadConstraints: zoneSpread(podLabels),
      containerPorts: { ...POD_PORTS },
      service: { name: service, type: 'ClusterIP', externalTrafficPolicy: '' },
      resources: resources('250m', '512Mi'),
      shutdownManager: { resources: resources('25m', '64Mi') },
      defaultInitContainers: { initConfig: { resources: resources('25m', '64Mi') } },
    },
  };
}

/** The chart puts registry and repository together again, and takes the digest before the tag. */
function imageValues({ registry, name, tag, digest }: MirroredImage): KubernetesFields {
  return { registry, repository: name, tag, digest: digest ?? '' };
}

function contourConfiguration({ exposure, inClusterTls }: TenantConfig): KubernetesFields {
  const fallback: KubernetesFields = inClusterTls
    ? { name: inClusterTls.secretName, namespace: controllerPlace({ ingressController: 'contour' }).namespace }
    : {};
  return {
    disablePermitInsecure: false,
    // The NLB names no host when it opens TLS, so Envoy shows this certificate to it.
    tls: { 'fallback-certificate': fallback },
    'accesslog-format': 'envoy',
    timeouts: { 'connection-idle-timeout': `${IDLE_SECONDS}s` },
    // The ALB is the one proxy whose entry in X-Forwarded-For is believed; in front of a direct NLB there is none.
    network: { 'num-trusted-hops': exposure.type === 'central' ? 1 : 0 },
  };
}
