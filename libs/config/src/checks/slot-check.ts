import type { ConfigProblem } from '../problems';
import type { TenantDraft, WorldDraft } from '../world-draft';
import { tenantDraftsOf } from '../world-draft';

/**
 * The smallest slot from 1 that is free.
 * Example: `nextFreeSlot([1, 2, 4])` is 3.
 */
export function nextFreeSlot(taken: Iterable<number>): number {
  const used = new Set(taken);
  let slot = 1;
  while (used.has(slot)) slot += 1;
  return slot;
}

/** Slots are unique in their internet VPC; each tenant that has to move is offered a slot of its own. */
export function slotProblems(world: WorldDraft): readonly ConfigProblem[] {
  return world.internetVpcs.flatMap(({ name }) => {
    const tenants = tenantDraftsOf(world, name);
    const taken = new Set(tenants.flatMap(({ exposure }) => exposure.slot ?? []));
    const holders = new Map<number, TenantDraft>();
    return tenants.flatMap((tenant) => {
      const { slot } = tenant.exposure;
      if (slot === undefined) return [];
      const holder = holders.get(slot);
      if (!holder) {
        holders.set(slot, tenant);
        return [];
      }
      const free = nextFreeSlot(taken);
      taken.add(free);
      const what = `is taken by ${holder.source.file}`;
      const rule = { expected: `a slot that no other tenant of ${name} has`, fix: `Take ${free}, the next free slot` };
      return [tenant.source.problem(['exposure', 'slot'], { what, ...rule })];
    });
  });
}
