import { isApplied } from './shown-plan';
import type { ShownModule } from './shown-plan';

const stateOf = (root_module: ShownModule) => ({ prior_state: { values: { root_module } } });

describe('isApplied', () => {
  it.each([
    ['no state', {}, false],
    ['an empty state', stateOf({}), false],
    ['only what is read', stateOf({ resources: [{ mode: 'data', type: 'aws_ssm_parameter' }] }), false],
    ['a resource', stateOf({ resources: [{ mode: 'managed', type: 'aws_vpc' }] }), true],
    [
      'a resource of a module',
      stateOf({ child_modules: [{ resources: [{ mode: 'managed', type: 'aws_vpc' }] }] }),
      true,
    ],
  ])('of a plan with %s', (_, plan, expected) => {
    expect(isApplied(plan)).toBe(expected);
  });
});
