import type { IngressController, TenantConfig } from '@central-ingress/config';

/** Where an ingress controller's pods are, and how they are found. */
export interface ControllerPlace {
  readonly namespace: string;
  /** Name of the Helm release; the charts put it into their labels. */
  readonly release: string;
  /** Service in front of the pods that take requests. */
  readonly service: string;
  readonly ingressClass: string;
  /** Labels of the pods that take requests, and of no others. */
  readonly podLabels: Readonly<Record<string, string>>;
}

const labels = (name: string, component: string) => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/instance': name,
  'app.kubernetes.io/component': component,
});

/** @source charts contour 0.7.0 and ingress-nginx 4.15.1, templates of Service and Deployment */
const PLACES: Readonly<Record<IngressController, ControllerPlace>> = {
  contour: {
    namespace: 'projectcontour',
    release: 'contour',
    service: 'envoy',
    ingressClass: 'contour',
    podLabels: labels('contour', 'envoy'),
  },
  nginx: {
    namespace: 'ingress-nginx',
    release: 'ingress-nginx',
    service: 'ingress-nginx-controller',
    ingressClass: 'nginx',
    podLabels: labels('ingress-nginx', 'controller'),
  },
};

/** Where the ingress controller of a tenant runs. */
export function controllerPlace({ ingressController }: Pick<TenantConfig, 'ingressController'>): ControllerPlace {
  return PLACES[ingressController];
}

/**
 * Ports on which the pods of every ingress controller take requests. They are the same for all, so that a tenant can
 * change its controller and keep its target group, whose port AWS cannot change. The names are those of the
 * containers' ports.
 */
export const POD_PORTS = { http: 8080, https: 8443 } as const;

/** Name of a pod port, which is also the name of the port of the controller's Service. */
export type PodPortName = keyof typeof POD_PORTS;

/** The pod port to which the NLB sends requests: plain HTTP, or TLS once more when the tenant asks for it. */
export function podPortName({ inClusterTls }: Pick<TenantConfig, 'inClusterTls'>): PodPortName {
  return inClusterTls ? 'https' : 'http';
}

/** Protocol in which the NLB sends requests to the pods: plain TCP, or TLS once more. */
export function podProtocol({ inClusterTls }: Pick<TenantConfig, 'inClusterTls'>): 'TCP' | 'TLS' {
  return inClusterTls ? 'TLS' : 'TCP';
}

/** Number of {@link podPortName}. */
export function podPort(tenant: Pick<TenantConfig, 'inClusterTls'>): number {
  return POD_PORTS[podPortName(tenant)];
}
