import fc from 'fast-check';
import type { TenantHold } from '@central-ingress/contract';
import type { StackState } from '../stack-state';
import type { ConnectionName, MovePlace } from './move-place';
import { cancelMove, MOVE_STEPS, stepsDone, takeMoveStep } from './move-tenant';
import type { MoveStep } from './move-tenant';

const move = { from: { internetVpc: 'main', slot: 1 }, to: { internetVpc: 'second', slot: 4 }, bridgeSlot: 5 };
class PowerCut extends Error {}

/** Two ALBs, a record and a clock; it fails as soon as a client would meet an ALB that has no way to the tenant. */
class SimulatedMove implements MovePlace {
  public filePlace = move.from;
  public held: TenantHold | undefined;
  public stands: Record<ConnectionName, string | undefined> = { connection: 'main', bridge: undefined };
  public record = 'main';
  public clock = 0;
  public dnsSeconds = 60;
  public left = Infinity;
  public sick: ConnectionName | undefined;
  /** Targets are healthy only from then on. */
  public healthyAt = 0;
  public readonly forgotten: string[] = [];
  /** Where resolvers may still send clients, and until when. */
  private readonly remembered = new Map<string, number>();

  public readHold = async () => this.held;
  public writeHold = (hold: TenantHold) => this.act(() => void (this.held = hold));
  public removeHold = () => this.act(() => void (this.held = undefined));
  public internetVpcOf = async (which: ConnectionName) => this.stands[which];
  public recordTargets = async () => new Map([['payments.apps.example.com', this.record]]);
  public unhealthyTargets = async (which: ConnectionName) =>
    this.stands[which] && this.sick !== which && this.clock >= this.healthyAt ? [] : [`${which}: not healthy`];
  public sleep = (seconds: number) => this.act(() => void (this.clock += seconds));
  public now = () => new Date(0);
  public forgetInBridge = (addresses: readonly string[]) => this.act(() => void this.forgotten.push(...addresses));
  public destroyBridge = () => this.act(() => this.stand('bridge', undefined));

  public stateOf = async (which: ConnectionName): Promise<StackState> => ({
    applied: true,
    resources: this.stands[which]
      ? [{ address: `aws_vpc_endpoint.${which}`, type: 'aws_vpc_endpoint', attributes: {} }]
      : [],
  });

  public deploy = async (which: ConnectionName, switched: boolean, replace: readonly string[] = []): Promise<void> => {
    if (which === 'bridge') return this.act(() => this.stand('bridge', 'second'));
    const target = this.filePlace.internetVpc;
    if (target !== this.stands.connection) {
      if (this.stands.connection && !replace.includes('aws_vpc_endpoint.connection'))
        throw new Error('the guard refuses to replace the endpoint');
      await this.act(() => this.stand('connection', undefined));
      await this.act(() => this.stand('connection', target));
    }
    const record = switched ? 'second' : target;
    if (record !== this.record) await this.act(() => this.lead(record));
  };

  private stand(which: ConnectionName, internetVpc: string | undefined): void {
    this.stands[which] = internetVpc;
    this.mustServe();
  }

  private lead(internetVpc: string): void {
    this.remembered.set(this.record, this.clock + 60);
    this.record = internetVpc;
    this.mustServe();
  }

  private mustServe(): void {
    const asked = [...this.remembered].filter(([, until]) => until > this.clock).map(([name]) => name);
    for (const name of [this.record, ...asked]) {
      if (!Object.values(this.stands).includes(name))
        throw new Error(`clients meet ${name}, which has no way any more`);
    }
  }

  private async act(effect: () => void): Promise<void> {
    if (this.left-- <= 0) throw new PowerCut();
    effect();
  }
}

async function take(place: SimulatedMove, ...steps: readonly MoveStep[]): Promise<void> {
  for (const step of steps) {
    if (step === 'settle') place.filePlace = move.to;
    await takeMoveStep(step, move, place);
  }
}

describe('takeMoveStep', () => {
  it('brings a tenant to the other internet VPC, and tells which steps are done', async () => {
    const place = new SimulatedMove();
    const done: MoveStep[][] = [];
    for (const step of MOVE_STEPS) {
      await take(place, step);
      done.push([...(await stepsDone(move, place))]);
    }
    expect(done).toEqual([
      ['prepare'],
      ['prepare', 'switch'],
      ['prepare', 'switch', 'settle'],
      ['prepare', 'switch', 'settle', 'finish'],
    ]);
    expect([place.stands, place.record, place.held]).toEqual([
      { connection: 'second', bridge: undefined },
      'second',
      undefined,
    ]);
  });

  it('keeps every client served, whatever cuts a step off and however often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { maxLength: 8 }), async (cuts) => {
        const place = new SimulatedMove();
        for (const step of MOVE_STEPS) {
          for (const left of cuts) {
            place.left = left;
            await take(place, step).catch((error) => expect(error).toBeInstanceOf(PowerCut));
          }
          place.left = Infinity;
          await take(place, step);
        }
        expect(place.stands).toEqual({ connection: 'second', bridge: undefined });
      }),
    );
  });

  it.each([
    ['switch', 'the tenant is not being moved; take the step prepare first.'],
    [
      'settle',
      'the file does not say what this step needs; got internetVpc main, slot 1; expected internetVpc second, slot 4',
    ],
    ['finish', 'the file does not say what this step needs'],
  ] as const)('rejects %s before its time', async (step, message) => {
    const place = new SimulatedMove();
    await expect(takeMoveStep(step, move, place)).rejects.toThrow(message);
    expect(place.stands).toEqual({ connection: 'main', bridge: undefined });
  });

  it('rejects to settle while records lead to the old ALB', async () => {
    const place = new SimulatedMove();
    await take(place, 'prepare');
    await expect(take(place, 'settle')).rejects.toThrow(
      'record payments.apps.example.com: leads to main\nexpected the ALB of second.',
    );
  });

  it('looks every ten seconds whether targets are healthy, however short the wait for resolvers is', async () => {
    const place = new SimulatedMove();
    place.dnsSeconds = 1;
    place.healthyAt = 35;
    await take(place, 'prepare');
    expect(place.clock).toBe(40);
    await take(place, 'switch');
    expect(place.clock).toBe(41);
  });

  it('rejects to switch to a second connection that is not healthy', async () => {
    const place = new SimulatedMove();
    await take(place, 'prepare');
    place.sick = 'bridge';
    await expect(take(place, 'switch')).rejects.toThrow('bridge: not healthy');
    expect(place.record).toBe('main');
  });

  it('rejects to prepare a tenant that is being offboarded, or that is connected nowhere', async () => {
    const place = new SimulatedMove();
    place.held = { reason: 'offboarding', since: 'x' };
    await expect(take(place, 'prepare')).rejects.toThrow('the tenant is being offboarded');
    place.held = undefined;
    place.stands.connection = undefined;
    await expect(take(place, 'prepare')).rejects.toThrow('the tenant is not connected in main');
  });
});

describe('cancelMove', () => {
  it.each([[['prepare']], [['prepare', 'switch']]] as const)(
    'takes %j back, and keeps every client served',
    async (steps) => {
      const place = new SimulatedMove();
      await take(place, ...steps);
      await cancelMove(move, place);
      expect([place.stands, place.record, place.held]).toEqual([
        { connection: 'main', bridge: undefined },
        'main',
        undefined,
      ]);
    },
  );

  it('rejects once the connection stands in the new internet VPC', async () => {
    const place = new SimulatedMove();
    await take(place, 'prepare', 'switch', 'settle');
    place.filePlace = move.from;
    await expect(cancelMove(move, place)).rejects.toThrow('finish the move, and move the tenant back.');
  });
});
