import type { PlanJson } from './planned-changes';
import { plannedChanges, unexplainedChanges } from './planned-changes';

type ResourceChange = NonNullable<PlanJson['resource_changes']>[number];

function planOf(change: Partial<ResourceChange['change']>, mode: ResourceChange['mode'] = 'managed'): PlanJson {
  const whole = { actions: ['update'], before: {}, after: {}, ...change };
  return { resource_changes: [{ address: 'aws_lb.main', mode, type: 'aws_lb', change: whole }] };
}

function attributesOf(plan: PlanJson): readonly string[] {
  return plannedChanges(plan).map(({ attribute }) => attribute);
}

describe('plannedChanges', () => {
  it('names each attribute that differs, with its resource', () => {
    const plan = planOf({ before: { a: 1, b: [1], c: 'x' }, after: { a: 1, b: [2], c: null, d: true } });

    expect(plannedChanges(plan)).toEqual(
      ['b', 'c', 'd'].map((attribute) => ({
        address: 'aws_lb.main',
        resource: 'aws_lb',
        attribute,
        actions: ['update'],
      })),
    );
  });

  it('counts a value that is known only after the apply', () => {
    const after_unknown = { arn: true, rule: [{ id: true }], tags: {}, subnets: [false] };

    expect(attributesOf(planOf({ before: { arn: 'x' }, after: {}, after_unknown }))).toEqual(['arn', 'rule']);
  });

  it('takes a created and a destroyed resource as a whole', () => {
    expect(attributesOf(planOf({ actions: ['create'], before: null, after: { a: 1 } }))).toEqual(['*']);
    expect(attributesOf(planOf({ actions: ['delete'], before: { a: 1 }, after: null }))).toEqual(['*']);
  });

  it('passes over what does not change, and data sources', () => {
    expect(plannedChanges({})).toEqual([]);
    expect(plannedChanges(planOf({ actions: ['no-op'], before: { a: 1 }, after: { a: 1 } }))).toEqual([]);
    expect(plannedChanges(planOf({ actions: ['read'], before: null, after: { a: 1 } }, 'data'))).toEqual([]);
  });
});

describe('unexplainedChanges', () => {
  const plan = planOf({ before: { a: 1, b: 1 }, after: { a: 2, b: 2 } });

  it('leaves out what a known difference explains, attribute by attribute', () => {
    const known = [{ resource: 'aws_lb', attribute: 'a', reason: 'the emulator forgets it' }];

    expect(unexplainedChanges(plan, known).map(({ attribute }) => attribute)).toEqual(['b']);
  });

  it('takes no difference of another resource as an explanation', () => {
    const known = [{ resource: 'aws_vpc', attribute: 'a', reason: 'the emulator forgets it' }];

    expect(unexplainedChanges(plan, known)).toHaveLength(2);
  });
});
