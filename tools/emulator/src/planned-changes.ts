import { EMULATOR_DIFFERENCES, type EmulatorDifference } from './differences';

/** The part of `terraform show -json <plan>` that is read here. */
export interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Readonly<Record<string, unknown>> | null;
      readonly after: Readonly<Record<string, unknown>> | null;
      readonly after_unknown?: Readonly<Record<string, unknown>>;
    };
  }[];
}

/** One attribute that a plan changes. */
export interface PlannedChange {
  /** Resource address, e.g. `aws_lb.main`. */
  readonly address: string;
  readonly resource: string;
  /** Top-level attribute; `*` when the whole resource is created or destroyed. */
  readonly attribute: string;
  readonly actions: readonly string[];
}

/** Every attribute of a managed resource that a plan changes; empty for a plan without changes. */
export function plannedChanges(plan: PlanJson): readonly PlannedChange[] {
  const changes = (plan.resource_changes ?? []).filter(
    ({ mode, change }) => mode === 'managed' && !change.actions.every((action) => action === 'no-op'),
  );
  return changes.flatMap(({ address, type: resource, change: { actions, before, after, after_unknown = {} } }) => {
    if (!before || !after) return [{ address, resource, attribute: '*', actions }];
    const attributes = new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(after_unknown)]);
    return [...attributes]
      .filter((name) => hasUnknown(after_unknown[name]) || JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((attribute) => ({ address, resource, attribute, actions }));
  });
}

/** Terraform gives the shape of a known value too, with nothing in it that is true. */
function hasUnknown(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasUnknown);
  return value === true;
}

/** The planned changes that no known difference explains. */
export function unexplainedChanges(
  plan: PlanJson,
  known: readonly EmulatorDifference[] = EMULATOR_DIFFERENCES,
): readonly PlannedChange[] {
  return plannedChanges(plan).filter(
    (change) =>
      !known.some(({ resource, attribute }) => resource === change.resource && attribute === change.attribute),
  );
}
