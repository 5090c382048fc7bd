/** Before and after of one object, as Terraform shows it. */
export interface ShownChange {
  readonly address: string;
  readonly type: string;
  /** `data` for what is only read; absent means managed. */
  readonly mode?: string;
  /** Terraform's own reason, e.g. `replace_because_tainted`. */
  readonly action_reason?: string;
  readonly change: {
    /** Terraform's own words, e.g. `["delete", "create"]` for a replacement. */
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly after_unknown?: Readonly<Record<string, unknown>> | boolean;
    /** Paths of the attributes that force a replacement, e.g. `[["subnet_ids", 0]]`. */
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}

/** Objects of one module. */
export interface ShownModule {
  readonly resources?: readonly { readonly mode: string; readonly type: string }[];
  readonly child_modules?: readonly ShownModule[];
}

/**
 * The parts of a plan that a summary needs, as `terraform show -json` prints it.
 * @source Terraform, "JSON Output Format"
 */
export interface ShownPlan {
  readonly resource_changes?: readonly ShownChange[];
  /** What moved outside of Terraform since the last apply. */
  readonly resource_drift?: readonly ShownChange[];
  /** The state that the plan starts from; absent when there is none. */
  readonly prior_state?: { readonly values?: { readonly root_module?: ShownModule } };
}

/** True when the plan starts from a state that holds something Terraform manages; what it only reads does not count. */
export function isApplied(plan: ShownPlan): boolean {
  return holdsManaged(plan.prior_state?.values?.root_module ?? {});
}

function holdsManaged({ resources = [], child_modules = [] }: ShownModule): boolean {
  return resources.some(({ mode }) => mode === 'managed') || child_modules.some(holdsManaged);
}
