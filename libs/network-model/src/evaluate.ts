import type { Expression, ForExpression } from './expression';
import { SyntaxProblem } from './expression';
import { applyFunction } from './functions';
import type { JsonObject, JsonValue } from './json';
import { isJsonObject } from './json';
import { parseTemplate } from './parse-expression';
import { takeStep } from './take-step';
import { ElementMap, LoopElement, Reference, Template, Unresolved } from './value';
import type { Value, ValueObject } from './value';

/**
 * What a name stands for, with as many of the steps behind it as belong to it.
 * Example: `local`, [`addresses`, `euc1-az1`] is the value of the local `addresses`, one step used.
 */
export type Scope = (
  root: string,
  steps: readonly Value[],
  expression: string,
) => { readonly value: Value; readonly used: number };

/** Evaluates the strings of one stack's JSON; each different string is parsed and evaluated once. */
export class Evaluator {
  private readonly known = new Map<string, Value>();
  private readonly inProgress = new Set<string>();

  constructor(private readonly scope: Scope) {}

  /** What a JSON value amounts to. Comments, fields named `//`, are left out. */
  evaluate(json: JsonValue | undefined): Value {
    if (typeof json === 'string') return this.template(json);
    if (Array.isArray(json)) return this.list(json);
    if (!isJsonObject(json)) return (json ?? null) as Value;
    return this.fields(json);
  }

  /** What needs no evaluation stays the same object, which keeps worlds of hundreds of stacks small. */
  private list(json: readonly JsonValue[]): Value {
    const items = json.map((item) => this.evaluate(item));
    return items.every((item, index) => item === json[index]) ? (json as readonly Value[]) : items;
  }

  private fields(json: JsonObject): Value {
    let changed = false;
    const fields: Record<string, Value> = {};
    for (const name in json) {
      const value = name === '//' ? undefined : this.evaluate(json[name]);
      changed ||= value !== json[name];
      if (value !== undefined) fields[name] = value;
    }
    return changed ? fields : (json as ValueObject);
  }

  private template(text: string): Value {
    if (!text.includes('${') && !text.includes('%{')) return text;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.inProgress.has(text)) return new Unresolved(text, 'it refers to itself');
    this.inProgress.add(text);
    const value = this.parsed(text);
    this.inProgress.delete(text);
    this.known.set(text, value);
    return value;
  }

  private parsed(text: string): Value {
    try {
      return this.expression(parseTemplate(text), { text });
    } catch (error) {
      if (error instanceof SyntaxProblem) return new Unresolved(text, error.message);
      throw error;
    }
  }

  private expression(node: Expression, context: Context): Value {
    switch (node.type) {
      case 'literal':
        return node.value;
      case 'template':
        return this.joined(node.parts, context);
      case 'list':
        return node.items.map((item) => this.expression(item, context));
      case 'object':
        return this.object(node.entries, context);
      case 'call':
        return applyFunction(
          node.name,
          node.args.map((arg) => this.expression(arg, context)),
          context.text,
        );
      case 'for':
        return this.loop(node, context);
      default:
        return this.traversal(node, context);
    }
  }

  private joined(parts: readonly Expression[], context: Context): Value {
    const values = parts.map((part) => this.expression(part, context));
    const unresolved = values.find((value) => value instanceof Unresolved);
    if (unresolved) return unresolved;
    return values.every((value) => typeof value !== 'object') ? values.join('') : new Template(values);
  }

  private object(entries: readonly (readonly [Expression, Expression])[], context: Context): Value {
    const fields: Record<string, Value> = {};
    for (const [key, value] of entries) {
      const name = this.expression(key, context);
      if (typeof name === 'object') return new Unresolved(context.text, 'a key of an object is not known');
      fields[String(name)] = this.expression(value, context);
    }
    return fields;
  }

  /** A name with the attributes and indexes behind it. */
  private traversal(node: Expression, context: Context): Value {
    const steps: Value[] = [];
    let root = node;
    while (root.type === 'attribute' || root.type === 'index') {
      steps.unshift(root.type === 'attribute' ? root.name : this.expression(root.index, context));
      root = root.of;
    }
    let value: Value;
    let used = 0;
    if (root.type !== 'variable') value = this.expression(root, context);
    else if (root.name === context.loop?.variable) value = context.loop.element;
    else ({ value, used } = this.scope(root.name, steps, context.text));
    return steps.slice(used).reduce<Value>((at, step) => takeStep(at, step, context.text), value);
  }

  private loop({ variable, collection, key, value }: ForExpression, context: Context): Value {
    const items = this.expression(collection, context);
    if (items instanceof Unresolved) return items;
    const inside = (element: Value): Context => ({ ...context, loop: { variable, element } });
    if (Array.isArray(items)) {
      const values = items.map((item: Value) => this.expression(value, inside(item)));
      if (!key) return values;
      const names = items.map((item: Value) => this.expression(key, inside(item)));
      if (names.every((name) => typeof name === 'string')) {
        return Object.fromEntries(names.map((name, index) => [name, values[index]])) as ValueObject;
      }
    }
    if (items instanceof Reference && key) {
      const element = inside(new LoopElement([]));
      const [name, field] = [this.expression(key, element), this.expression(value, element)];
      if (name instanceof LoopElement && field instanceof LoopElement) {
        const [only, ...rest] = name.path;
        if (typeof only === 'string' && !rest.length) return new ElementMap(items, only, field.path);
      }
    }
    return new Unresolved(context.text, 'this for expression is not known');
  }
}

interface Context {
  /** The whole string, for messages. */
  readonly text: string;
  readonly loop?: { readonly variable: string; readonly element: Value };
}
