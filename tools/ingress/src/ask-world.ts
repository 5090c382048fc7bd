import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { exitCodeOf, summarize } from '@central-ingress/change-summary';
import type { Question } from '@central-ingress/change-summary';
import type { World } from '@central-ingress/config';
import type { StackNode } from '@central-ingress/stack-graph';
import { planWorld } from './plan-world';
import { logFile } from './run-files';
import { printSummary } from './summary-output';
import type { SummaryOptions } from './summary-output';

/** What `plan` and `drift` have in common. */
export interface AskWorldRequest extends SummaryOptions {
  readonly question: Question;
  readonly world: World;
  readonly worldFolder: string;
  readonly stacks: readonly StackNode[];
  readonly concurrency: number;
  /** @default none */
  readonly allow?: readonly string[];
}

/** Asks the stacks, prints the summary and sets this process's exit code. */
export async function askWorld(request: AskWorldRequest): Promise<void> {
  const { question, allow = [] } = request;
  const print = (line: string): void => void process.stderr.write(`${line}\n`);
  const { stacks, interrupted } = await planWorld({ ...request, print });
  const summary = summarize(question, stacks, allow);
  if (!request.json && !request.markdown) process.stdout.write('\n');
  printSummary(summary, request);
  if (!request.json && !request.markdown) {
    const failed = stacks.filter(({ status }) => status === 'failed');
    for (const { stack } of failed) {
      const log = relative(process.cwd(), logFile(request.worldFolder, stack, question));
      if (existsSync(log)) process.stdout.write(`${stack}: whole log: ${log}\n`);
    }
  }
  process.exitCode = interrupted ? 130 : exitCodeOf(summary);
}
