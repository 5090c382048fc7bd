import { placeOf } from './asked-arguments';
import type { AskedArguments } from './asked-arguments';
import type { PolicyDocument, PolicyParser } from './policy';
import type { Problem, Resource } from './resource';
import { identityOf } from './resource';
import { isValueObject, Reference, textOf, Unresolved } from './value';
import type { ResourceKey, Value, ValueObject } from './value';

/** What all readings of one world share. */
export interface ReadingContext {
  readonly problems: Problem[];
  readonly policies: PolicyParser;
  /** Filled by every question, so that what nobody asked for is known. */
  readonly asked: AskedArguments;
}

/**
 * Typed access to the fields of a resource or of one of its blocks. A field that is absent is `undefined`; a field whose
 * value is not of the asked kind is `undefined` too, and noted as a problem.
 */
export class Fields {
  private asked?: Set<string>;

  constructor(
    readonly resource: Resource,
    readonly body: ValueObject,
    private readonly context: ReadingContext,
    private readonly prefix = '',
    private readonly place = placeOf(resource),
  ) {}

  /** The part of the model that every entity of this resource starts with. */
  identity() {
    return identityOf(this.resource);
  }

  /** True when the configuration says anything on the field. */
  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  /** Names of all fields that are configured. */
  names(): readonly string[] {
    return Object.keys(this.body).filter((name) => (this.body[name] ?? undefined) !== undefined);
  }

  /** The value as it was resolved. */
  raw(name: string): Value | undefined {
    this.asked ??= this.context.asked.at(this.place);
    this.asked.add(name);
    return this.body[name] ?? undefined;
  }

  /** A text that is known before deploy. */
  text(name: string): string | undefined {
    return this.scalar(name, this.raw(name), 'a text that is known before deploy', (value) =>
      typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined,
    );
  }

  /** A number, also one that Terraform's JSON spells as a text. */
  number(name: string): number | undefined {
    return this.scalar(name, this.raw(name), 'a number', (value) => {
      const number = typeof value === 'string' && value.trim() ? Number(value) : value;
      return typeof number === 'number' && !Number.isNaN(number) ? number : undefined;
    });
  }

  /** A switch; `fallback` is what the provider takes when nothing is said. */
  flag(name: string, fallback: boolean): boolean {
    const value = this.scalar(name, this.raw(name), 'true or false', (given) => {
      if (given === true || given === 'true') return true;
      return given === false || given === 'false' ? false : undefined;
    });
    return value ?? fallback;
  }

  /** Texts of a list; one that is not known is a problem and left out. */
  texts(name: string): readonly string[] {
    return this.items(name).flatMap((value, index) => {
      const text = this.scalar(`${name}[${index}]`, value, 'a text that is known before deploy', (given) =>
        typeof given === 'string' ? given : undefined,
      );
      return text === undefined ? [] : [text];
    });
  }

  /** Blocks of a name, whether the JSON has one or a list; one that is not written out is a problem and left out. */
  blocks(name: string): readonly Fields[] {
    return this.items(name).flatMap((value, index) => {
      const place = `${name}[${index}]`;
      if (isValueObject(value)) {
        const path = `${this.place}.${name}`;
        return [new Fields(this.resource, value, this.context, `${this.prefix}${place}.`, path)];
      }
      return value === null ? [] : (this.problem(place, value, 'expected a block that is written out') ?? []);
    });
  }

  /** The first block of a name. */
  block(name: string): Fields | undefined {
    return this.blocks(name)[0];
  }

  /**
   * Key of the resource whose attribute the field holds; noted as a problem when it holds anything else.
   * @param types Terraform types that fit, e.g. `aws_vpc`, or `data.aws_lb` for what is looked up: a look-up may find a
   *   resource of these stacks, which would then have two keys
   * @param attributes attributes that fit; default `id` and `arn`
   */
  link(name: string, types: string | readonly string[], attributes?: readonly string[]): ResourceKey | undefined {
    const value = this.raw(name);
    return value === undefined ? undefined : this.linkTo(name, value, types, attributes);
  }

  /** {@link link} for each item of a list. */
  links(name: string, types: string | readonly string[], attributes?: readonly string[]): readonly ResourceKey[] {
    return this.items(name).flatMap((value, index) => this.linkTo(`${name}[${index}]`, value, types, attributes) ?? []);
  }

  /** A policy that the field holds as JSON text. */
  policy(name: string): PolicyDocument | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    return (
      this.context.policies.parse(value) ?? this.problem(name, value, 'expected a policy document with statements')
    );
  }

  /** Notes that a field could not be made sense of. */
  problem(name: string, value: Value | undefined, reason: string): undefined {
    // An unresolved expression is noted once, with its own reason, where the body is read.
    if (value instanceof Unresolved) return undefined;
    const { stack, address } = this.resource;
    this.context.problems.push({ stack, address, attribute: `${this.prefix}${name}`, value: textOf(value), reason });
    return undefined;
  }

  /** The values of a list; a value that stands alone is a list of one. */
  items(name: string): readonly Value[] {
    const value = this.raw(name);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
  }

  private linkTo(
    name: string,
    value: Value,
    types: string | readonly string[],
    attributes: readonly string[] = ['id', 'arn'],
  ): ResourceKey | undefined {
    const fitting = typeof types === 'string' ? [types] : types;
    if (value instanceof Reference) {
      const isOfType = fitting.some((type) => value.address.startsWith(`${type}.`));
      const fits = isOfType && attributes.includes(value.attribute);
      if (fits) return value.key;
    }
    return this.problem(name, value, `expected ${attributes.join(' or ')} of ${fitting.join(' or ')}`);
  }

  private scalar<T>(
    name: string,
    value: Value | undefined,
    expected: string,
    convert: (value: Value) => T | undefined,
  ): T | undefined {
    if (value === undefined) return undefined;
    return convert(value) ?? this.problem(name, value, `expected ${expected}`);
  }
}
