import { kindOf } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import type { StackState } from '../stack-state';
import type { PauseStep, Step } from '../steps';
import type { Leftover, Workplace } from '../workplace';

/** A resource of the simulation, and what it depends on in any stack. */
interface SimulatedResource {
  readonly type: string;
  readonly needs: readonly string[];
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Resources of a tenant by the kind of their stack and name: `connection.rule` depends on `connection.targets`, and so on. */
const RESOURCES: Readonly<Record<string, SimulatedResource>> = {
  'connection.record': {
    type: 'aws_route53_record',
    needs: ['connection.rule'],
    attributes: { alias: [{ name: 'alb' }] },
  },
  'connection.proof': { type: 'aws_route53_record', needs: [], attributes: { alias: [] } },
  'connection.certificate': { type: 'aws_acm_certificate', needs: ['connection.proof'] },
  'connection.rule': { type: 'aws_lb_listener_rule', needs: ['connection.targets'] },
  'connection.targets': { type: 'aws_lb_target_group', needs: ['connection.endpoint'] },
  'connection.endpoint': { type: 'aws_vpc_endpoint', needs: ['ingress.service'] },
  'dns.record': { type: 'aws_route53_record', needs: ['addons.service'], attributes: { alias: [{ name: 'nlb' }] } },
  'addons.controller': { type: 'helm_release', needs: ['cluster.cluster'] },
  'addons.binding': { type: 'helm_release', needs: ['addons.controller', 'ingress.nlb'] },
  'addons.service': { type: 'helm_release', needs: ['addons.controller'] },
  'ingress.announcement': { type: 'aws_ssm_parameter', needs: ['ingress.service', 'registration.role'] },
  'ingress.service': { type: 'aws_vpc_endpoint_service', needs: ['ingress.nlb'] },
  'ingress.nlb': { type: 'aws_lb', needs: ['networking.vpc'] },
  'cluster.cluster': { type: 'aws_eks_cluster', needs: ['networking.vpc'] },
  'networking.vpc': { type: 'aws_vpc', needs: ['roles.role'] },
  'registration.role': { type: 'aws_iam_role', needs: [] },
  'roles.role': { type: 'aws_iam_role', needs: [] },
};

/** What ends a run in the middle, as a power cut does. */
export class PowerCut extends Error {}

/** A tenant without AWS: it refuses, as AWS does, to lose what something else stands on, and counts what goes. */
export class SimulatedWorkplace implements Workplace {
  /** Names in the order in which they went. */
  public readonly removed: string[] = [];
  public held = false;
  public clock = 0;
  /** Actions that are still allowed before the power is cut, and on which side of the action it is cut. */
  public cut: { after: number; readonly side: 'before' | 'after' } = { after: Infinity, side: 'before' };
  public found: Leftover[] = [];
  public inTheWay: Readonly<Record<string, readonly string[]>> = {};
  private readonly goneAt = new Map<string, number>();
  private readonly standing: Set<string>;

  constructor(stacks: readonly StackNode[]) {
    const kinds = stacks.map(kindOf);
    this.standing = new Set(Object.keys(RESOURCES).filter((name) => kinds.includes(name.split('.')[0] ?? '')));
  }

  /** What still stands. */
  public get left(): readonly string[] {
    return [...this.standing];
  }

  /** Makes something as if it had never been deployed. */
  public without(...names: readonly string[]): this {
    names.forEach((name) => this.standing.delete(name));
    return this;
  }

  /** When something went, on the clock of the simulation. */
  public timeOf(name: string): number | undefined {
    return this.goneAt.get(name);
  }

  public isHeld = async (): Promise<boolean> => this.held;
  public hold = (): Promise<void> => this.act(() => void (this.held = true));
  public release = (): Promise<void> => this.act(() => void (this.held = false));

  /** Nobody knows the network any more once its state and the hold are gone, nor what lies in it. */
  public leftovers = async (): Promise<readonly Leftover[]> =>
    this.held || this.standing.has('networking.vpc') ? this.found : [];
  public obstacles = async ({ id }: Step): Promise<readonly string[]> => this.inTheWay[id] ?? [];
  public secondsOf = async ({ until }: PauseStep): Promise<number> => (until === 'dns' ? 60 : 30);

  public remove = (leftover: Leftover): Promise<void> =>
    this.act(() => void (this.found = this.found.filter(({ id }) => id !== leftover.id)));

  /** Time does not pass when the power is cut in it. */
  public sleep = (seconds: number): Promise<void> => this.act(() => void (this.clock += seconds));

  public async stateOf(stack: StackNode): Promise<StackState> {
    const names = this.left.filter((name) => name.startsWith(`${kindOf(stack)}.`));
    return {
      applied: true,
      resources: names.map((name) => {
        const { type, attributes = {} } = RESOURCES[name] as SimulatedResource;
        return { address: name, type, attributes: { id: name, ...attributes } };
      }),
    };
  }

  public destroy = (_: Step, stack: StackNode, addresses?: readonly string[]): Promise<void> =>
    this.act(() => {
      const kind = kindOf(stack);
      const inStack = this.left.filter((name) => name.startsWith(`${kind}.`));
      // Terraform takes what depends on a target with it, within the stack.
      const wanted = new Set(addresses ?? inStack);
      for (const name of wanted) inStack.filter((other) => needsOf(other).includes(name)).forEach((n) => wanted.add(n));
      for (const name of wanted) {
        const dependents = this.left.filter((other) => !wanted.has(other) && needsOf(other).includes(name));
        if (dependents.length) throw new Error(`${name} was removed before ${dependents.join(', ')}`);
      }
      if (!this.held) throw new Error(`${stack.name} was touched while deployments were let in`);
      for (const name of wanted) {
        this.standing.delete(name);
        this.removed.push(name);
        this.goneAt.set(name, this.clock);
      }
    });

  private async act(effect: () => void): Promise<void> {
    const isCut = this.cut.after-- <= 0;
    if (isCut && this.cut.side === 'before') throw new PowerCut();
    effect();
    if (isCut) throw new PowerCut();
  }
}

function needsOf(name: string): readonly string[] {
  return RESOURCES[name]?.needs ?? [];
}
