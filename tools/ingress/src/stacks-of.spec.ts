import { exampleWorld } from '@central-ingress/fixtures';
import { directionOf, stacksOf } from './stacks-of';
import type { RunAction } from './stacks-of';

describe('stacksOf', () => {
  const PAYMENTS = ['registration', 'roles', 'networking', 'cluster', 'ingress', 'addons'].map(
    (word) => `payments-${word}`,
  );

  it.each<[RunAction, readonly string[], readonly string[]]>([
    ['deploy', ['payments'], PAYMENTS],
    ['connect', ['payments'], ['payments-connection']],
    ['disconnect', ['payments'], ['payments-connection']],
    ['destroy', ['payments'], [...PAYMENTS, 'payments-connection']],
    ['onboard', ['payments'], [...PAYMENTS, 'payments-connection']],
    ['deploy', ['main'], ['main-networking', 'main-alb']],
    ['deploy', ['central'], ['central-roles']],
    ['connect', ['main'], []],
  ])('%s of %j works on %j', (action, owners, expected) => {
    expect(stacksOf(exampleWorld(), owners, action).map(({ name }) => name)).toEqual(expected);
  });
});

describe('directionOf', () => {
  it('creates on deploy, connect and onboard, destroys on the reverse', () => {
    const actions: readonly RunAction[] = ['deploy', 'connect', 'onboard', 'disconnect', 'destroy'];
    expect(actions.map(directionOf)).toEqual(['deploy', 'deploy', 'deploy', 'destroy', 'destroy']);
  });
});
