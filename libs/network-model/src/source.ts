import { placeOf } from './asked-arguments';
import { Fields } from './fields';
import type { ReadingContext } from './fields';
import type { Resource } from './resource';

/** All resources of a world, by type; what the readers of the model's parts read from. */
export class Source {
  private readonly byType = new Map<string, Fields[]>();
  private readonly asked = new Set<string>();

  constructor(resources: Iterable<Resource>, context: ReadingContext) {
    for (const resource of resources) {
      const fields = new Fields(resource, resource.body, context);
      const name = placeOf(resource);
      const sameType = this.byType.get(name);
      if (sameType) sameType.push(fields);
      else this.byType.set(name, [fields]);
    }
  }

  /** Resources of a Terraform type; data sources have the prefix `data.`. */
  ofType(type: string): readonly Fields[] {
    this.asked.add(type);
    return this.byType.get(type) ?? [];
  }

  /** Every type that a reader has asked for so far, whether or not the world has it. */
  get askedTypes(): ReadonlySet<string> {
    return this.asked;
  }
}

/** A part of the model: all entities of one kind by key, in the order of the stacks. */
export type Entities<T> = ReadonlyMap<string, T>;

/** Collects entities by their key. */
export function byKey<T extends { readonly key: string }>(entities: readonly T[]): Entities<T> {
  return new Map(entities.map((entity) => [entity.key, entity]));
}

/** Groups what belongs to an owner; what has none is left out. */
export function groupedBy<T>(
  items: readonly T[],
  ownerOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const owner = ownerOf(item);
    if (owner === undefined) continue;
    const group = groups.get(owner);
    if (group) group.push(item);
    else groups.set(owner, [item]);
  }
  return groups;
}
