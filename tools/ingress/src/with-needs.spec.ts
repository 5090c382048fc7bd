import { exampleWorld } from '@central-ingress/fixtures';
import { stackGraph } from '@central-ingress/stack-graph';
import { withNeeds } from './with-needs';

describe('withNeeds', () => {
  const graph = stackGraph(exampleWorld());
  const of = (...names: readonly string[]) =>
    withNeeds(
      graph,
      graph.filter(({ name }) => names.includes(name)),
    ).map(({ name }) => name);

  it('adds what the chosen ones need, and what that needs, and nothing else', () => {
    expect(of('payments-registration')).toEqual(['central-roles', 'main-networking', 'payments-registration']);
    expect(of('payments-connection')).toEqual([
      'central-roles',
      'main-networking',
      'main-alb',
      'payments-registration',
      'payments-roles',
      'payments-networking',
      'payments-ingress',
      'payments-connection',
    ]);
  });

  it('adds nothing to everything, nor to nothing', () => {
    expect(of(...graph.map(({ name }) => name))).toEqual(graph.map(({ name }) => name));
    expect(of()).toEqual([]);
  });
});
