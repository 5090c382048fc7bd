import type { World } from '@central-ingress/config';
import { stackGraph } from '@central-ingress/stack-graph';
import type { Direction, StackNode } from '@central-ingress/stack-graph';

/** What a user asks for. */
export type Action = 'deploy' | 'connect' | 'disconnect' | 'destroy';

/** Whether an action creates or destroys. */
export function directionOf(action: Action): Direction {
  return action === 'deploy' || action === 'connect' ? 'deploy' : 'destroy';
}

/** The owners' stacks that an action works on: `destroy` takes the connections too, for nothing may outlive its need. */
export function stacksOf(world: World, owners: readonly string[], action: Action): readonly StackNode[] {
  const verbs = { deploy: ['deploy'], connect: ['connect'], disconnect: ['connect'], destroy: ['deploy', 'connect'] };
  return stackGraph(world).filter(({ owner, verb }) => owners.includes(owner) && verbs[action].includes(verb));
}
