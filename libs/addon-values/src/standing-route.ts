import type { TenantConfig } from '@central-ingress/config';
import { controllerPlace } from './controller-place';
import type { KubernetesFields } from './kubernetes-value';

/** A host that nobody can ask for: the name is kept free for ever. @source RFC 2606 */
const HOST = 'standing-route.invalid';

/**
 * A route that is always there: Envoy opens its ports only once a host is configured on them. Without it the NLB finds
 * no pod of a new tenant healthy, and a rolling update, which waits for that, would not end. It answers 404, as Envoy
 * does for every host it does not know.
 * @source projectcontour/contour v1.33, internal/xdscache/v3/listener.go
 */
export function standingRoute({ inClusterTls }: Pick<TenantConfig, 'inClusterTls'>): KubernetesFields {
  const tls: KubernetesFields = inClusterTls
    ? { tls: { secretName: inClusterTls.secretName, enableFallbackCertificate: true } }
    : {};
  return {
    apiVersion: 'projectcontour.io/v1',
    kind: 'HTTPProxy',
    metadata: { name: 'standing-route', namespace: controllerPlace({ ingressController: 'contour' }).namespace },
    spec: {
      virtualhost: { fqdn: HOST, ...tls },
      routes: [{ conditions: [{ prefix: '/' }], directResponsePolicy: { statusCode: 404 } }],
    },
  };
}
