import type { StackNode } from './stack-graph';

/** The kind of a stack: what its name has after its owner, e.g. `networking` of `payments-networking`. */
export function kindOf({ name, owner }: Pick<StackNode, 'name' | 'owner'>): string {
  return name.slice(owner.length + 1);
}
