import { flagAt, numberAt, textAt, valueAt } from './helm-releases';
import type { HelmRelease } from './helm-releases';
import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities } from './source';
import type { Value } from './value';

/** The ingress controller that a chart installs, with the pods that take requests. */
export interface IngressController extends Identity {
  readonly kind: 'contour' | 'nginx';
  readonly namespace?: string;
  /** Service that the chart itself puts before the pods. */
  readonly service: string;
  /** Type of that Service; `LoadBalancer` by the charts' default. */
  readonly serviceType: string;
  /** Labels of the pods that take requests. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** Ports of those pods by their names. */
  readonly podPorts: Readonly<Record<'http' | 'https', number>>;
  /** Ports of the Service in front of them, each with the name of the pods' port. */
  readonly servicePorts: Readonly<Record<'http' | 'https', number>>;
  /** Whether pods expect the proxy protocol. */
  readonly proxyProtocol: boolean;
  /** Proxies before the pods whose word on the client is believed. */
  readonly trustedHops: number;
  /** Secret with the certificate for clients that name no host. */
  readonly certificateSecret?: string;
}

/** @source projectcontour/helm-charts, contour 0.7.0, and kubernetes/ingress-nginx, chart 4.15.1, values.yaml */
const READERS: Readonly<Record<string, (release: HelmRelease) => IngressController>> = {
  contour: (release) => {
    const { values } = release;
    const config = valueAt(values, 'configInline');
    const secret = textAt(config, 'tls', 'fallback-certificate', 'name');
    return {
      ...placeOf(release),
      kind: 'contour',
      service: textAt(values, 'envoy', 'service', 'name') ?? `${release.name ?? 'contour'}-envoy`,
      serviceType: textAt(values, 'envoy', 'service', 'type') ?? 'LoadBalancer',
      podLabels: labelsOf(release, 'contour', 'envoy'),
      podPorts: portsOf(valueAt(values, 'envoy', 'containerPorts'), 8080, 8443),
      servicePorts: portsOf(valueAt(values, 'envoy', 'service', 'ports'), 80, 443),
      proxyProtocol: textsOf(valueAt(values, 'contour', 'extraArgs')).includes('--use-proxy-protocol'),
      trustedHops: numberAt(config, 'network', 'num-trusted-hops') ?? 0,
      ...(secret ? { certificateSecret: secret } : {}),
    };
  },
  'ingress-nginx': (release) => {
    const controller = valueAt(release.values, 'controller');
    const secret = textAt(controller, 'extraArgs', 'default-ssl-certificate');
    const name = release.name ?? 'ingress-nginx';
    return {
      ...placeOf(release),
      kind: 'nginx',
      service: `${name.includes('ingress-nginx') ? name : `${name}-ingress-nginx`}-controller`,
      serviceType: textAt(controller, 'service', 'type') ?? 'LoadBalancer',
      podLabels: labelsOf(release, 'ingress-nginx', 'controller'),
      podPorts: portsOf(valueAt(controller, 'containerPort'), 80, 443),
      servicePorts: portsOf(valueAt(controller, 'service', 'ports'), 80, 443),
      proxyProtocol: flagAt(false, controller, 'config', 'use-proxy-protocol'),
      trustedHops: flagAt(false, controller, 'config', 'use-forwarded-headers') ? 1 : 0,
      ...(secret ? { certificateSecret: secret } : {}),
    };
  },
};

/** Reads the ingress controllers among the releases, by the names of their charts. */
export function readIngressControllers(releases: Entities<HelmRelease>): Entities<IngressController> {
  return byKey([...releases.values()].flatMap((release) => READERS[release.chart ?? '']?.(release) ?? []));
}

function placeOf({ key, stack, address, account, region, label, namespace }: HelmRelease) {
  return { key, stack, address, account, region, label, ...(namespace ? { namespace } : {}) };
}

function labelsOf({ name = '' }: HelmRelease, chart: string, component: string) {
  return {
    'app.kubernetes.io/name': chart,
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/component': component,
  };
}

function portsOf(value: Value | undefined, http: number, https: number) {
  return { http: numberAt(value, 'http') ?? http, https: numberAt(value, 'https') ?? https };
}

function textsOf(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
