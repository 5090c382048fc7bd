import type { Direction, StackNode } from '@central-ingress/stack-graph';
import fc from 'fast-check';
import { exampleStack } from './example-stack';
import { runStacks } from './run-stacks';
import type { StackEvent } from './run-stacks';

/** Acyclic graphs: every stack needs only earlier ones. */
const graphs = fc
  .array(fc.array(fc.nat(20), { maxLength: 4 }), { minLength: 1, maxLength: 14 })
  .map((rows) =>
    rows.map((row, index) =>
      exampleStack(`s${index}`, index === 0 ? [] : [...new Set(row.map((value) => `s${value % index}`))]),
    ),
  );
const directions = fc.constantFrom<Direction>('deploy', 'destroy');

/** Runs a graph with random waits and the given failures, and notes what happened when. */
async function record(
  stacks: readonly StackNode[],
  direction: Direction,
  concurrency: number,
  failing: ReadonlySet<string> = new Set(),
) {
  const log: string[] = [];
  let running = 0;
  let peak = 0;
  const results = await runStacks(stacks, {
    direction,
    concurrency,
    run: async ({ name }) => {
      peak = Math.max(peak, ++running);
      log.push(`start ${name}`);
      await new Promise<void>((resolve) => setImmediate(resolve));
      running -= 1;
      log.push(`end ${name}`);
      if (failing.has(name)) throw new Error(`${name} broke`);
    },
  });
  return { results, log, peak };
}

/** Pairs of stacks in which the first must end before the second starts. */
function orderedPairs(stacks: readonly StackNode[], direction: Direction): readonly (readonly [string, string])[] {
  const pairs = stacks.flatMap(({ name, needs }) => needs.map((need) => [need, name] as const));
  return direction === 'deploy' ? pairs : pairs.map(([first, second]) => [second, first] as const);
}

describe('runStacks', () => {
  it('starts no stack before what must come first has ended, and never more than allowed at once', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, directions, fc.integer({ min: 1, max: 5 }), async (stacks, direction, concurrency) => {
        const { results, log, peak } = await record(stacks, direction, concurrency);
        expect(results.map(({ status }) => status)).toEqual(stacks.map(() => 'done'));
        expect(peak).toBeLessThanOrEqual(concurrency);
        for (const [first, second] of orderedPairs(stacks, direction)) {
          expect(log.indexOf(`end ${first}`)).toBeLessThan(log.indexOf(`start ${second}`));
        }
      }),
    );
  });

  it('keeps back exactly what depends on a failure, and does everything else', async () => {
    const failing = fc.tuple(graphs, directions, fc.array(fc.nat(13), { minLength: 1, maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(failing, async ([stacks, direction, picks]) => {
        const broken = new Set(picks.map((pick) => stacks[pick % stacks.length]?.name ?? ''));
        const { results } = await record(stacks, direction, 3, broken);
        const status = new Map(results.map((result) => [result.stack, result.status]));
        const pairs = orderedPairs(stacks, direction);
        for (const { name } of stacks) {
          const isHeld = pairs.some(([first, second]) => second === name && status.get(first) !== 'done');
          expect(status.get(name)).toBe(isHeld ? 'not started' : broken.has(name) ? 'failed' : 'done');
        }
      }),
    );
  });

  it('names the stack that held another back', async () => {
    const stacks = [exampleStack('a'), exampleStack('b', ['a']), exampleStack('c', ['b'])];
    const { results } = await record(stacks, 'deploy', 2, new Set(['a']));
    expect(results).toEqual([
      { stack: 'a', status: 'failed', seconds: expect.any(Number), reason: 'a broke' },
      { stack: 'b', status: 'not started', seconds: 0, reason: 'a failed' },
      { stack: 'c', status: 'not started', seconds: 0, reason: 'b was not started' },
    ]);
  });

  it('does not apply what cannot be run here nor what needs it, and does everything else', async () => {
    const stacks = [exampleStack('a'), exampleStack('b', ['a']), exampleStack('c', ['b']), exampleStack('d', ['a'])];
    const options = { concurrency: 2, run: async () => {} };
    const unavailable = ({ name }: StackNode) => (name === 'b' ? 'no provider' : undefined);
    const results = await runStacks(stacks, { ...options, direction: 'deploy', unavailable });
    expect(results).toEqual([
      { stack: 'a', status: 'done', seconds: expect.any(Number) },
      { stack: 'b', status: 'not applied', seconds: 0, reason: 'no provider' },
      { stack: 'c', status: 'not applied', seconds: 0, reason: 'b is not applied' },
      { stack: 'd', status: 'done', seconds: expect.any(Number) },
    ]);
  });

  it('destroys around what could never be applied here', async () => {
    const log: string[] = [];
    const results = await runStacks([exampleStack('a'), exampleStack('b', ['a']), exampleStack('c', ['b'])], {
      direction: 'destroy',
      concurrency: 2,
      unavailable: ({ name }) => (name === 'b' ? 'no provider' : undefined),
      run: async ({ name }) => void log.push(name),
    });
    expect(results.map(({ status }) => status)).toEqual(['done', 'not applied', 'done']);
    expect(log.sort()).toEqual(['a', 'c']);
  });

  it('runs independent stacks side by side', async () => {
    const { peak } = await record([exampleStack('a'), exampleStack('b'), exampleStack('c')], 'deploy', 3);
    expect(peak).toBe(3);
  });

  it('starts nothing new once it is stopped, and waits for what runs', async () => {
    const controller = new AbortController();
    const events: StackEvent[] = [];
    const results = await runStacks([exampleStack('a'), exampleStack('b', ['a'])], {
      direction: 'deploy',
      concurrency: 2,
      signal: controller.signal,
      run: async () => controller.abort(),
      onEvent: (event) => events.push(event),
    });
    expect(results.map(({ stack, status, reason }) => [stack, status, reason])).toEqual([
      ['a', 'done', undefined],
      ['b', 'not started', 'interrupted'],
    ]);
    expect(events.map((event) => (event.type === 'started' ? event.stack : event.result.status))).toEqual([
      'a',
      'done',
      'not started',
    ]);
  });

  it('takes a need that is not among the chosen as standing', async () => {
    const { results } = await record([exampleStack('b', ['elsewhere'])], 'deploy', 1);
    expect(results.map(({ status }) => status)).toEqual(['done']);
  });
});
