import fc from 'fast-check';
import { hostRules, HOSTS_PER_RULE, MAX_SLOT, RULES_PER_SLOT } from './host-rules';
import type { CentralExposure } from './model';

/** Highest priority of a listener rule. @source ELB CreateRule, Priority */
const HIGHEST_PRIORITY = 50_000;

function exposure(slot: number, hostCount: number): CentralExposure {
  const hosts = Array.from({ length: hostCount }, (_, index) => {
    return { name: `h${index}.apps.example.com`, certificate: { type: 'wildcard' as const } };
  });
  return { type: 'central', internetVpc: 'main', slot, hosts, healthCheckPath: '/' };
}

const slots = fc.integer({ min: 0, max: MAX_SLOT });
const hostCounts = fc.integer({ min: 1, max: RULES_PER_SLOT * HOSTS_PER_RULE });

describe('hostRules', () => {
  it.each([
    [0, 1, [1]],
    [1, 5, [21]],
    [3, 7, [61, 62]],
    [1999, 100, Array.from({ length: 20 }, (_, index) => 39_981 + index)],
  ])('gives slot %i with %i hosts the priorities %j', (slot, count, priorities) => {
    expect(hostRules(exposure(slot, count)).map(({ priority }) => priority)).toEqual(priorities);
  });

  it('keeps every host once, in order, at most five in a rule', () => {
    fc.assert(
      fc.property(slots, hostCounts, (slot, count) => {
        const given = exposure(slot, count);
        const rules = hostRules(given);
        expect(rules.flatMap(({ hosts }) => hosts)).toEqual(given.hosts);
        expect(Math.max(...rules.map(({ hosts }) => hosts.length))).toBeLessThanOrEqual(HOSTS_PER_RULE);
      }),
    );
  });

  it('never gives two slots the same priority, nor one that the listener refuses', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(slots, hostCounts), { selector: ([slot]) => slot, maxLength: 30 }),
        (tenants) => {
          const priorities = tenants.flatMap(([slot, count]) =>
            hostRules(exposure(slot, count)).map((rule) => rule.priority),
          );
          expect(new Set(priorities).size).toBe(priorities.length);
          expect(priorities.every((priority) => priority >= 1 && priority <= HIGHEST_PRIORITY)).toBe(true);
        },
      ),
    );
  });
});
