import { exampleDirectTenant, examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { kindOf, tenantStacks } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { destructionOrder, offboardingSteps } from './steps';

const platform = examplePlatform();
/** The add-ons are a stack of the graph or not yet; the order of the others does not depend on it. */
const hasAddons = 'addons' in tenantStacks(platform, exampleTenant());
const withAddons = (ids: readonly string[]): readonly string[] =>
  ids.filter((id) => hasAddons || (id !== 'addons' && id !== 'balancers wait'));

describe('offboardingSteps', () => {
  it('stops the routing of a central tenant first, and lets its name go last', () => {
    expect(offboardingSteps(platform, exampleTenant()).map(({ id }) => id)).toEqual(
      withAddons([
        'hold',
        'records',
        'dns wait',
        'rules',
        'drain wait',
        'connection',
        'connections wait',
        'endpoint service',
        'addons',
        'ingress',
        'cluster',
        'network sweep',
        'networking',
        'roles',
        'registration',
        'sweep',
        'release',
      ]),
    );
  });

  it('removes the records of a direct tenant first, and waits for the NLB that the cluster has made', () => {
    expect(offboardingSteps(platform, exampleDirectTenant()).map(({ id }) => id)).toEqual(
      withAddons([
        'hold',
        'dns',
        'dns wait',
        'addons',
        'balancers wait',
        'ingress',
        'cluster',
        'network sweep',
        'networking',
        'roles',
        'registration',
        'sweep',
        'release',
      ]),
    );
  });

  it.each([exampleTenant(), exampleDirectTenant()])(
    'destroys every stack of $exposure.type once, and no other',
    (tenant) => {
      const stacks = offboardingSteps(platform, tenant).flatMap((step) =>
        step.kind === 'stack' ? step.stack.name : [],
      );
      expect([...stacks].sort()).toEqual(
        Object.values(tenantStacks(platform, tenant))
          .map(({ name }: StackNode) => name)
          .sort(),
      );
    },
  );

  it.each([exampleTenant(), exampleDirectTenant()])('names each step of $exposure.type once', (tenant) => {
    const steps = offboardingSteps(platform, tenant);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    expect(new Set(steps.map(({ title }) => title)).size).toBe(steps.length);
  });

  it.each([exampleTenant(), exampleDirectTenant()])('tells of $exposure.type at which step the images go', (tenant) => {
    const withImages = offboardingSteps(platform, tenant).filter(({ title }) => title.includes('images'));
    expect(withImages.map(({ id }) => id)).toEqual(['networking']);
  });
});

describe('destructionOrder', () => {
  const node = (name: string, needs: readonly string[]): StackNode => ({
    ...tenantStacks(platform, exampleTenant()).roles,
    name,
    needs,
  });

  it('takes a stack that it does not know as soon as nothing needs it any more', () => {
    const stacks = [
      node('payments-roles', []),
      node('payments-networking', ['payments-roles']),
      node('payments-mesh', ['payments-networking']),
    ];
    expect(destructionOrder(stacks).map(kindOf)).toEqual(['mesh', 'networking', 'roles']);
  });

  it('rejects stacks that need each other', () => {
    const circle = [node('payments-a', ['payments-b']), node('payments-b', ['payments-a'])];
    expect(() => destructionOrder(circle)).toThrow('need each other in a circle');
  });
});
