import type { StackNode } from '@central-ingress/stack-graph';

/** The chosen stacks and all that they need, directly or not, in the graph's order. */
export function withNeeds(graph: readonly StackNode[], chosen: readonly StackNode[]): readonly StackNode[] {
  const byName = new Map(graph.map((stack) => [stack.name, stack]));
  const reached = new Set(chosen.map(({ name }) => name));
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const name of reached) byName.get(name)?.needs.forEach((need) => reached.add(need));
  return graph.filter(({ name }) => reached.has(name));
}
