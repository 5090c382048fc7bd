import { textAt, valueAt } from './helm-releases';
import type { HelmRelease } from './helm-releases';
import type { Source } from './source';
import { isValueObject, Reference, textOf } from './value';
import type { ResourceKey, Value, ValueObject } from './value';

/** Pods of a Service that are kept registered in a target group, whether a chart or a manifest says it. */
export interface TargetGroupBinding {
  /** Resource that brings it into the cluster. */
  readonly key: ResourceKey;
  readonly stack: string;
  readonly address: string;
  readonly namespace?: string;
  /** Target group in the synthesized stacks. */
  readonly targetGroup?: ResourceKey;
  /** What it names as target group, as a person reads it. */
  readonly targetGroupText: string;
  /** `ip` or `instance`. */
  readonly targetType: string;
  /** Service with a port, by name or number, whose pods it registers. */
  readonly service?: { readonly name: string; readonly port: string };
  /** What it opens in the security group of the pods. */
  readonly opened: readonly OpenedPort[];
}

/** A port of the pods that is opened to a peer. */
export interface OpenedPort {
  /** Security group in the synthesized stacks. */
  readonly group?: ResourceKey;
  /** Who is let in, as a person reads it. */
  readonly peer: string;
  /** None: every port. */
  readonly port?: string;
}

const ARN_FIELDS = ['targetGroupARN', 'targetGroupArn'] as const;

/** Reads bindings of target groups from the values of charts and from manifests. */
export function readTargetGroupBindings(source: Source, releases: Iterable<HelmRelease>) {
  const places = [
    ...source.ofType('kubernetes_manifest').map(({ resource }) => ({ ...resource, held: resource.body['manifest'] })),
    ...[...releases].map((release) => ({ ...release, held: release.values as Value })),
  ];
  return places.flatMap(({ key, stack, address, held }) =>
    objectsWithArn(held).map(({ spec, object }): TargetGroupBinding => ({
      key,
      stack,
      address,
      ...bindingOf(spec, object),
    })),
  );
}

/** Every object that names a target group, with the Kubernetes object that holds it. */
function objectsWithArn(value: Value | undefined, holder?: ValueObject): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((item: Value) => objectsWithArn(item, holder));
  if (!isValueObject(value)) return [];
  if (ARN_FIELDS.some((name) => value[name] !== undefined)) return [{ spec: value, object: holder ?? value }];
  return Object.values(value).flatMap((field) => objectsWithArn(field, value));
}

interface Found {
  readonly spec: ValueObject;
  readonly object: ValueObject;
}

function bindingOf(spec: ValueObject, object: ValueObject) {
  const arn = ARN_FIELDS.map((name) => spec[name]).find((field) => field !== undefined);
  const targetGroup = keyOf(arn, 'arn');
  const namespace = textAt(object, 'metadata', 'namespace');
  const [name, port] = [textAt(spec, 'serviceRef', 'name'), textAt(spec, 'serviceRef', 'port')];
  return {
    ...(namespace ? { namespace } : {}),
    ...(targetGroup ? { targetGroup } : {}),
    targetGroupText: targetGroup ?? textOf(arn),
    targetType: textAt(spec, 'targetType') ?? 'ip',
    ...(name && port ? { service: { name, port } } : {}),
    opened: listOf(valueAt(spec, 'networking', 'ingress')).flatMap(openedBy),
  };
}

function openedBy(rule: Value): readonly OpenedPort[] {
  const ports = listOf(valueAt(rule, 'ports'));
  return listOf(valueAt(rule, 'from')).flatMap((from) => {
    const given = valueAt(from, 'securityGroup', 'groupID') ?? valueAt(from, 'ipBlock', 'cidr');
    const group = keyOf(given, 'id');
    const peer = { ...(group ? { group } : {}), peer: group ?? textOf(given) };
    if (!ports.length) return [peer];
    return ports.map((port) => ({ ...peer, port: textAt(port, 'port') ?? 'all' }));
  });
}

function keyOf(value: Value | undefined, attribute: string): ResourceKey | undefined {
  return value instanceof Reference && value.attribute === attribute ? value.key : undefined;
}

function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
