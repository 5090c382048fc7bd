import type { PlannedChange } from '@central-ingress/change-summary';
import { EMULATOR_DIFFERENCES } from '@central-ingress/emulator';
import type { EmulatorDifference } from '@central-ingress/emulator';

/** What an explanation needs of a planned change. */
type ExplainableChange = Pick<PlannedChange, 'address' | 'type' | 'actions' | 'attributes'> & {
  readonly stack: string;
};

/** Planned changes of a deployed world, apart by whether a known difference of the emulator explains them. */
export function explain(
  changes: readonly ExplainableChange[],
  differences: readonly EmulatorDifference[] = EMULATOR_DIFFERENCES,
): {
  readonly known: readonly string[];
  readonly unknown: readonly string[];
} {
  const known: string[] = [];
  const unknown: string[] = [];
  for (const { stack, address, type, actions, attributes } of changes) {
    for (const attribute of actions.includes('update') ? attributes : ['*']) {
      const difference = differences.find(
        (candidate) => candidate.resource === type && candidate.attribute === attribute,
      );
      const what = `${stack}: ${address}: ${actions.join('/')} of ${attribute}`;
      if (difference) known.push(`${what}: ${difference.reason}`);
      else unknown.push(what);
    }
  }
  return { known, unknown };
}
