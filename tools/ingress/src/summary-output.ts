import { renderMarkdown, renderText } from '@central-ingress/change-summary';
import type { ChangeSummary } from '@central-ingress/change-summary';
import { Option } from 'commander';

/** What {@link summaryOptions} give a command. */
export interface SummaryOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** `--json` and `--markdown`. */
export function summaryOptions(): readonly Option[] {
  return [
    new Option('--json', 'print the summary as JSON; the progress goes to standard error').conflicts('markdown'),
    new Option('--markdown', 'print the summary as Markdown, for a comment of a pull request'),
  ];
}

/** Prints a summary in the form that was asked for. */
export function printSummary(summary: ChangeSummary, { json, markdown }: SummaryOptions): void {
  const text = json
    ? JSON.stringify(summary, null, 2)
    : markdown
      ? renderMarkdown(summary).trimEnd()
      : renderText(summary);
  process.stdout.write(`${text}\n`);
}
