import { HARMLESS_ARGUMENTS, HARMLESS_EVERYWHERE } from './harmless-arguments';
import type { Problem, Resource } from './resource';
import { isValueObject, textOf } from './value';
import type { Value, ValueObject } from './value';

/** What the readers asked of each type, by its name with the path of the block: `aws_lb_listener_rule.condition`. */
export class AskedArguments {
  private readonly byPlace = new Map<string, Set<string>>();

  /** Arguments that were asked at a place, to add to. */
  at(place: string): Set<string> {
    const known = this.byPlace.get(place);
    if (known) return known;
    const asked = new Set<string>();
    this.byPlace.set(place, asked);
    return asked;
  }

  /**
   * Every argument that no reader asked for and that is not harmless: it decides something that no part of the model
   * has. What is read as a whole, so that none of its own arguments was asked for, is passed over.
   */
  unreadIn(resources: Iterable<Resource>): readonly Problem[] {
    const problems: Problem[] = [];
    for (const resource of resources) this.noteUnread(resource, resource.body, placeOf(resource), '', problems);
    return problems;
  }

  private noteUnread(resource: Resource, body: ValueObject, place: string, prefix: string, problems: Problem[]): void {
    const asked = this.byPlace.get(place);
    if (!asked) return;
    for (const name in body) {
      const value = body[name];
      if (value === undefined || value === null || isHarmless(place, prefix, name, value)) continue;
      if (!asked.has(name)) {
        const { stack, address } = resource;
        const attribute = `${prefix}${name}`;
        problems.push({ stack, address, attribute, value: textOf(value), reason: 'this argument is not read' });
      } else if (this.byPlace.has(`${place}.${name}`)) {
        const blocks: readonly Value[] = Array.isArray(value) ? value : [value];
        blocks.forEach((block, index) => {
          if (!isValueObject(block)) return;
          this.noteUnread(resource, block, `${place}.${name}`, `${prefix}${name}[${index}].`, problems);
        });
      }
    }
  }
}

/** The place of a resource's own arguments: its type, with `data.` before a data source's. */
export function placeOf({ type, existing }: Resource): string {
  return existing ? `data.${type}` : type;
}

function isHarmless(place: string, prefix: string, name: string, value: Value): boolean {
  if (!prefix && HARMLESS_EVERYWHERE.has(name)) return true;
  const values = HARMLESS_ARGUMENTS[place]?.[name];
  return values === 'any' || (values?.includes(textOf(value)) ?? false);
}
