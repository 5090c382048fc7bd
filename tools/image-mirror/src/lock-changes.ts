import { CHART_NAMES, IMAGE_NAMES } from '@central-ingress/addon-lock';
import type { AddonLock } from '@central-ingress/addon-lock';

/** One fact of the lock that is not what it was. */
export interface LockChange {
  /** E.g. `images.envoy.digest`. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** What differs between two locks, in the file's order. */
export function lockChanges(before: AddonLock, after: AddonLock): readonly LockChange[] {
  return [
    ...IMAGE_NAMES.flatMap((name) => differences(`images.${name}`, before.images[name], after.images[name])),
    ...CHART_NAMES.flatMap((name) => differences(`charts.${name}`, before.charts[name], after.charts[name])),
  ];
}

/** One line per change. */
export function renderLockChanges(changes: readonly LockChange[]): string {
  return changes.map(({ path, from, to }) => `  ${path}: ${from} → ${to}`).join('\n');
}

function differences<Entry extends object>(path: string, before: Entry, after: Entry): readonly LockChange[] {
  return (Object.keys(after) as (keyof Entry & string)[])
    .map((key) => ({ path: `${path}.${key}`, from: text(before[key]), to: text(after[key]) }))
    .filter(({ from, to }) => from !== to);
}

function text(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? 'not known');
}
