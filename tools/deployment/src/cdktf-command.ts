import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Direction, StackNode } from '@central-ingress/stack-graph';
import { UserError } from '@central-ingress/user-error';
import { ErrorExcerpt } from './error-excerpt';
import { runInGroup } from './process-group';

/** Where a run finds its synthesized stacks and leaves its logs. */
export interface CdktfRun {
  /** Root of the repository: the folder that holds `apps`. */
  readonly repository: string;
  /** Folder that `synth` wrote the owner's stacks into; it holds `manifest.json`. */
  readonly outputOf: (stack: StackNode) => string;
  readonly logFileOf: (stack: StackNode) => string;
  readonly env: NodeJS.ProcessEnv;
  /** Lets Terraform end what it is doing, then stops. */
  readonly signal?: AbortSignal;
  /** Kills at once. */
  readonly kill?: AbortSignal;
  readonly onLine?: (stack: StackNode, line: string) => void;
}

/** A stack whose `cdktf` command failed; the message is Terraform's own error, the log has the rest. */
export class StackFailure extends UserError {}

/**
 * Runs `cdktf deploy` or `cdktf destroy` for one stack that is synthesized already.
 * The provider lock is left out because it asks the registry even when a provider mirror has everything.
 * @returns whether anything changed, as Terraform counts it
 * @throws StackFailure when cdktf ends with an error
 */
export async function runCdktf(
  direction: Direction,
  stack: StackNode,
  run: CdktfRun,
): Promise<{ readonly changed: boolean }> {
  const logFile = run.logFileOf(stack);
  mkdirSync(dirname(logFile), { recursive: true });
  rmSync(logFile, { force: true });
  const errors = new ErrorExcerpt();
  let counted: string | undefined;
  const exit = await runInGroup({
    command: process.execPath,
    args: [
      cdktfBinary(),
      direction,
      stack.name,
      '--skip-synth',
      '--skip-provider-lock',
      '--auto-approve',
      '--no-color',
      '--output',
      run.outputOf(stack),
    ],
    cwd: join(run.repository, 'apps', stack.app),
    env: { ...run.env, CI: 'true', FORCE_COLOR: '0', CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1' },
    logFile,
    interrupt: 'children',
    ...(run.signal ? { signal: run.signal } : {}),
    ...(run.kill ? { kill: run.kill } : {}),
    onLine: (line) => {
      errors.add(line);
      counted = /Resources: (\d[^.]*)\./.exec(line)?.[1] ?? counted;
      run.onLine?.(stack, line);
    },
  });
  if (exit.code !== 0) {
    throw new StackFailure(errors.text() || `cdktf ended with ${exit.signal ?? `exit code ${exit.code}`}`);
  }
  return { changed: counted === undefined || /[1-9]/.test(counted) };
}

function cdktfBinary(): string {
  return require.resolve('cdktf-cli/bundle/bin/cdktf');
}
