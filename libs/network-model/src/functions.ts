import type { JsonValue } from './json';
import { Derived, Encoded, isValueObject, Reference, Template, Unresolved } from './value';
import type { Value } from './value';

/** Applies a Terraform function; what depends on later values stays symbolic, what is not known is unresolved. */
export function applyFunction(name: string, args: readonly Value[], expression: string): Value {
  const unresolved = args.find((arg) => arg instanceof Unresolved);
  if (unresolved) return unresolved;
  const [first, second, third] = args;
  if (name === 'jsonencode' && first !== undefined) return new Encoded(first);
  if (name === 'jsondecode') return decode(first, expression);
  if (name === 'lookup') return lookup(first, second, third, expression);
  if (name === 'replace' && typeof second === 'string' && typeof third === 'string') {
    if (typeof first === 'string') return first.split(second).join(third);
    if (first instanceof Reference || first instanceof Template) return new Derived(name, args);
  }
  return new Unresolved(expression, `the function ${name} is not known for these arguments`);
}

function decode(value: Value | undefined, expression: string): Value {
  if (value instanceof Encoded) return value.value;
  if (typeof value !== 'string') return new Unresolved(expression, 'jsondecode needs a document that a stack encodes');
  try {
    return JSON.parse(value) as JsonValue as Value;
  } catch {
    return new Unresolved(expression, 'jsondecode needs JSON');
  }
}

function lookup(
  map: Value | undefined,
  key: Value | undefined,
  fallback: Value | undefined,
  expression: string,
): Value {
  if (!isValueObject(map) || typeof key !== 'string') {
    return new Unresolved(expression, 'lookup needs a map and a key that are known');
  }
  return map[key] ?? fallback ?? new Unresolved(expression, `there is no ${JSON.stringify(key)}`);
}
