import type { BreakableWorld, Json } from './breakable-world';
import { mutant } from './mutant';
import type { Mutant } from './mutant';

/** A resource: its stack, its type and a part of its id. */
type Place = readonly [stack: string, type: string, part: string];

/** An argument that no part of the model reads, and that decides something. */
export function unread(
  name: string,
  [stack, type, part]: Place,
  [argument, value]: readonly [argument: string, value: Json],
  shown: string,
): Mutant {
  return unreadWithin(name, [stack, type, part], '', [argument, value], shown);
}

/** The same in a block of the resource: its path as the message has it, e.g. `condition[0].host_header[0]`. */
export function unreadWithin(
  name: string,
  [stack, type, part]: Place,
  path: string,
  [argument, value]: readonly [argument: string, value: Json],
  shown: string,
): Mutant {
  const steps = path ? path.split('.') : [];
  return mutant(
    name,
    (world: BreakableWorld) => {
      const block = steps.reduce<Json>(
        (at, step) => {
          const [, field = '', index] = /^(\w+)\[(\d+)\]$/.exec(step) ?? [];
          return Array.isArray(at[field]) ? at[field][Number(index)] : at[field];
        },
        world.body(stack, type, part),
      );
      block[argument] = value;
    },
    'unresolved',
    'model',
    `${stack}: ${type}.`,
    `${[...steps, argument].join('.')} = ${shown} cannot be resolved: this argument is not read`,
  );
}
