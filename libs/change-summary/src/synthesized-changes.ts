import type { PlannedChange } from './planned-change';

/** The parts of synthesized Terraform JSON that a summary needs. */
export interface SynthesizedJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * What a stack that cannot be planned yet will create: every resource of its synthesized JSON once, also one with
 * `count` or `for_each`.
 */
export function synthesizedChanges({ resource = {} }: SynthesizedJson): readonly PlannedChange[] {
  return Object.entries(resource).flatMap(([type, bodies]) =>
    Object.keys(bodies).map((name) => ({
      address: `${type}.${name}`,
      type,
      kind: 'create' as const,
      actions: ['create'],
      attributes: [],
      replacedFor: [],
    })),
  );
}
