import type { LoadBalancer, Resource, TargetGroup, Value, ValueObject } from '@central-ingress/network-model';
import { Encoded, isValueObject, Reference, textOf } from '@central-ingress/network-model';
import { finding } from './finding';
import type { Finding } from './finding';
import { blocked, step, unproven } from './report';
import type { Step } from './report';
import type { Walk } from './walk';

const ARN_FIELDS = ['targetGroupARN', 'targetGroupArn'] as const;

/**
 * A TargetGroupBinding of the addons stack registers the pods of a Service. It is looked for in every value of that
 * stack, so it does not matter whether a chart or a manifest carries it.
 */
export function bindingHop(walk: Walk): Step {
  const { model, index, trail, tenant } = walk;
  const { pods, nlb } = trail;
  const stack = `${tenant.name}-addons`;
  if (!pods || !nlb) return blocked('binding', stack, 'there is no target group for pods');
  const rights = registrationFindings(walk, pods);
  if (rights.length) return step('binding', pods, 'no right', rights);
  if (!model.stacks.has(stack)) {
    return unproven(
      'binding',
      pods,
      `port ${pods.port ?? '?'}, registered by the addons stack, which is not synthesized`,
    );
  }
  for (const resource of index.resourcesIn.get(stack) ?? []) {
    const spec = bindingOf(resource.body, pods);
    if (spec) return step('binding', resource, bindingText(spec), bindingFindings(resource, spec, pods, nlb));
  }
  const at = { stack, address: 'TargetGroupBinding' };
  return step('binding', at, 'none', [finding('binding-missing', at, { label: pods.label })]);
}

/** Something in the cluster may register pods in the target group. */
function registrationFindings({ index, tenant }: Walk, pods: TargetGroup): readonly Finding[] {
  const arn = `:targetgroup/${pods.label}/`;
  const may = (index.rolesIn.get(`${tenant.name}-cluster`) ?? []).some(
    ({ trust, policies }) =>
      trust?.statements.some(({ actions }) => actions.includes('sts:AssumeRoleWithWebIdentity')) &&
      policies.some(({ document }) =>
        document?.statements.some(
          ({ effect, actions, resources }) =>
            effect === 'Allow' &&
            actions.includes('elasticloadbalancing:RegisterTargets') &&
            resources.some((resource) => resource === '*' || resource.includes(arn)),
        ),
      ),
  );
  return may ? [] : [finding('binding-no-right', pods, { label: pods.label })];
}

/** The object that names the target group, wherever it lies. */
function bindingOf(value: Value | undefined, pods: TargetGroup): ValueObject | undefined {
  if (value instanceof Encoded) return bindingOf(value.value, pods);
  if (Array.isArray(value)) return firstOf(value, pods);
  if (!isValueObject(value)) return undefined;
  const arn = ARN_FIELDS.map((name) => value[name]).find((field) => field !== undefined);
  if (arn instanceof Reference && arn.key === pods.key && arn.attribute === 'arn') return value;
  return firstOf(Object.values(value), pods);
}

function firstOf(values: readonly (Value | undefined)[], pods: TargetGroup): ValueObject | undefined {
  for (const value of values) {
    const found = bindingOf(value, pods);
    if (found) return found;
  }
  return undefined;
}

function bindingFindings(at: Resource, spec: ValueObject, pods: TargetGroup, nlb: LoadBalancer): readonly Finding[] {
  const found: Finding[] = [];
  const type = textOf(spec['targetType'] ?? 'ip');
  if (type !== 'ip') found.push(finding('binding-type', at, { type }));
  if (!serviceOf(spec)) found.push(finding('binding-service', at, {}));
  for (const source of objectsOf(field(spec, 'networking', 'ingress'))) {
    for (const from of objectsOf(source['from'])) {
      const group = field(from, 'securityGroup', 'groupID');
      if (!(group instanceof Reference) || !nlb.securityGroups.includes(group.key)) {
        const expected = nlb.securityGroups.join(', ') || 'none';
        found.push(finding('binding-source', at, { got: textOf(group), expected }));
      }
    }
    for (const { port } of objectsOf(source['ports'])) {
      if (port === undefined || Number(port) === pods.port) continue;
      found.push(finding('binding-port', at, { port: textOf(port), expected: pods.port ?? '?' }));
    }
  }
  return found;
}

function bindingText(spec: ValueObject): string {
  return `Service ${serviceOf(spec) ?? '?'}`;
}

function serviceOf(spec: ValueObject): string | undefined {
  const [name, port] = [field(spec, 'serviceRef', 'name'), field(spec, 'serviceRef', 'port')];
  return name === undefined || port === undefined ? undefined : `${textOf(name)}:${textOf(port)}`;
}

function field(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((at, name) => (isValueObject(at) ? at[name] : undefined), value);
}

function objectsOf(value: Value | undefined): readonly ValueObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isValueObject);
}
