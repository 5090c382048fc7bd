import { ElementMap, isValueObject, LoopElement, Reference, Unresolved } from './value';
import type { Value } from './value';

/** Takes an attribute or index of a value, as `.name` and `[…]` do. */
export function takeStep(value: Value, step: Value, expression: string): Value {
  if (value instanceof Unresolved) return value;
  if (step instanceof Unresolved) return step;
  const known = typeof step === 'string' || typeof step === 'number';
  if (value instanceof ElementMap) {
    return new Reference(
      value.list.stack,
      value.list.address,
      [...value.list.path, { where: value.key, equals: step }, ...value.path],
      value.list.via,
    );
  }
  if (!known) return new Unresolved(expression, 'an index is not known');
  if (value instanceof Reference) return new Reference(value.stack, value.address, [...value.path, step], value.via);
  if (value instanceof LoopElement) return new LoopElement([...value.path, step]);
  const found = ownStep(value, step);
  return found === undefined ? new Unresolved(expression, `there is no ${JSON.stringify(step)}`) : found;
}

/**
 * The configured value at a path, or none where the configuration says nothing and AWS decides.
 * A block that stands alone in the JSON is also the first of its list.
 */
export function ownStep(value: Value, step: string | number): Value | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  if (!isValueObject(value)) return undefined;
  if (step === 0) return value;
  return typeof step === 'string' && Object.hasOwn(value, step) ? value[step] : undefined;
}
