import type { World } from '@central-ingress/config';
import type { StackNode } from '@central-ingress/stack-graph';
import { outputFolder, stackFolder } from './run-files';
import { whenNeeded } from './when-needed';

/** Synthesizes stacks apart from what deployments use, to ask them something. @returns the folder of each */
export function questionFolders(
  world: World,
  worldFolder: string,
  stacks: readonly StackNode[],
): (stack: StackNode) => string {
  const outputOf = (owner: string): string => outputFolder(worldFolder, 'plan', owner);
  const { synthesize } = whenNeeded.synthesis;
  for (const owner of new Set(stacks.map((stack) => stack.owner))) synthesize(world, [owner], outputOf(owner));
  return ({ owner, name }) => stackFolder(outputOf(owner), name);
}
