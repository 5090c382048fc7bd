import type { TenantConfig } from '@central-ingress/config';
import { exampleDirectTenant, exampleTenant } from '@central-ingress/fixtures';
import { contourValues } from './contour-values';
import { EXAMPLE_DIGEST, EXAMPLE_REGISTRY, exampleImage } from './example-images';
import { zoneSpread } from './zone-spread';

function values(tenant: TenantConfig = exampleTenant(), digest: string | null = EXAMPLE_DIGEST) {
  return contourValues({ tenant, contour: exampleImage('contour', digest), envoy: exampleImage('envoy', digest) });
}

const CONFIGURATION = {
  disablePermitInsecure: false,
  tls: { 'fallback-certificate': {} },
  'accesslog-format': 'envoy',
  timeouts: { 'connection-idle-timeout': '90s' },
  network: { 'num-trusted-hops': 1 },
};
const LABELS = { 'app.kubernetes.io/name': 'contour', 'app.kubernetes.io/instance': 'contour' };
const image = (name: string) => ({
  registry: EXAMPLE_REGISTRY,
  repository: `acme-payments/${name}`,
  tag: 'v1',
  digest: EXAMPLE_DIGEST,
});

describe('contourValues', () => {
  it('runs one Envoy per zone behind a Service for the inside, believing the ALB alone', () => {
    expect(values()).toEqual({
      configInline: CONFIGURATION,
      contour: {
        image: image('contour'),
        replicaCount: 2,
        pdb: { create: true, maxUnavailable: 1 },
        topologySpreadConstraints: zoneSpread({ ...LABELS, 'app.kubernetes.io/component': 'contour' }),
        resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
        ingressClass: { name: 'contour', create: true, default: true },
        certgen: { certificateLifetime: 1825 },
        extraArgs: [],
      },
      envoy: {
        image: image('envoy'),
        kind: 'deployment',
        replicaCount: 3,
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        pdb: { create: true, maxUnavailable: 1 },
        topologySpreadConstraints: zoneSpread({ ...LABELS, 'app.kubernetes.io/component': 'envoy' }),
        containerPorts: { http: 8080, https: 8443 },
        service: { name: 'envoy', type: 'ClusterIP', externalTrafficPolicy: '' },
        resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } },
        shutdownManager: { resources: { requests: { cpu: '25m', memory: '64Mi' }, limits: { memory: '64Mi' } } },
        defaultInitContainers: {
          initConfig: { resources: { requests: { cpu: '25m', memory: '64Mi' }, limits: { memory: '64Mi' } } },
        },
      },
    });
  });

  it('believes nobody in front of a direct NLB', () => {
    expect(values(exampleDirectTenant())).toEqual({
      ...values(),
      configInline: { ...CONFIGURATION, network: { 'num-trusted-hops': 0 } },
    });
  });

  it('shows the certificate of the secret to an NLB that names no host', () => {
    expect(values({ ...exampleTenant(), inClusterTls: { secretName: 'ingress-tls' } })).toEqual({
      ...values(),
      configInline: {
        ...CONFIGURATION,
        tls: { 'fallback-certificate': { name: 'ingress-tls', namespace: 'projectcontour' } },
      },
    });
  });

  it('expects the proxy protocol when the NLB speaks it', () => {
    const { contour, ...rest } = values({ ...exampleTenant(), proxyProtocolV2: true });
    expect(rest).toEqual({ configInline: CONFIGURATION, envoy: values()['envoy'] });
    expect(contour).toEqual({ ...(values()['contour'] as object), extraArgs: ['--use-proxy-protocol'] });
  });

  it('names images by their tags while the lock has no digests', () => {
    const { contour, envoy } = values(exampleTenant(), null) as Record<string, { image: object }>;
    expect([contour?.image, envoy?.image]).toEqual([
      { ...image('contour'), digest: '' },
      { ...image('envoy'), digest: '' },
    ]);
  });
});
