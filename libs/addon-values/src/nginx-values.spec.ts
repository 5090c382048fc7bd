import type { TenantConfig } from '@central-ingress/config';
import { exampleDirectTenant, exampleTenant } from '@central-ingress/fixtures';
import { EXAMPLE_DIGEST, EXAMPLE_REGISTRY, exampleImage } from './example-images';
import { nginxValues } from './nginx-values';
import { zoneSpread } from './zone-spread';

const CENTRAL: TenantConfig = { ...exampleTenant(), ingressController: 'nginx' };
const DIRECT: TenantConfig = { ...exampleDirectTenant(), ingressController: 'nginx' };

function controllerOf(tenant: TenantConfig) {
  const central = tenant.exposure.type === 'central' ? { internetVpcCidr: '10.12.0.0/16' } : {};
  const { controller } = nginxValues({ tenant, controller: exampleImage('ingress-nginx-controller'), ...central });
  return controller as { config: object; extraArgs: object };
}

describe('nginxValues', () => {
  it('runs one pod per zone behind a Service for the inside, believing the ALB alone', () => {
    const labels = {
      'app.kubernetes.io/name': 'ingress-nginx',
      'app.kubernetes.io/instance': 'ingress-nginx',
      'app.kubernetes.io/component': 'controller',
    };
    expect(controllerOf(CENTRAL)).toEqual({
      image: {
        repository: `${EXAMPLE_REGISTRY}/acme-payments/ingress-nginx-controller`,
        tag: 'v1',
        digest: EXAMPLE_DIGEST,
      },
      replicaCount: 3,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      maxUnavailable: 1,
      topologySpreadConstraints: zoneSpread(labels),
      resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } },
      containerPort: { http: 8080, https: 8443 },
      extraArgs: { 'http-port': '8080', 'https-port': '8443' },
      service: { type: 'ClusterIP' },
      ingressClassResource: { name: 'nginx', default: true },
      admissionWebhooks: { enabled: false },
      config: {
        'keep-alive': '90',
        'use-proxy-protocol': 'false',
        'use-forwarded-headers': 'true',
        'proxy-real-ip-cidr': '10.11.0.0/16',
      },
    });
  });

  it('takes the certificate of the secret for hosts that have none', () => {
    const tenant = { ...CENTRAL, inClusterTls: { secretName: 'ingress-tls' } };
    expect(controllerOf(tenant)).toEqual({
      ...controllerOf(CENTRAL),
      extraArgs: {
        'http-port': '8080',
        'https-port': '8443',
        'default-ssl-certificate': 'ingress-nginx/ingress-tls',
      },
    });
  });

  it.each<[string, TenantConfig, object]>([
    [
      'believes the ALB behind the proxy protocol too',
      { ...CENTRAL, proxyProtocolV2: true },
      {
        'keep-alive': '90',
        'use-proxy-protocol': 'true',
        'use-forwarded-headers': 'true',
        'proxy-real-ip-cidr': '10.11.0.0/16,10.12.0.0/16',
      },
    ],
    [
      'believes nobody in front of a direct NLB, and redirects nothing that has been TLS',
      DIRECT,
      { 'keep-alive': '90', 'use-proxy-protocol': 'false', 'use-forwarded-headers': 'false', 'ssl-redirect': 'false' },
    ],
    [
      'redirects plain HTTP when TLS ends in the cluster of a direct tenant',
      { ...DIRECT, inClusterTls: { secretName: 'x' } },
      { 'keep-alive': '90', 'use-proxy-protocol': 'false', 'use-forwarded-headers': 'false' },
    ],
    [
      'takes the client from the proxy protocol of a direct NLB',
      { ...DIRECT, proxyProtocolV2: true },
      { 'keep-alive': '90', 'use-proxy-protocol': 'true', 'use-forwarded-headers': 'false', 'ssl-redirect': 'false' },
    ],
  ])('%s', (_, tenant, config) => {
    expect(controllerOf(tenant).config).toEqual(config);
  });
});
