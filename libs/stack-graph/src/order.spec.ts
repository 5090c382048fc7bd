import { exampleWorld } from '@central-ingress/fixtures';
import fc from 'fast-check';
import { prerequisites } from './order';
import { stackGraph } from './stack-graph';

const ALL = stackGraph(exampleWorld());
const someStacks = fc.shuffledSubarray([...ALL]);

/** Every pair of a stack and one that goes before it. */
function pairs(before: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...before].flatMap(([name, others]) => others.map((other) => `${other} > ${name}`)).sort();
}

describe('prerequisites', () => {
  const chosen = ALL.filter(({ owner, name }) => owner === 'payments' || name === 'main-alb');

  it('deploys needs first', () => {
    expect(Object.fromEntries(prerequisites(chosen, 'deploy'))).toEqual({
      'main-alb': [],
      'payments-registration': [],
      'payments-roles': [],
      'payments-networking': ['payments-roles'],
      'payments-cluster': ['payments-networking'],
      'payments-ingress': ['payments-networking', 'payments-registration'],
      'payments-addons': ['payments-cluster', 'payments-ingress'],
      'payments-connection': ['payments-ingress', 'main-alb'],
    });
  });

  it('destroys needs last', () => {
    expect(Object.fromEntries(prerequisites(chosen, 'destroy'))).toEqual({
      'main-alb': ['payments-connection'],
      'payments-registration': ['payments-ingress'],
      'payments-roles': ['payments-networking'],
      'payments-networking': ['payments-cluster', 'payments-ingress'],
      'payments-cluster': ['payments-addons'],
      'payments-ingress': ['payments-addons', 'payments-connection'],
      'payments-addons': [],
      'payments-connection': [],
    });
  });

  it('names chosen stacks only, each once', () => {
    fc.assert(
      fc.property(someStacks, fc.constantFrom('deploy' as const, 'destroy' as const), (stacks, direction) => {
        const before = prerequisites(stacks, direction);
        const names = stacks.map(({ name }) => name);
        expect([...before.keys()]).toEqual(names);
        expect([...before.values()].flat().filter((name) => !names.includes(name))).toEqual([]);
      }),
    );
  });

  it('destroys in exactly the reverse of deploying', () => {
    fc.assert(
      fc.property(someStacks, (stacks) => {
        const reversed = pairs(prerequisites(stacks, 'destroy')).map((pair) => pair.split(' > ').reverse().join(' > '));
        expect(reversed.sort()).toEqual(pairs(prerequisites(stacks, 'deploy')));
      }),
    );
  });

  it('can always start a stack while some are left', () => {
    fc.assert(
      fc.property(someStacks, fc.constantFrom('deploy' as const, 'destroy' as const), (stacks, direction) => {
        const left = new Map(prerequisites(stacks, direction));
        while (left.size) {
          const ready = [...left].filter(([, others]) => !others.some((other) => left.has(other)));
          expect(ready).not.toHaveLength(0);
          ready.forEach(([name]) => left.delete(name));
        }
      }),
    );
  });
});
