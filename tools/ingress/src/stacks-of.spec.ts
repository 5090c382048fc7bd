import { exampleWorld } from '@central-ingress/fixtures';
import { directionOf, stacksOf } from './stacks-of';
import type { Action } from './stacks-of';

describe('stacksOf', () => {
  const PAYMENTS = ['registration', 'roles', 'networking', 'cluster', 'ingress'].map((word) => `payments-${word}`);

  it.each<[Action, readonly string[], readonly string[]]>([
    ['deploy', ['payments'], PAYMENTS],
    ['connect', ['payments'], ['payments-connection']],
    ['disconnect', ['payments'], ['payments-connection']],
    ['destroy', ['payments'], [...PAYMENTS, 'payments-connection']],
    ['deploy', ['main'], ['main-networking', 'main-alb']],
    ['deploy', ['central'], ['central-roles']],
    ['connect', ['main'], []],
  ])('%s of %j works on %j', (action, owners, expected) => {
    expect(stacksOf(exampleWorld(), owners, action).map(({ name }) => name)).toEqual(expected);
  });
});

describe('directionOf', () => {
  it('creates on deploy and connect, destroys on the reverse', () => {
    const actions: readonly Action[] = ['deploy', 'connect', 'disconnect', 'destroy'];
    expect(actions.map(directionOf)).toEqual(['deploy', 'deploy', 'destroy', 'destroy']);
  });
});
