import type { StackNode } from './stack-graph';

/** Whether stacks are created, needs first, or destroyed, needs last. */
export type Direction = 'deploy' | 'destroy';

/**
 * For each chosen stack, the chosen stacks that must be done before it starts.
 * A need that is not chosen is taken as standing (deploy) or as somebody else's (destroy).
 */
export function prerequisites(
  stacks: readonly StackNode[],
  direction: Direction,
): ReadonlyMap<string, readonly string[]> {
  const chosen = new Set(stacks.map(({ name }) => name));
  const before = new Map<string, string[]>(stacks.map(({ name }) => [name, []]));
  for (const { name, needs } of stacks) {
    for (const need of needs.filter((candidate) => chosen.has(candidate))) {
      if (direction === 'deploy') before.get(name)?.push(need);
      else before.get(need)?.push(name);
    }
  }
  return before;
}
