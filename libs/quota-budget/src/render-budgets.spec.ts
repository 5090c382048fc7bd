import { exampleInternetVpc, exampleWorld } from '@central-ingress/fixtures';
import { overstatedQuotas } from './granted-quotas';
import { quotaBudgets } from './quota-budget';
import { renderBudgets } from './render-budgets';

const GRANTED = { interfaceEndpoints: 50, targetGroups: 100, listenerRules: 100, certificates: 25 };

/** The example world with a second internet VPC, empty, that states raised quotas. */
function budgets(quotas: Partial<typeof GRANTED> = {}) {
  const second = { ...exampleInternetVpc('main-2'), quotas: { ...GRANTED, ...quotas } };
  return quotaBudgets({ ...exampleWorld(), internetVpcs: [exampleInternetVpc(), second] });
}

describe('renderBudgets', () => {
  it('shows a table per internet VPC', () => {
    expect(renderBudgets(budgets({ interfaceEndpoints: 120 }))).toBe(
      `main: 2 tenant(s), room for 48 more like them; interface endpoints bind first
  limit on                          used  limit  left  more tenants
  interface endpoints                  2     50    48            48
  target groups                        2    100    98            98
  listener rules                       2    100    98            98
  certificates beside the wildcard     0     25    25             -
  addresses per endpoint subnet        2    507   505           505

main-2: 0 tenant(s), room for 100 more; target groups bind first
  limit on                          used  limit  left  more tenants
  interface endpoints                  0    120   120           120
  target groups                        0    100   100           100
  listener rules                       0    100   100           100
  certificates beside the wildcard     0     25    25             -
  addresses per endpoint subnet        0    507   507           507`,
    );
  });

  it('adds what AWS grants', () => {
    expect(renderBudgets(budgets().slice(0, 1), { ...GRANTED, listenerRules: 150 })).toBe(
      `main: 2 tenant(s), room for 48 more like them; interface endpoints bind first
  limit on                          used  limit  granted  left  more tenants
  interface endpoints                  2     50       50    48            48
  target groups                        2    100      100    98            98
  listener rules                       2    100      150    98            98
  certificates beside the wildcard     0     25       25    25             -
  addresses per endpoint subnet        2    507        -   505           505`,
    );
  });

  it.each([0, -1])('says when an internet VPC has room for %d more', (furtherTenants) => {
    const full = budgets().map((budget) => ({ ...budget, furtherTenants }));
    expect(renderBudgets(full).split('\n')[0]).toBe('main: 2 tenant(s), no room: interface endpoints are used up');
  });

  it('says of a world whose tenants are all reached directly that nothing is limited', () => {
    const world = { ...exampleWorld(), internetVpcs: [], tenants: [] };
    expect(renderBudgets(quotaBudgets(world))).toBe('No internet VPC, so none of these limits counts.');
  });
});

describe('overstatedQuotas', () => {
  it('has nothing to say where AWS grants what is stated, or more', () => {
    expect(overstatedQuotas(budgets(), { ...GRANTED, listenerRules: 300 })).toEqual([]);
  });

  it('names each quota that AWS does not grant, with the place to ask', () => {
    expect(overstatedQuotas(budgets({ interfaceEndpoints: 120 }), { ...GRANTED, targetGroups: 99 })).toEqual([
      'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml: quotas.targetGroups: is more than AWS grants; got 100; expected at most 99. Have AWS Support look at the account.',
      'apps/central-internet-account/internet-vpcs/main-2/internet-vpc.yaml: quotas.interfaceEndpoints: is more than AWS grants; got 120; expected at most 50. Ask for the rest in Service Quotas (vpc, L-29B6F2EB) of the central account, or state 50.',
      'apps/central-internet-account/internet-vpcs/main-2/internet-vpc.yaml: quotas.targetGroups: is more than AWS grants; got 100; expected at most 99. Have AWS Support look at the account.',
    ]);
  });
});
