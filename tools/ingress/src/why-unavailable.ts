import type { Direction, StackNode } from '@central-ingress/stack-graph';

/** The run in which a stack is to be, and every stack of its world. */
export interface PlannedRun {
  readonly graph: readonly StackNode[];
  readonly chosen: readonly StackNode[];
  readonly direction: Direction;
}

/**
 * Why a stack cannot be run on this machine: a provider of its own that cannot be had, or one of a stack of the same
 * owner that it is deployed after and that is not among those to run.
 * @param reasonOf says what a stack itself lacks
 */
export function whyUnavailable(
  stack: StackNode,
  { graph, chosen, direction }: PlannedRun,
  reasonOf: (stack: StackNode) => string | undefined,
): string | undefined {
  const own = reasonOf(stack);
  if (own || direction === 'destroy') return own;
  const running = new Set(chosen.map(({ name }) => name));
  const needs = graph.filter(
    ({ name, owner }) => owner === stack.owner && stack.needs.includes(name) && !running.has(name),
  );
  for (const need of needs) {
    const reason = reasonOf(need);
    if (reason) return `it needs ${need.name}, for which ${reason}`;
  }
  return undefined;
}
