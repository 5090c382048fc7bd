import { guardedUpdate, hasLoadBalancer, SERVICE_TYPE } from './guarded-update';
import type { ShownChange, ShownPlan } from './shown-plan';

/** What happens to a resource; `forget` takes it out of the state and lets it live on. */
export const CHANGE_KINDS = ['create', 'update', 'replace', 'destroy', 'forget'] as const;
/** One of {@link CHANGE_KINDS}. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One resource that a plan would change. It names attributes and holds none of their values, which can be secret. */
export interface PlannedChange {
  /** Terraform address, e.g. `aws_vpc.main`. */
  readonly address: string;
  /** Resource type, e.g. `aws_vpc`. */
  readonly type: string;
  readonly kind: ChangeKind;
  /** Terraform's own words, e.g. `["delete", "create"]` for a replacement that is gone in between. */
  readonly actions: readonly string[];
  /** Top-level attributes that differ; all of them when the resource is created or destroyed. */
  readonly attributes: readonly string[];
  /**
   * Attributes that force a replacement, e.g. `subnet_ids[0]`; else Terraform's reason, e.g. `tainted`. Of a guarded
   * update: what the cloud cannot change in place.
   */
  readonly replacedFor: readonly string[];
  /** AWS's word for the resource where losing it, or changing it so, breaks the request path, e.g. `ALB`. */
  readonly guarded?: string;
}

/** The changes of a plan, without reads and without what stays as it is. */
export function changesOf(plan: ShownPlan): readonly PlannedChange[] {
  return (plan.resource_changes ?? []).flatMap(plannedChange);
}

/**
 * What moved outside of Terraform: `update` for what differs, `destroy` for what is gone. A plan with `-refresh-only`
 * says so of every resource.
 */
export function driftOf(plan: ShownPlan): readonly PlannedChange[] {
  return (plan.resource_drift ?? [])
    .map((shown) => ({ ...shown, change: { ...shown.change, ...withoutEmpty(shown.change) } }))
    .flatMap(plannedChange)
    .filter(({ kind, attributes }) => kind === 'destroy' || attributes.length > 0);
}

function plannedChange(shown: ShownChange): readonly PlannedChange[] {
  const { address, type, mode = 'managed', change } = shown;
  const kind = kindOf(change.actions);
  if (mode !== 'managed' || kind === undefined) return [];
  const unchangeable = kind === 'update' ? guardedUpdate(shown) : [];
  const isLoss = kind === 'replace' || kind === 'destroy';
  const guarded = isLoss || unchangeable.length ? guardedWord(shown) : undefined;
  return [
    {
      address,
      type,
      kind,
      actions: change.actions,
      attributes: differing(change),
      replacedFor: kind === 'replace' ? reasonsOf(shown) : unchangeable,
      ...(guarded ? { guarded } : {}),
    },
  ];
}

/** Providers read back `{}` or `[]` what an apply left as `null`: nothing has moved then. */
function withoutEmpty({ before, after }: ShownChange['change']): Pick<ShownChange['change'], 'before' | 'after'> {
  return { before: before && dropEmpty(before), after: after && dropEmpty(after) };
}

function dropEmpty(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isEmpty = (value: unknown): boolean =>
    value === '' || (typeof value === 'object' && (value === null || Object.keys(value).length === 0));
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}

function kindOf(actions: readonly string[]): ChangeKind | undefined {
  if (actions.length > 1) return 'replace';
  return ({ create: 'create', update: 'update', delete: 'destroy', forget: 'forget' } as const)[actions[0] ?? ''];
}

const GUARDED_WORDS: Readonly<Record<string, (known: Readonly<Record<string, unknown>>) => string | undefined>> = {
  aws_lb: ({ load_balancer_type: type }) => (type === 'network' ? 'NLB' : 'ALB'),
  aws_vpc_endpoint_service: () => 'endpoint service',
  // A gateway endpoint is a route: replacing it moves no address.
  aws_vpc_endpoint: ({ vpc_endpoint_type: type }) => (type === 'Gateway' ? undefined : 'interface endpoint'),
  aws_eks_cluster: () => 'EKS cluster',
  aws_acm_certificate: () => 'certificate',
  aws_s3_bucket: () => 'S3 bucket',
  aws_route53_zone: () => 'hosted zone',
  [SERVICE_TYPE]: (known) => (hasLoadBalancer(known) ? 'Service with an NLB' : undefined),
};

/** Resource types that can hold something guarded. */
export const GUARDED_TYPES: readonly string[] = Object.keys(GUARDED_WORDS);

function guardedWord({ type, change }: ShownChange): string | undefined {
  const wordOf = GUARDED_WORDS[type];
  return wordOf?.(change.before ?? {}) ?? (change.after ? wordOf?.(change.after) : undefined);
}

function reasonsOf({ action_reason: reason = '', change }: ShownChange): readonly string[] {
  const paths = (change.replace_paths ?? []).map(renderPath);
  if (paths.length) return [...new Set(paths)];
  const word = { replace_because_tainted: 'tainted', replace_by_request: 'asked for', replace_by_triggers: 'trigger' };
  return [word[reason as keyof typeof word] ?? 'no reason given'];
}

function renderPath(path: readonly (string | number)[]): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i ? '.' : ''}${step}`)).join('');
}

function differing({ before, after, after_unknown: marks }: ShownChange['change']): readonly string[] {
  const unknown = typeof marks === 'object' ? marks : {};
  const names = [...new Set([before ?? {}, after ?? {}, unknown].flatMap(Object.keys))].sort();
  return names.filter((name) => isUnknown(unknown[name]) || canonical(before?.[name]) !== canonical(after?.[name]));
}

/** Terraform marks unknown parts with `true` inside the shape of the value. */
function isUnknown(mark: unknown): boolean {
  if (mark === true) return true;
  return typeof mark === 'object' && mark !== null && Object.values(mark).some(isUnknown);
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null);
}
