import { isCentral } from '@central-ingress/config';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { kindOf, prerequisites, tenantStacks } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import type { PartName } from './parts';

interface Named {
  /** One word or two, unique among the steps, e.g. `dns wait`. */
  readonly id: string;
  /** What it does, for people. */
  readonly title: string;
}

/** Destroys a part of a stack; the stack's other resources stay. */
export interface PartStep extends Named {
  readonly kind: 'part';
  readonly stack: StackNode;
  readonly part: PartName;
}
/** Destroys what a stack still has. */
export interface StackStep extends Named {
  readonly kind: 'stack';
  readonly stack: StackNode;
}
/** Lets time pass before something is taken down, so that who still uses it does so no more. */
export interface PauseStep extends Named {
  readonly kind: 'pause';
  readonly until: 'dns' | 'drain';
  /** Stack whose change is waited for; without a state of it there is nobody to wait for. */
  readonly after: StackNode;
  /** What must not go earlier; once it is gone there is nothing to wait for. */
  readonly before: { readonly stack: StackNode; readonly part?: PartName };
}
/** Waits until AWS tells that something is gone which no state holds. */
export interface AwaitStep extends Named {
  readonly kind: 'await';
  readonly gone: 'connections' | 'balancers';
  readonly before: { readonly stack: StackNode; readonly part?: PartName };
}
/** Keeps deployments off, sweeps, and lets deployments in again. */
export interface FrameStep extends Named {
  readonly kind: 'hold' | 'sweep' | 'release';
}

/** One step of an offboarding. */
export type Step = PartStep | StackStep | PauseStep | AwaitStep | FrameStep;

/** Which of the stacks that may go next goes first, by its kind. */
const ORDER = ['connection', 'dns', 'addons', 'ingress', 'cluster', 'networking', 'roles', 'registration'];

/** What a stack of a kind holds, for people. */
const TITLES: Readonly<Record<string, string>> = {
  connection: 'remove the interface endpoint, its target group and the extra certificates',
  dns: "remove the hosts' records",
  addons: 'remove the binding of the pods, the ingress controller and the load balancer controller',
  ingress: 'remove the NLB and its certificate',
  cluster: 'remove the cluster',
  networking: 'remove the network, and the repositories with their images',
  roles: "remove the deployers' roles",
  registration: 'remove what lets the tenant register itself',
};

/** The stacks of a tenant in the order in which they are destroyed, each after all that need it. */
export function destructionOrder(stacks: readonly StackNode[]): readonly StackNode[] {
  const before = prerequisites(stacks, 'destroy');
  // A stack that is not in the list has -1, and goes as early as the graph allows.
  const rank = (stack: StackNode): number => ORDER.indexOf(kindOf(stack));
  const ordered: StackNode[] = [];
  const isDone = (name: string): boolean => ordered.some((stack) => stack.name === name);
  while (ordered.length < stacks.length) {
    const ready = stacks.filter(({ name }) => !isDone(name) && (before.get(name) ?? []).every(isDone));
    const [next] = [...ready].sort((a, b) => rank(a) - rank(b));
    if (!next) throw new RangeError('the stacks of a tenant need each other in a circle');
    ordered.push(next);
  }
  return ordered;
}

/** Every step that offboards a tenant, in order. */
export function offboardingSteps(platform: PlatformConfig, tenant: TenantConfig): readonly Step[] {
  const all: readonly StackNode[] = Object.values(tenantStacks(platform, tenant));
  const ordered = destructionOrder(all);
  const stackOf = (kind: string): StackNode | undefined => all.find((stack) => kindOf(stack) === kind);
  return [
    { kind: 'hold', id: 'hold', title: 'keep deployments off the tenant' },
    ...ordered.flatMap((stack) => stepsOf(stack, stackOf, isCentral(tenant))),
    { kind: 'sweep', id: 'sweep', title: 'remove what nobody owned' },
    { kind: 'release', id: 'release', title: 'let the name be deployed again' },
  ];
}

function stepsOf(
  stack: StackNode,
  stackOf: (kind: string) => StackNode | undefined,
  central: boolean,
): readonly Step[] {
  const kind = kindOf(stack);
  const ingress = stackOf('ingress');
  const title = !central && kind === 'ingress' ? "remove the NLB's certificates" : TITLES[kind];
  const whole: Step = { kind: 'stack', id: kind, title: title ?? `remove the stack ${stack.name}`, stack };
  if (kind === 'connection' && ingress) return connectionSteps(stack, ingress, whole);
  if (kind === 'dns' && ingress) {
    return [whole, pause('dns', stack, { stack: stackOf('addons') ?? ingress })];
  }
  if (kind === 'addons' && !central && ingress) {
    const wait = 'wait until the load balancer controller has removed the NLB';
    return [whole, { kind: 'await', id: 'balancers wait', title: wait, gone: 'balancers', before: { stack: ingress } }];
  }
  if (kind === 'networking') {
    return [{ kind: 'sweep', id: 'network sweep', title: 'remove what the cluster left in the network' }, whole];
  }
  return [whole];
}

/** Routing goes first and step by step, so that no client meets something that is half gone. */
function connectionSteps(connection: StackNode, ingress: StackNode, whole: Step): readonly Step[] {
  const service = { stack: ingress, part: 'endpoint service' as const };
  return [
    { kind: 'part', id: 'records', title: "remove the hosts' records", stack: connection, part: 'records' },
    pause('dns', connection, { stack: connection, part: 'rules' }),
    { kind: 'part', id: 'rules', title: 'remove the listener rules', stack: connection, part: 'rules' },
    pause('drain', connection, { stack: connection }),
    whole,
    {
      kind: 'await',
      id: 'connections wait',
      title: 'wait until the endpoint service has no live connection',
      gone: 'connections',
      before: service,
    },
    { kind: 'part', id: 'endpoint service', title: 'remove the endpoint service and its announcement', ...service },
  ];
}

function pause(until: PauseStep['until'], after: StackNode, before: PauseStep['before']): PauseStep {
  const titles = {
    dns: 'wait until resolvers have forgotten the records',
    drain: 'wait until requests under way have ended',
  };
  return { kind: 'pause', id: `${until} wait`, title: titles[until], until, after, before };
}
