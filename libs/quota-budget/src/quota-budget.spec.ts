import { exampleInternetVpc, examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import type { CentralTenant, World } from '@central-ingress/config';
import fc from 'fast-check';
import { limitInTheWay, quotaBudget } from './quota-budget';

const DOMAIN = 'apps.example.com';

/** A tenant with so many hosts under the wildcard, and so many more that each need a zone's certificate. */
function tenant(slot: number, hosts: number, outside = 0): CentralTenant {
  const base = exampleTenant(`t${slot}`, slot);
  const wildcard = { type: 'wildcard' as const };
  const own = { type: 'hostedZone' as const, hostedZone: `t${slot}.org` };
  return {
    ...base,
    exposure: {
      ...base.exposure,
      hosts: [
        ...Array.from({ length: hosts }, (_, index) => ({
          name: `h${index}-t${slot}.${DOMAIN}`,
          certificate: wildcard,
        })),
        ...Array.from({ length: outside }, (_, index) => ({ name: `h${index}.t${slot}.org`, certificate: own })),
      ],
    },
  };
}

function worldOf(tenants: readonly CentralTenant[], quotas = {}): World {
  const vpc = exampleInternetVpc();
  return { platform: examplePlatform(), internetVpcs: [{ ...vpc, quotas: { ...vpc.quotas, ...quotas } }], tenants };
}

function budgetOf(tenants: readonly CentralTenant[], quotas = {}) {
  const world = worldOf(tenants, quotas);
  return quotaBudget(world, world.internetVpcs[0] ?? exampleInternetVpc());
}

describe('quotaBudget', () => {
  it('tells of every limit what is used, what is left and how many more tenants fit', () => {
    expect(budgetOf([tenant(1, 7), tenant(2, 1, 1)])).toEqual({
      internetVpc: 'main',
      tenants: 2,
      lines: [
        { quota: 'interfaceEndpoints', used: 2, limit: 50, left: 48, furtherTenants: 48 },
        { quota: 'targetGroups', used: 2, limit: 100, left: 98, furtherTenants: 98 },
        { quota: 'listenerRules', used: 3, limit: 100, left: 97, furtherTenants: 64 },
        { quota: 'certificates', used: 1, limit: 25, left: 24, furtherTenants: 48 },
        { quota: 'endpointAddresses', used: 2, limit: 507, left: 505, furtherTenants: 505 },
      ],
      bindsFirst: 'interfaceEndpoints',
      furtherTenants: 48,
    });
  });

  it.each([
    ['interface endpoints', [tenant(1, 5)], {}, 'interfaceEndpoints', 49],
    ['target groups once AWS grants more endpoints', [tenant(1, 5)], { interfaceEndpoints: 200 }, 'targetGroups', 99],
    ['rules where tenants have many hosts', [tenant(1, 11)], {}, 'listenerRules', 32],
    ['certificates where hosts lie outside the domain', [tenant(1, 0, 1)], {}, 'certificates', 24],
    ['interface endpoints in an empty internet VPC', [], {}, 'interfaceEndpoints', 50],
  ])('names %s as what binds first', (_, tenants, quotas, quota, further) => {
    const { bindsFirst, furtherTenants } = budgetOf(tenants, quotas);
    expect([bindsFirst, furtherTenants]).toEqual([quota, further]);
  });

  it('has no room at the limit', () => {
    const { bindsFirst, furtherTenants } = budgetOf(Array.from({ length: 50 }, (_, slot) => tenant(slot, 1)));
    expect([bindsFirst, furtherTenants]).toEqual(['interfaceEndpoints', 0]);
  });

  it('keeps its promise: so many more of a tenant fit, and one more does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (hosts, outside, count) => {
          const like = (slot: number): CentralTenant => tenant(slot, hosts, outside);
          const tenants = Array.from({ length: count }, (_, slot) => like(slot));
          const { furtherTenants: more } = budgetOf(tenants);
          fc.pre(more >= 0);
          const isOver = (further: number): boolean =>
            budgetOf([...tenants, ...Array.from({ length: further }, (_, index) => like(count + index))]).lines.some(
              ({ left }) => left < 0,
            );
          expect([isOver(more), isOver(more + 1)]).toEqual([false, true]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('limitInTheWay', () => {
  const nearlyFull = budgetOf(Array.from({ length: 33 }, (_, slot) => tenant(slot, 15)));

  it.each([
    [1, undefined],
    [5, undefined],
    [6, 'listenerRules'],
  ])('says what a tenant of %i hosts meets', (hosts, quota) => {
    expect(limitInTheWay(nearlyFull, hosts)?.quota).toBe(quota);
  });
});
