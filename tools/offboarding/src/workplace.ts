import type { StackNode } from '@central-ingress/stack-graph';
import type { StackState } from './stack-state';
import type { PauseStep, Step } from './steps';

/** Something of a tenant that no Terraform state holds. */
export interface Leftover {
  readonly kind:
    | 'load balancer'
    | 'target group'
    | 'network interface'
    | 'security group'
    | 'log group'
    | 'listener rule'
    | 'interface endpoint';
  /** ARN, id or name: what its deletion asks for. */
  readonly id: string;
  readonly accountId: string;
  /** What proves that it is the tenant's alone, so that it may be removed; without it, it is only told of. */
  readonly proof?: string;
  /** Words that help to know it: a name, a description, what uses it. */
  readonly says?: string;
}

/** Eyes and hands of an offboarding: what it may look at and change, and nothing else. */
export interface Workplace {
  /** Tells whether deployments of the tenant are on hold. */
  isHeld(): Promise<boolean>;
  hold(): Promise<void>;
  release(): Promise<void>;
  stateOf(stack: StackNode): Promise<StackState>;
  /** Destroys resources of a stack by their addresses and what depends on them; all that it has when none is given. */
  destroy(step: Step, stack: StackNode, addresses?: readonly string[]): Promise<void>;
  /** What AWS shows to stand in the way of a step, a sentence each; read anew at each call. */
  obstacles(step: Step): Promise<readonly string[]>;
  /** Seconds that a pause takes, from what is really set. */
  secondsOf(step: PauseStep): Promise<number>;
  /** What no state holds and somebody has to look at. */
  leftovers(): Promise<readonly Leftover[]>;
  remove(leftover: Leftover): Promise<void>;
  /** Lets time pass; rejects when it is interrupted. */
  sleep(seconds: number): Promise<void>;
}
