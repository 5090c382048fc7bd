import type { ChangeKind } from './planned-change';
import type { ShownChange } from './shown-plan';

const ACTIONS: Readonly<Record<ChangeKind, readonly string[]>> = {
  create: ['create'],
  update: ['update'],
  replace: ['delete', 'create'],
  destroy: ['delete'],
  forget: ['forget'],
};

/** One change as Terraform shows it, for specs. */
export function shownChange(address: string, kind: ChangeKind, more: Partial<ShownChange['change']> = {}): ShownChange {
  const [type = ''] = address.split('.');
  const change = { actions: ACTIONS[kind], before: null, after: null, after_unknown: {}, ...more };
  return { address, type, mode: 'managed', change };
}
