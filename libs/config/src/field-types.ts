import { cidrProblem, parseCidr, prefixLength } from '@central-ingress/addressing';
import type { Cidr } from '@central-ingress/addressing';
import { z } from 'zod';
import { findingMessage } from './finding';
import type { Finding, Rule } from './finding';

/** A common mistake in a text, with words of its own. */
export interface Mistake extends Partial<Finding> {
  readonly when: RegExp;
  readonly what: string;
}

/** Reports one finding about the value that a zod check looks at. */
export function report(context: z.core.$RefinementCtx, finding: Finding, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message: findingMessage(finding), path });
}

/** A mapping with exactly these keys; an unknown one is named, with the key that may have been meant. */
export function section<S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape);
  const expected = `a mapping with the keys ${known.join(', ')}`;
  return z.strictObject(shape, {
    error: findingMessage({ expected, fix: 'Write it as docs/configuration.md describes', known }),
  });
}

/** What a mapping with several forms says when it has none of them, or is no mapping at all. */
export function formOf(types: readonly string[], fix: string) {
  const mapping = findingMessage({ expected: `a mapping with type (${types.join(', ')}) and what belongs to it`, fix });
  const unknown = findingMessage({ expected: `one of ${types.join(', ')}`, fix });
  return { error: ({ code }: { readonly code: string }) => (code === 'invalid_type' ? mapping : unknown) };
}

/** A text of one shape. The first mistake that fits speaks; otherwise the rule does. */
export function text(pattern: RegExp, rule: Rule, mistakes: readonly Mistake[] = []) {
  return z
    .string(findingMessage(rule))
    .superRefine((value, context) => {
      const mistake = mistakes.find(({ when }) => when.test(value));
      if (mistake) report(context, { ...rule, what: mistake.what, ...definedOf(mistake) });
      else if (!pattern.test(value)) report(context, rule);
    })
    .meta({ pattern: pattern.source });
}

function definedOf({ expected, fix }: Partial<Rule>): Partial<Rule> {
  return { ...(expected ? { expected } : {}), ...(fix ? { fix } : {}) };
}

/** A whole number in a range, both ends included. */
export function integer(min: number, max: number, fix: string) {
  const message = findingMessage({ expected: `a whole number from ${min} to ${max}`, fix });
  return z.int(message).min(min, message).max(max, message);
}

/** One of a few words. */
export function choice<const V extends readonly string[]>(values: V, fix = 'Choose one of them') {
  return z.enum(values, findingMessage({ expected: `one of ${values.join(', ')}`, fix }));
}

/** `true` or `false`. */
export function flag() {
  return z.boolean(findingMessage({ expected: 'true or false', fix: 'Write true or false, without quotes' }));
}

/** A list without repetitions, of `min` to `max` items. */
export function listOf<S extends z.ZodType>(item: S, min: number, max: number, rule: Rule) {
  return z
    .array(item, findingMessage(rule))
    .superRefine((values, context) => {
      if (values.length < min || values.length > max) report(context, rule);
      values.forEach((value, index) => {
        if (typeof value !== 'string' || values.indexOf(value) === index) return;
        report(context, { what: 'is listed twice', expected: 'each value once', fix: 'Remove one of the two' }, [
          index,
        ]);
      });
    })
    .meta({ minItems: min, maxItems: max });
}

/**
 * An IPv4 block whose prefix length lies in a range, e.g. 16 to 20 for `/16 to /20`.
 * @param tooLarge what a block with a shorter prefix means, when there is more to say than its size
 */
export function cidr(
  shortest: number,
  longest: number,
  fix: string,
  tooLarge = 'is too large',
): z.ZodType<Cidr, string> {
  const expected = `an IPv4 block of size /${shortest} to /${longest}`;
  return z
    .string(findingMessage({ expected, fix }))
    .superRefine((value, context) => {
      const problem = cidrProblem(value);
      if (problem) {
        report(context, { what: 'is no CIDR block', expected: problem.replace(/^expected /, ''), fix });
        return;
      }
      const length = prefixLength(parseCidr(value));
      const what = length < shortest ? tooLarge : 'is too small';
      if (length < shortest || length > longest) report(context, { what, expected, fix });
    })
    .meta({ pattern: '^\\d{1,3}(?:\\.\\d{1,3}){3}/\\d{1,2}$' })
    .transform((value) => parseCidr(value));
}

/** Adds what a key is for, shown by editors and by the reference. */
export function described<S extends z.ZodType>(schema: S, description: string): S {
  return schema.meta({ ...schema.meta(), description }) as S;
}
