import type { TenantConfig } from '@central-ingress/config';
import { controllerPlace } from './controller-place';
import type { KubernetesFields } from './kubernetes-value';

/**
 * Lets HTTPProxies of every namespace be served with the fallback certificate, the one that Envoy shows to a client
 * that names no host. None is served with it that does not ask for it by `enableFallbackCertificate`.
 * @source Contour 1.33, "TLS Termination", "Fallback Certificate"
 */
export function certificateDelegation({ secretName }: NonNullable<TenantConfig['inClusterTls']>): KubernetesFields {
  return {
    apiVersion: 'projectcontour.io/v1',
    kind: 'TLSCertificateDelegation',
    metadata: { name: 'in-cluster-tls', namespace: controllerPlace({ ingressController: 'contour' }).namespace },
    spec: { delegations: [{ secretName, targetNamespaces: ['*'] }] },
  };
}
