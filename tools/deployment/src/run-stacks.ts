import { prerequisites } from '@central-ingress/stack-graph';
import type { Direction, StackNode } from '@central-ingress/stack-graph';

/** What came of one stack. */
export interface StackResult {
  readonly stack: string;
  /** `not applied`: it cannot be run here, which is no failure; what needs it cannot be run either. */
  readonly status: 'done' | 'failed' | 'not started' | 'not applied';
  /** Wall-clock seconds it ran; 0 when it did not start. */
  readonly seconds: number;
  /** Why it failed, did not start or was not applied. */
  readonly reason?: string;
}

/** What a run tells while it goes on. */
export type StackEvent =
  { readonly type: 'started'; readonly stack: string } | { readonly type: 'ended'; readonly result: StackResult };

/** How {@link runStacks} works through its stacks. */
export interface RunOptions {
  readonly direction: Direction;
  /** Stacks that may run at the same time, 1 or more. */
  readonly concurrency: number;
  /** Why a stack cannot be run here, for a sentence; `undefined` when it can. @default every stack can */
  readonly unavailable?: (stack: StackNode) => string | undefined;
  /** Does one stack; a rejection makes the stack failed, with the error's message as reason. */
  readonly run: (stack: StackNode) => Promise<void>;
  /** Once aborted, nothing new starts; what runs is waited for. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: StackEvent) => void;
}

/**
 * Runs stacks in the order of their needs, side by side where nothing forbids it. A failed stack keeps back what
 * depends on it and nothing else. What cannot be run here has never been, so there is nothing of it to destroy.
 * @returns one result per stack, in the order given
 */
export async function runStacks(stacks: readonly StackNode[], options: RunOptions): Promise<readonly StackResult[]> {
  const before = prerequisites(stacks, options.direction);
  const results = new Map<string, StackResult>();
  const running = new Map<string, Promise<void>>();

  const end = (result: StackResult): void => {
    results.set(result.stack, result);
    options.onEvent?.({ type: 'ended', result });
  };
  const waiting = (): StackNode[] => stacks.filter(({ name }) => !results.has(name) && !running.has(name));
  const isReady = ({ name }: StackNode): boolean =>
    (before.get(name) ?? []).every((need) => {
      const status = results.get(need)?.status;
      return status === 'done' || (status === 'not applied' && options.direction === 'destroy');
    });

  for (const stack of stacks) {
    const reason = options.unavailable?.(stack);
    if (reason) end({ stack: stack.name, status: 'not applied', seconds: 0, reason });
  }
  for (;;) {
    holdBack(waiting(), before, results, options.direction, end);
    if (!options.signal?.aborted) {
      for (const stack of waiting()
        .filter(isReady)
        .slice(0, options.concurrency - running.size)) {
        running.set(
          stack.name,
          runOne(stack, options).then((result) => {
            running.delete(stack.name);
            end(result);
          }),
        );
      }
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  for (const { name } of waiting()) {
    end({ stack: name, status: 'not started', seconds: 0, reason: 'interrupted' });
  }
  return stacks.map(({ name }) => results.get(name) as StackResult);
}

/** Gives up every waiting stack with a prerequisite that failed, was given up itself, or is not applied. */
function holdBack(
  waiting: readonly StackNode[],
  before: ReadonlyMap<string, readonly string[]>,
  results: ReadonlyMap<string, StackResult>,
  direction: Direction,
  end: (result: StackResult) => void,
): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const { name } of waiting.filter((stack) => !results.has(stack.name))) {
      const culprit = (before.get(name) ?? []).find((need) => {
        const status = results.get(need)?.status;
        if (status === 'not applied') return direction === 'deploy';
        return status !== undefined && status !== 'done';
      });
      if (culprit === undefined) continue;
      const why = results.get(culprit)?.status;
      if (why === 'not applied') {
        end({ stack: name, status: 'not applied', seconds: 0, reason: `${culprit} is not applied` });
      } else {
        const verb = why === 'failed' ? 'failed' : 'was not started';
        end({ stack: name, status: 'not started', seconds: 0, reason: `${culprit} ${verb}` });
      }
      changed = true;
    }
  }
}

async function runOne(stack: StackNode, { run, onEvent }: RunOptions): Promise<StackResult> {
  const started = process.hrtime.bigint();
  const seconds = (): number => Number((process.hrtime.bigint() - started) / 10_000_000n) / 100;
  onEvent?.({ type: 'started', stack: stack.name });
  try {
    await run(stack);
    return { stack: stack.name, status: 'done', seconds: seconds() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { stack: stack.name, status: 'failed', seconds: seconds(), reason };
  }
}
