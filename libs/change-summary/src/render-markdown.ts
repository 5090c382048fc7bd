import { columnsOf, detailOf, headline, inOneLine, isUnchanged, notableChanges, remarkOf } from './columns';
import { allowName, guardedSentence } from './guard';
import type { ChangeSummary } from './summary';

/** Characters that GitHub takes in one comment of a pull request. */
export const MARKDOWN_LIMIT = 65_536;

/**
 * Renders a summary as a comment of a pull request: what is guarded first, a table of the stacks that are not
 * unchanged, then each change folded away. What goes beyond {@link MARKDOWN_LIMIT} is left out, and that is said.
 */
export function renderMarkdown(summary: ChangeSummary): string {
  const lines = [`### ${headline(summary)}`, '', ...guardedLines(summary), ...tableLines(summary)];
  const blocks = [...failureBlocks(summary), ...changeBlocks(summary)];
  const left = '\n_The rest is left out here: too long for one comment._\n';
  let text = '';
  for (const block of [...lines.map((line) => `${line}\n`), ...blocks]) {
    if (text.length + block.length + left.length > MARKDOWN_LIMIT) return text + left;
    text += block;
  }
  return text;
}

function guardedLines({ guarded, unusedAllowances }: ChangeSummary): readonly string[] {
  const lines = guarded.map((change) =>
    change.allowed
      ? `> ${escaped(guardedSentence(change))} Allowed.`
      : `> ⛔ ${escaped(guardedSentence(change))} If that is meant: ${code(`--allow ${allowName(change)}`)}`,
  );
  const unused = unusedAllowances.map((name) => `> ${code(`--allow ${name}`)}: nothing guarded of this name changes.`);
  const all = [...lines, ...unused].flatMap((line) => [line, '>']).slice(0, -1);
  return all.length ? [...all, ''] : [];
}

function tableLines(summary: ChangeSummary): readonly string[] {
  const columns = columnsOf(summary);
  const shown = summary.stacks.filter((stack) => !isUnchanged(stack));
  const unchanged = summary.stacks.length - shown.length;
  const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    ...(shown.length
      ? [
          row('stack', ...columns.map(({ title }) => title), ''),
          row('---', ...columns.map(() => '--:'), '---'),
          ...shown.map((stack) => {
            const numbers = columns.map(({ kind }) => (stack.counts[kind] ? String(stack.counts[kind]) : ''));
            return row(escaped(stack.stack), ...numbers, escaped(remarkOf(stack)));
          }),
          '',
        ]
      : []),
    ...(unchanged ? [`${unchanged} ${unchanged === 1 ? 'stack' : 'stacks'} without changes.`, ''] : []),
  ];
}

function failureBlocks({ stacks }: ChangeSummary): readonly string[] {
  return stacks
    .filter(({ status }) => status === 'failed')
    .map(({ stack, reason = '' }) => {
      const longest = Math.max(2, ...[...reason.matchAll(/`+/g)].map(([ticks]) => ticks.length));
      const fence = '`'.repeat(longest + 1);
      return `**${escaped(stack)}** failed:\n\n${fence}text\n${reason}\n${fence}\n\n`;
    });
}

function changeBlocks(summary: ChangeSummary): readonly string[] {
  const columns = columnsOf(summary);
  return summary.stacks.flatMap((stack) => {
    const changes = notableChanges(stack);
    if (!changes.length) return [];
    const items = changes.map((change) => {
      const title = columns.find(({ kind }) => kind === change.kind)?.title ?? change.kind;
      const detail = detailOf(change);
      return `- ${title} ${code(change.address)}${detail ? `: ${escaped(detail)}` : ''}\n`;
    });
    const summaryLine = `<summary>${escaped(stack.stack)}: ${changes.length} beside creations</summary>`;
    return [`<details>${summaryLine}\n\n${items.join('')}\n</details>\n\n`];
  });
}

/** What Markdown or HTML reads as more than text; an underscore inside a word is none of it. */
const SPECIAL = /[\\`*[\]<>|#~&@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Text of others must not become Markdown or HTML of ours, nor a cell or a line more. */
function literal(text: string): string {
  return inOneLine(text).replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * {@link literal} text that mentions nobody and no issue either: GitHub looks for those once entities are read, except
 * in code, so a space of no width follows the character.
 * @source github/cmark-gfm issue 181
 */
function escaped(text: string): string {
  return literal(text).replace(/&#(?:35|64);/g, '$&&#8203;');
}

/** As code it can be copied, with nothing in it that is not seen. */
function code(text: string): string {
  return `<code>${literal(text)}</code>`;
}
