import type { MirroredImage } from '@central-ingress/addon-lock';
import type { TenantConfig } from '@central-ingress/config';
import { controllerPlace } from './controller-place';
import type { KubernetesFields } from './kubernetes-value';
import { resources } from './resources';
import { zoneSpread } from './zone-spread';

/** The tenant and the image that answers with what it is asked. */
export interface SampleWorkloadSettings {
  readonly tenant: TenantConfig;
  readonly whoami: MirroredImage;
}

const NAME = 'whoami';
const PORT = 8080;
/** Namespace of the sample, apart from everything else so that it can be taken away whole. */
export const SAMPLE_NAMESPACE = 'sample';
/** Path that an HTTPProxy serves where one is possible; an Ingress serves `/`. */
const PROXY_PATH = '/httpproxy';

/**
 * A workload that answers each request with what it sees of it: host, path, the address it comes from and every
 * header, `X-Forwarded-*` among them. The first host of the tenant leads to it; with Contour through an HTTPProxy too,
 * which is the only way when TLS ends in the cluster, as Envoy serves a client that names no host by HTTPProxy alone.
 */
export function sampleWorkload(settings: SampleWorkloadSettings): readonly KubernetesFields[] {
  const { tenant } = settings;
  const host = tenant.exposure.hosts[0]?.name ?? '';
  const isContour = tenant.ingressController === 'contour';
  return [
    deployment(settings),
    service(),
    ...(isContour && tenant.inClusterTls ? [] : [ingress(tenant, host)]),
    ...(isContour ? [httpProxy(tenant, host)] : []),
  ];
}

function metadata(name = NAME): KubernetesFields {
  return { name, namespace: SAMPLE_NAMESPACE, labels: LABELS };
}

const LABELS = { 'app.kubernetes.io/name': NAME, 'app.kubernetes.io/part-of': 'sample' };

function deployment({ whoami }: SampleWorkloadSettings): KubernetesFields {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(),
    spec: {
      replicas: 2,
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels: LABELS },
        spec: {
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
          topologySpreadConstraints: zoneSpread(LABELS),
          containers: [
            {
              name: NAME,
              image: whoami.reference,
              args: ['--port', String(PORT)],
              ports: [{ name: 'http', containerPort: PORT }],
              readinessProbe: { httpGet: { path: '/health', port: 'http' } },
              resources: resources('10m', '32Mi'),
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      },
    },
  };
}

function service(): KubernetesFields {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(),
    spec: { type: 'ClusterIP', selector: LABELS, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  };
}

function ingress(tenant: TenantConfig, host: string): KubernetesFields {
  const backend = { service: { name: NAME, port: { name: 'http' } } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata(),
    spec: {
      ingressClassName: controllerPlace(tenant).ingressClass,
      rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
    },
  };
}

function httpProxy({ inClusterTls }: TenantConfig, host: string): KubernetesFields {
  const { namespace } = controllerPlace({ ingressController: 'contour' });
  const tls: KubernetesFields = inClusterTls
    ? { tls: { secretName: `${namespace}/${inClusterTls.secretName}`, enableFallbackCertificate: true } }
    : {};
  return {
    apiVersion: 'projectcontour.io/v1',
    kind: 'HTTPProxy',
    metadata: metadata(),
    spec: {
      virtualhost: { fqdn: host, ...tls },
      routes: [{ conditions: [{ prefix: inClusterTls ? '/' : PROXY_PATH }], services: [{ name: NAME, port: 80 }] }],
    },
  };
}
