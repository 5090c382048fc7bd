import { certificateUseOf } from './certificates';
import type { CertificateUse } from './certificates';
import type { Fields } from './fields';
import { numberAt, textAt, valueAt } from './helm-releases';
import type { HelmRelease } from './helm-releases';
import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import { isValueObject, Reference, Template, textOf } from './value';
import type { ResourceKey, Value } from './value';

/** A Service of a cluster; one of type `LoadBalancer` has a load balancer that its annotations describe. */
export interface KubernetesService extends Identity {
  readonly name?: string;
  readonly namespace?: string;
  /** `ClusterIP`, `NodePort` or `LoadBalancer`. */
  readonly serviceType: string;
  readonly loadBalancerClass?: string;
  readonly ports: readonly KubernetesServicePort[];
  readonly selector: Readonly<Record<string, string>>;
  /** Networks that may connect; none: everybody. */
  readonly sourceRanges: readonly string[];
  /** What the annotations say of the load balancer, without their common prefix, e.g. `scheme`. */
  readonly balancer: Readonly<Record<string, string>>;
  /** Certificates of the listeners, the default one first. */
  readonly certificates: readonly CertificateUse[];
  /** Subnets that the load balancer lies in; none where it says none that is known. */
  readonly subnets: readonly ResourceKey[];
}

/** A Service, an Ingress or a Gateway with a load balancer that a chart or a manifest brings into a cluster. */
export interface ServiceObject {
  /** Resource that brings it. */
  readonly key: ResourceKey;
  readonly stack: string;
  readonly address: string;
  readonly kind: string;
  readonly name: string;
  /** What makes the load balancer: the type of a Service, the class of the others. */
  readonly by: string;
}

/** One port of a Service. */
export interface KubernetesServicePort {
  readonly name?: string;
  readonly port: number;
  /** Port of the pods, by name or number. */
  readonly targetPort: string;
  readonly protocol: string;
}

/** @source kubernetes-sigs/aws-load-balancer-controller v3.5.0, docs/guide/service/annotations.md */
const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';
const BALANCED_KINDS: readonly string[] = ['Service', 'Ingress', 'Gateway'];
const BALANCED_TYPE = 'LoadBalancer';
/** Class of the Ingresses of which the load balancer controller makes ALBs. */
const ALB_CLASS = 'alb';
const TYPES = ['kubernetes_service_v1', 'kubernetes_service'] as const;

/** Reads the Services that Terraform makes. */
export function readKubernetesServices(source: Source): Entities<KubernetesService> {
  return byKey(TYPES.flatMap((type) => source.ofType(type)).map(serviceOf));
}

function serviceOf(fields: Fields): KubernetesService {
  const metadata = fields.block('metadata');
  const spec = fields.block('spec');
  const balancer = balancerOf(metadata?.raw('annotations'));
  const name = metadata?.text('name');
  return {
    ...fields.identity(),
    label: name ?? fields.resource.label,
    name,
    namespace: metadata?.text('namespace'),
    serviceType: spec?.text('type') ?? 'ClusterIP',
    loadBalancerClass: spec?.text('load_balancer_class'),
    ports: spec?.blocks('port').map(portOf) ?? [],
    selector: textsOf(spec?.raw('selector')),
    sourceRanges: spec?.texts('load_balancer_source_ranges') ?? [],
    balancer: Object.fromEntries(Object.entries(balancer).map(([word, value]) => [word, textOf(value)])),
    certificates: listedIn(balancer['ssl-cert']).map((value) => certificateUseOf(fields.resource.key, value)),
    subnets: listedIn(balancer['subnets']).flatMap((value) => subnetOf(fields, value) ?? []),
  };
}

function subnetOf(fields: Fields, value: Value): ResourceKey | undefined {
  if (value instanceof Reference && value.address.startsWith('aws_subnet.')) return value.key;
  return fields.problem('metadata.annotations', value, 'expected subnets of the synthesized stacks');
}

function portOf(port: Fields): KubernetesServicePort {
  const body = port.body;
  const number = numberAt(body, 'port') ?? 0;
  const name = textAt(body, 'name');
  return {
    ...(name ? { name } : {}),
    port: number,
    targetPort: textAt(body, 'target_port') ?? String(number),
    protocol: textAt(body, 'protocol') ?? 'TCP',
  };
}

function balancerOf(annotations: Value | undefined): Readonly<Record<string, Value | undefined>> {
  return Object.fromEntries(
    Object.entries((annotations ?? {}) as Readonly<Record<string, Value>>).flatMap(([name, value]) =>
      name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value]] : [],
    ),
  );
}

function textsOf(value: Value | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys((value ?? {}) as object).map((name) => [name, textOf(valueAt(value, name))]));
}

/** The items of a text with commas between them, some of which are known later. */
function listedIn(value: Value | undefined): readonly Value[] {
  const parts = value instanceof Template ? value.parts : value === undefined ? [] : [value];
  return parts.flatMap((part): readonly Value[] =>
    typeof part === 'string'
      ? part
          .split(',')
          .map((item) => item.trim())
          .filter(Boolean)
      : part instanceof Template
        ? listedIn(part)
        : [part],
  );
}

/** Finds what gets a load balancer among the objects that charts and manifests bring. */
export function readServiceObjects(source: Source, releases: Iterable<HelmRelease>): readonly ServiceObject[] {
  const places = [
    ...source.ofType('kubernetes_manifest').map(({ resource }) => ({ ...resource, held: resource.body['manifest'] })),
    ...[...releases].map((release) => ({ ...release, held: release.values as Value })),
  ];
  return places.flatMap(({ key, stack, address, held }) =>
    balancedIn(held).map((found) => ({ key, stack, address, ...found })),
  );
}

function balancedIn(value: Value | undefined): readonly Pick<ServiceObject, 'kind' | 'name' | 'by'>[] {
  if (Array.isArray(value)) return value.flatMap((item: Value) => balancedIn(item));
  if (!isValueObject(value)) return [];
  const kind = textAt(value, 'kind') ?? '';
  if (!BALANCED_KINDS.includes(kind)) return Object.values(value).flatMap((field) => balancedIn(field));
  const by = balancedBy(kind, value);
  return by ? [{ kind, name: textAt(value, 'metadata', 'name') ?? '?', by }] : [];
}

/** An Ingress of another class is one of the ingress controller's; every Gateway is made outside of it. */
function balancedBy(kind: string, object: Value): string | undefined {
  if (kind === 'Gateway') return textAt(object, 'spec', 'gatewayClassName') ?? '?';
  if (kind === 'Service') return textAt(object, 'spec', 'type') === BALANCED_TYPE ? BALANCED_TYPE : undefined;
  const annotation = textAt(object, 'metadata', 'annotations', 'kubernetes.io/ingress.class');
  const named = textAt(object, 'spec', 'ingressClassName') ?? annotation;
  return named === ALB_CLASS ? ALB_CLASS : undefined;
}
