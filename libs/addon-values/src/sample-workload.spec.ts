import type { TenantConfig } from '@central-ingress/config';
import { exampleTenant } from '@central-ingress/fixtures';
import { certificateDelegation } from './certificate-delegation';
import { EXAMPLE_DIGEST, EXAMPLE_REGISTRY, exampleImage } from './example-images';
import { sampleWorkload } from './sample-workload';
import { zoneSpread } from './zone-spread';

const HOST = 'payments.apps.example.com';
const LABELS = { 'app.kubernetes.io/name': 'whoami', 'app.kubernetes.io/part-of': 'sample' };
const metadata = { name: 'whoami', namespace: 'sample', labels: LABELS };

function objects(change: Partial<TenantConfig> = {}) {
  return sampleWorkload({ tenant: { ...exampleTenant(), ...change }, whoami: exampleImage('whoami') });
}

const DEPLOYMENT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata,
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
            name: 'whoami',
            image: `${EXAMPLE_REGISTRY}/acme-payments/whoami@${EXAMPLE_DIGEST}`,
            args: ['--port', '8080'],
            ports: [{ name: 'http', containerPort: 8080 }],
            readinessProbe: { httpGet: { path: '/health', port: 'http' } },
            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '32Mi' } },
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
const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata,
  spec: { type: 'ClusterIP', selector: LABELS, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
};
const ingress = (ingressClassName: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata,
  spec: {
    ingressClassName,
    rules: [
      {
        host: HOST,
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'whoami', port: { name: 'http' } } } }],
        },
      },
    ],
  },
});
const httpProxy = (virtualhost: object, prefix: string) => ({
  apiVersion: 'projectcontour.io/v1',
  kind: 'HTTPProxy',
  metadata,
  spec: { virtualhost, routes: [{ conditions: [{ prefix }], services: [{ name: 'whoami', port: 80 }] }] },
});

describe('sampleWorkload', () => {
  it('is reached through an Ingress and, with Contour, through an HTTPProxy', () => {
    expect(objects()).toEqual([DEPLOYMENT, SERVICE, ingress('contour'), httpProxy({ fqdn: HOST }, '/httpproxy')]);
  });

  it('is reached through an Ingress with nginx, whether TLS ends in the cluster or not', () => {
    expect(objects({ ingressController: 'nginx' })).toEqual([DEPLOYMENT, SERVICE, ingress('nginx')]);
    expect(objects({ ingressController: 'nginx', inClusterTls: { secretName: 'ingress-tls' } })).toEqual(
      objects({ ingressController: 'nginx' }),
    );
  });

  it('is reached through an HTTPProxy with the fallback certificate when TLS ends in Envoy', () => {
    const tls = { secretName: 'projectcontour/ingress-tls', enableFallbackCertificate: true };
    expect(objects({ inClusterTls: { secretName: 'ingress-tls' } })).toEqual([
      DEPLOYMENT,
      SERVICE,
      httpProxy({ fqdn: HOST, tls }, '/'),
    ]);
  });
});

describe('certificateDelegation', () => {
  it('lets every namespace ask for the one secret', () => {
    expect(certificateDelegation({ secretName: 'ingress-tls' })).toEqual({
      apiVersion: 'projectcontour.io/v1',
      kind: 'TLSCertificateDelegation',
      metadata: { name: 'in-cluster-tls', namespace: 'projectcontour' },
      spec: { delegations: [{ secretName: 'ingress-tls', targetNamespaces: ['*'] }] },
    });
  });
});
