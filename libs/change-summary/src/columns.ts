import { CHANGE_KINDS } from './planned-change';
import type { ChangeKind, PlannedChange } from './planned-change';
import type { ChangeSummary, StackChanges } from './summary';

/** One column of the table. */
export interface Column {
  readonly kind: ChangeKind;
  readonly title: string;
}

const DRIFT_TITLES: readonly Column[] = [
  { kind: 'update', title: 'changed' },
  { kind: 'destroy', title: 'gone' },
];

/** Columns of the table: `forget` is rare enough to be shown only when it happens. */
export function columnsOf({ question, totals }: ChangeSummary): readonly Column[] {
  if (question === 'drift') return DRIFT_TITLES;
  return CHANGE_KINDS.filter((kind) => kind !== 'forget' || totals.forget > 0).map((kind) => ({ kind, title: kind }));
}

/** What a row says after its numbers; empty for a stack that is planned. */
export function remarkOf({ status, waitsFor, reason = '' }: StackChanges): string {
  if (status === 'waiting') return `waits for ${waitsFor.join(', ')}`;
  if (status === 'not started') return `not started: ${inOneLine(reason)}`;
  return status === 'planned' ? '' : status;
}

/** Text of several lines as one, so that it stays in its row. */
export function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ');
}

/** True for a row that says nothing: planned, and nothing changes. */
export function isUnchanged({ status, changes }: StackChanges): boolean {
  return status === 'planned' && changes.length === 0;
}

/** Changes that are worth a line each: all but the creations, which are many and break nothing. */
export function notableChanges({ status, changes }: StackChanges): readonly PlannedChange[] {
  return status === 'planned' ? changes.filter(({ kind }) => kind !== 'create') : [];
}

/** What a line says behind the address: why it is replaced, or what differs. */
export function detailOf({ kind, replacedFor, attributes }: PlannedChange): string {
  if (kind === 'replace') return `forced by ${replacedFor.join(', ')}`;
  return kind === 'update' ? attributes.join(', ') : '';
}

/** The whole in one sentence. */
export function headline({ question, stacks, totals }: ChangeSummary): string {
  const parts = columnsOf({ question, stacks, totals } as ChangeSummary)
    .filter(({ kind }) => totals[kind] > 0)
    .map(({ kind, title }) => `${totals[kind]} ${question === 'drift' ? title : `to ${title}`}`);
  const of = `${question} of ${stacks.length} ${stacks.length === 1 ? 'stack' : 'stacks'}`;
  const nothing = question === 'drift' ? 'nothing has moved' : 'no changes';
  const unknown = stacks.filter(({ status }) => status === 'failed' || status === 'not started').length;
  const all = [...(parts.length ? parts : unknown ? [] : [nothing]), ...(unknown ? [`${unknown} unknown`] : [])];
  return `${of}: ${all.join(', ')}`;
}
