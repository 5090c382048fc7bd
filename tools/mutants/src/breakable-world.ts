import type { SynthesizedStacks } from '@central-ingress/network-model';

/** JSON that is written to: whatever `JSON.parse` gives. */
export type Json = ReturnType<typeof JSON.parse>;

/** A copy of synthesized stacks whose resources are found by a part of their id, to be broken. */
export class BreakableWorld {
  readonly stacks: Record<string, Json>;

  constructor(stacks: SynthesizedStacks) {
    this.stacks = structuredClone(stacks) as Record<string, Json>;
  }

  /**
   * Body of the one resource of a type whose id contains a part.
   * @throws RangeError when there is none or several
   */
  body(stack: string, type: string, part = ''): Json {
    return this.ofType(stack, type)[this.id(stack, type, part)];
  }

  /** Reference to an attribute of a resource, as Terraform writes it. */
  reference(stack: string, type: string, part: string, attribute: string): string {
    return `\${${type}.${this.id(stack, type, part)}.${attribute}}`;
  }

  /** The document of a stack. */
  stack(name: string): Json {
    const found = this.stacks[name];
    if (!found) throw new RangeError(`no stack ${name}`);
    return found;
  }

  add(stack: string, type: string, id: string, body: Json): void {
    const resources = this.stack(stack).resource;
    resources[type] = { ...resources[type], [id]: body };
  }

  remove(stack: string, type: string, part = ''): void {
    delete this.ofType(stack, type)[this.id(stack, type, part)];
  }

  /**
   * Replaces a text in the values of a chart, of which the release's id contains a part.
   * @throws RangeError when the values do not hold the text
   */
  values(stack: string, part: string, from: string, to: string): void {
    const release = this.body(stack, 'helm_release', part);
    const [before] = release.values as string[];
    if (!before?.includes(from)) throw new RangeError(`${stack}: the values of ${part} do not hold ${from}`);
    release.values = [before.replace(from, to)];
  }

  /** Changes a policy that a body holds as text. */
  policy(body: Json, attribute: string, change: (document: Json) => void): void {
    const document = JSON.parse(body[attribute] as string) as Json;
    change(document);
    body[attribute] = JSON.stringify(document);
  }

  private id(stack: string, type: string, part: string): string {
    const ids = Object.keys(this.ofType(stack, type)).filter((id) => id.includes(part));
    if (ids.length !== 1)
      throw new RangeError(`${stack}: ${ids.length} resources ${type} with "${part}": ${ids.join(', ')}`);
    return ids[0] ?? '';
  }

  private ofType(stack: string, type: string): Json {
    const { resource, data } = this.stack(stack);
    return (type.startsWith('data.') ? data?.[type.slice(5)] : resource?.[type]) ?? {};
  }
}
