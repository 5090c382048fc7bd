import type { World } from '@central-ingress/config';
import { stackGraph } from '@central-ingress/stack-graph';
import type { Direction, StackNode } from '@central-ingress/stack-graph';

/** What a user asks for. */
export type Action = 'deploy' | 'connect' | 'disconnect' | 'destroy';

/** What a run over several stacks does: what a user asks for, or both ways of creating in one. */
export type RunAction = Action | 'onboard';

/** Whether an action creates or destroys. */
export function directionOf(action: RunAction): Direction {
  return action === 'disconnect' || action === 'destroy' ? 'destroy' : 'deploy';
}

/** The owners' stacks that an action works on: `destroy` takes the connections too, for nothing may outlive its need. */
export function stacksOf(world: World, owners: readonly string[], action: RunAction): readonly StackNode[] {
  const both = ['deploy', 'connect'];
  const verbs = { deploy: ['deploy'], connect: ['connect'], disconnect: ['connect'], destroy: both, onboard: both };
  return stackGraph(world).filter(({ owner, verb }) => owners.includes(owner) && verbs[action].includes(verb));
}
