import { exitCodeOf, summarize } from '@central-ingress/change-summary';
import type { Question, ShownPlan } from '@central-ingress/change-summary';
import type { StackNode } from '@central-ingress/stack-graph';
import fc from 'fast-check';
import { exampleStack } from './example-stack';
import { planStacks } from './plan-stacks';

const node = (name: string, ...needs: readonly string[]) => exampleStack(name, needs);

const change = (action: string) => ({
  address: 'aws_vpc.main',
  type: 'aws_vpc',
  change: { actions: [action], before: null, after: { cidr: 'x' } },
});
const APPLIED = { prior_state: { values: { root_module: { resources: [{ mode: 'managed', type: 'aws_vpc' }] } } } };
const STANDING: ShownPlan = APPLIED;
const NEVER_APPLIED: ShownPlan = { resource_changes: [change('create')] };
const HALF_APPLIED: ShownPlan = { ...APPLIED, resource_changes: [change('create')] };
const NO_PARAMETER = new Error("Error: reading SSM Parameter (/acme/x): couldn't find resource");

interface Answers {
  readonly question?: Question;
  readonly asked?: readonly string[];
  readonly plans?: Readonly<Record<string, ShownPlan | Error>>;
  /** Names whose state is empty. */
  readonly undeployed?: readonly string[];
  /** Names that cannot be run here. */
  readonly unavailable?: readonly string[];
  /** Names whose state may not be read. */
  readonly hidden?: readonly string[];
}

/** Asks a graph of which everything stands that is not named, and notes what was planned. */
async function ask(stacks: readonly StackNode[], answersOf: Answers) {
  const { question = 'plan', plans = {}, undeployed = [], hidden = [], asked, unavailable = [] } = answersOf;
  const ran: string[] = [];
  const answers = await planStacks({
    question,
    stacks,
    asked: new Set(asked ?? stacks.map(({ name }) => name)),
    concurrency: 2,
    ask: {
      plan: async ({ name }) => {
        ran.push(name);
        const plan = plans[name] ?? STANDING;
        if (plan instanceof Error) throw plan;
        return plan;
      },
      isDeployed: async ({ name }) => {
        if (hidden.includes(name)) throw new Error('AccessDenied');
        return !undeployed.includes(name);
      },
      synthesized: () => ({ resource: { aws_vpc: { a: {}, b: {} } } }),
      unavailable: ({ name }) => (unavailable.includes(name) ? 'a provider' : undefined),
    },
  });
  return { ran, answers, told: answers.map(({ stack, status, waitsFor }) => [stack, status, ...waitsFor]) };
}

const CHAIN = [node('a'), node('b', 'a'), node('c', 'b', 'x'), node('x')];

describe('planStacks', () => {
  it('does not run what needs a stack that was never applied, and counts its synthesized resources', async () => {
    const { ran, told, answers } = await ask(CHAIN, { plans: { a: NEVER_APPLIED } });
    expect(told).toEqual([
      ['a', 'planned'],
      ['b', 'waiting', 'a'],
      ['c', 'waiting', 'b'],
      ['x', 'planned'],
    ]);
    expect(ran.sort()).toEqual(['a', 'x']);
    expect(answers[1]?.changes.map(({ kind, address }) => [kind, address])).toEqual([
      ['create', 'aws_vpc.a'],
      ['create', 'aws_vpc.b'],
    ]);
  });

  it('looks into the state of what is needed and not asked, and tells nothing of it', async () => {
    const asked = ['c'];
    expect(await ask(CHAIN, { asked })).toMatchObject({ ran: ['c'], told: [['c', 'planned']] });
    expect(await ask(CHAIN, { asked, undeployed: ['a'] })).toMatchObject({ ran: [], told: [['c', 'waiting', 'b']] });
    expect(await ask(CHAIN, { asked, undeployed: ['x'] })).toMatchObject({ ran: [], told: [['c', 'waiting', 'x']] });
  });

  it('lets what cannot be run here wait for the reason, and what needs it for it', async () => {
    expect(await ask(CHAIN, { unavailable: ['b'] })).toMatchObject({
      ran: expect.not.arrayContaining(['b', 'c']),
      told: [
        ['a', 'planned'],
        ['b', 'waiting', 'a provider'],
        ['c', 'waiting', 'b'],
        ['x', 'planned'],
      ],
    });
  });

  it('waits for the bootstrap where there is no state bucket', async () => {
    const plans = { a: new Error('Error: Failed to get existing workspaces: S3 bucket "t" does not exist.') };
    const { told } = await ask(CHAIN.slice(0, 2), { plans });
    expect(told).toEqual([
      ['a', 'waiting', 'ingress bootstrap'],
      ['b', 'waiting', 'a'],
    ]);
  });

  it('takes a missing hand-over for waiting only while a stack it needs has more to create', async () => {
    const of = async (plans: Answers['plans'] = {}) => (await ask(CHAIN.slice(0, 2), { plans })).told[1];
    expect(await of({ a: HALF_APPLIED, b: NO_PARAMETER })).toEqual(['b', 'waiting', 'a']);
    expect(await of({ a: STANDING, b: NO_PARAMETER })).toEqual(['b', 'failed']);
    expect(await of({ a: HALF_APPLIED, b: new Error('Error: Cannot assume IAM Role') })).toEqual(['b', 'waiting', 'a']);
    expect(await of({ a: HALF_APPLIED, b: new Error('Error: Unsupported argument') })).toEqual(['b', 'failed']);
    expect(await of({ a: HALF_APPLIED, b: STANDING })).toEqual(['b', 'planned']);
  });

  it('tries what needs a stack that may not be looked at, and lets it wait for it where its role is missing', async () => {
    const request = { asked: ['b'], hidden: ['a'] };
    const noRole = new Error('Error: Cannot assume IAM Role');
    expect((await ask(CHAIN.slice(0, 2), request)).told).toEqual([['b', 'planned']]);
    expect((await ask(CHAIN.slice(0, 2), { ...request, plans: { b: noRole } })).told).toEqual([['b', 'waiting', 'a']]);
    expect((await ask(CHAIN.slice(0, 2), { ...request, plans: { b: new Error('denied') } })).told).toEqual([
      ['b', 'failed'],
    ]);
  });

  it('tries what needs a failed stack, and keeps the words of the failure', async () => {
    const { told, answers } = await ask(CHAIN, { plans: { a: new Error('Error: AccessDenied') } });
    expect(told[0]).toEqual(['a', 'failed']);
    expect(told.slice(1).map(([, status]) => status)).toEqual(['planned', 'planned', 'planned']);
    expect(answers[0]?.reason).toBe('Error: AccessDenied');
  });

  it('tells of a failed stack as failed while it goes on', async () => {
    const ended: unknown[] = [];
    await planStacks({
      question: 'plan',
      stacks: CHAIN.slice(0, 2),
      asked: new Set(['a', 'b']),
      concurrency: 1,
      onEvent: (event) => event.type === 'ended' && ended.push([event.result.stack, event.result.status]),
      ask: {
        plan: async ({ name }) => {
          if (name === 'a') throw new Error('Error: AccessDenied');
          return STANDING;
        },
        isDeployed: async () => true,
        synthesized: () => ({}),
      },
    });
    expect(ended).toEqual([
      ['a', 'failed'],
      ['b', 'done'],
    ]);
  });

  it('starts nothing once it is stopped', async () => {
    const isDeployed = async () => true;
    const plan = async () => STANDING;
    const answers = await planStacks({
      question: 'plan',
      stacks: CHAIN,
      asked: new Set(['a']),
      concurrency: 1,
      signal: AbortSignal.abort(),
      ask: { plan, isDeployed, synthesized: () => ({}) },
    });
    expect(answers).toEqual([{ stack: 'a', status: 'not started', changes: [], waitsFor: [], reason: 'interrupted' }]);
  });

  it('asks for drift only what is deployed', async () => {
    const drifted: ShownPlan = { resource_drift: [change('delete')] };
    const { told, ran, answers } = await ask(CHAIN, { question: 'drift', undeployed: ['b'], plans: { a: drifted } });
    expect(told.map(([stack, status]) => [stack, status])).toEqual([
      ['a', 'planned'],
      ['b', 'not deployed'],
      ['c', 'not deployed'],
      ['x', 'planned'],
    ]);
    expect(ran.sort()).toEqual(['a', 'x']);
    expect(answers[0]?.changes.map(({ kind }) => kind)).toEqual(['destroy']);
  });

  describe('asked for drift', () => {
    const noRole = new Error('Error: Cannot assume IAM Role');
    const drift = (more: Answers) => ask(CHAIN.slice(0, 2), { question: 'drift', ...more });

    it.each([noRole, NO_PARAMETER])('fails where it cannot be told whether what it needs stands: %s', async (error) => {
      const { answers, told } = await drift({ asked: ['b'], hidden: ['a'], plans: { b: error } });
      expect(told).toEqual([['b', 'failed']]);
      expect(answers[0]?.reason).toBe(
        `${error.message}\nWhether a is deployed could not be read, and so not whether b should be there to compare.`,
      );
    });

    it('fails where what it needs stands, in the words of the failure alone', async () => {
      const { answers, told } = await drift({ plans: { b: noRole } });
      expect(told).toEqual([
        ['a', 'planned'],
        ['b', 'failed'],
      ]);
      expect(answers[1]?.reason).toBe(noRole.message);
    });

    it('takes nothing for deployed whose state bucket is not there, nor what needs it', async () => {
      const { told } = await drift({ plans: { a: new Error('Error: NoSuchBucket') } });
      expect(told).toEqual([
        ['a', 'not deployed'],
        ['b', 'not deployed'],
      ]);
    });

    it('does not start what cannot be run here, says why, and compares what needs it', async () => {
      const { answers, told, ran } = await drift({ unavailable: ['a'] });
      expect(told).toEqual([
        ['a', 'not started'],
        ['b', 'planned'],
      ]);
      expect([answers[0]?.reason, ran]).toEqual(['a provider', ['b']]);
      expect(exitCodeOf(summarize('drift', answers))).toBe(1);
    });
  });

  it('runs exactly what has all its needs, on every graph and every set of stacks that do not stand', async () => {
    const graphs = fc.array(fc.tuple(fc.array(fc.nat(20), { maxLength: 3 }), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(graphs, async (rows) => {
        const stacks = rows.map(([row], i) => node(`s${i}`, ...new Set(i ? row.map((value) => `s${value % i}`) : [])));
        const plans = Object.fromEntries(rows.map(([, stands], i) => [`s${i}`, stands ? STANDING : NEVER_APPLIED]));
        const { told } = await ask(stacks, { plans });
        const absent = new Set<string>();
        for (const { name, needs } of stacks) {
          const waitsFor = needs.filter((need) => absent.has(need));
          if (waitsFor.length || plans[name] === NEVER_APPLIED) absent.add(name);
          const expected = waitsFor.length ? [name, 'waiting', ...waitsFor] : [name, 'planned'];
          expect(told.find(([stack]) => stack === name)).toEqual(expected);
        }
      }),
    );
  });
});
