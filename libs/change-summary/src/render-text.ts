import { columnsOf, detailOf, headline, notableChanges, remarkOf } from './columns';
import { guardedSentence, refusal } from './guard';
import type { PlannedChange } from './planned-change';
import type { ChangeSummary } from './summary';

const SYMBOLS = { create: '+', update: '~', replace: '±', destroy: '-', forget: '.' } as const;

/**
 * Renders a summary for a terminal or a log: a row per stack, the changes that are not plain creations, then failures
 * and what is guarded.
 */
export function renderText(summary: ChangeSummary): string {
  const sections = [
    [`${headline(summary)}`],
    table(summary),
    ...summary.stacks.map((stack) => changeLines(stack.stack, notableChanges(stack), columnsOf(summary))),
    ...summary.stacks
      .filter(({ status }) => status === 'failed')
      .map(({ stack, reason = '' }) => [`${stack} failed:`, ...reason.split('\n').map((line) => `  ${line}`)]),
    allowedLines(summary),
    refusal(summary.guarded).split('\n').filter(Boolean),
    summary.unusedAllowances.map((name) => `--allow ${name}: nothing guarded of this name changes.`),
  ];
  return sections
    .filter((lines) => lines.length)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function table(summary: ChangeSummary): readonly string[] {
  const columns = columnsOf(summary);
  const width = Math.max('stack'.length, 'total'.length, ...summary.stacks.map(({ stack }) => stack.length));
  const line = (first: string, cells: readonly string[], remark = ''): string =>
    `  ${[first.padEnd(width), ...cells.map((cell, i) => cell.padStart(columns[i]?.title.length ?? 0)), remark].join('  ')}`.trimEnd();
  const numbers = (counts: ChangeSummary['totals']): string[] =>
    columns.map(({ kind }) => (counts[kind] ? String(counts[kind]) : '·'));
  return [
    line(
      'stack',
      columns.map(({ title }) => title),
    ),
    ...summary.stacks.map((stack) => line(stack.stack, numbers(stack.counts), remarkOf(stack))),
    line('total', numbers(summary.totals)),
  ];
}

function changeLines(
  stack: string,
  changes: readonly PlannedChange[],
  columns: ReturnType<typeof columnsOf>,
): readonly string[] {
  if (!changes.length) return [];
  return [
    `${stack}:`,
    ...changes.map((change) => {
      const title = columns.find(({ kind }) => kind === change.kind)?.title ?? change.kind;
      const detail = detailOf(change);
      return `  ${SYMBOLS[change.kind]} ${title} ${change.address}${detail ? `: ${detail}` : ''}`;
    }),
  ];
}

function allowedLines({ guarded }: ChangeSummary): readonly string[] {
  return guarded.filter(({ allowed }) => allowed).map((change) => `${guardedSentence(change)} Allowed.`);
}
