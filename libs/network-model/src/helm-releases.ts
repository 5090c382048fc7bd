import type { JsonValue } from './json';
import { isJsonObject } from './json';
import type { Identity } from './resource';
import { byKey } from './source';
import type { Entities, Source } from './source';
import { Encoded, isValueObject } from './value';
import type { Value, ValueObject } from './value';

/** A chart that is installed in a cluster. */
export interface HelmRelease extends Identity {
  readonly name?: string;
  readonly namespace?: string;
  /** Name of the chart in its repository, or the place of one of our own. */
  readonly chart?: string;
  readonly version?: string;
  /** Where its chart is fetched from; none for one that lies beside the stack. */
  readonly repository?: string;
  /** What the chart is told, a later document over an earlier one; what it takes by default is not among it. */
  readonly values: ValueObject;
}

/** Arguments that change single values beside `values`. */
const SINGLE_VALUES = ['set', 'set_list', 'set_sensitive', 'set_wo'] as const;

/** Reads releases of Helm charts. */
export function readHelmReleases(source: Source): Entities<HelmRelease> {
  return byKey(
    source.ofType('helm_release').map((fields) => {
      for (const name of SINGLE_VALUES) {
        if (fields.has(name)) fields.problem(name, fields.raw(name), 'only values as a whole are read');
      }
      return {
        ...fields.identity(),
        name: fields.text('name'),
        namespace: fields.text('namespace'),
        chart: chartOf(fields.text('chart')),
        version: fields.text('version'),
        repository: fields.text('repository'),
        values: fields.items('values').reduce<ValueObject>((all, value, index) => {
          const document = valuesOf(value);
          if (document) return merged(all, document);
          fields.problem(`values[${index}]`, value, 'expected values as JSON');
          return all;
        }, {}),
      };
    }),
  );
}

/** A chart that is fetched beforehand lies beside the stack, in a file that names it with its version. */
function chartOf(chart: string | undefined): string | undefined {
  return /^\.\/assets\/.*\/([a-z-]+)-\d+\.\d+\.\d+\.tgz$/.exec(chart ?? '')?.[1] ?? chart;
}

/** One document of values. YAML that is no JSON is not read. */
function valuesOf(value: Value): ValueObject | undefined {
  if (value instanceof Encoded) return isValueObject(value.value) ? value.value : undefined;
  if (typeof value !== 'string') return undefined;
  try {
    const json = JSON.parse(value) as JsonValue;
    return isJsonObject(json) ? (json as ValueObject) : undefined;
  } catch {
    return undefined;
  }
}

/** As Helm does it: objects are put together field by field, anything else is replaced. */
function merged(under: ValueObject, over: ValueObject): ValueObject {
  const all: Record<string, Value | undefined> = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const former = all[name];
    all[name] = isValueObject(former) && isValueObject(value) ? merged(former, value) : value;
  }
  return all;
}

/** The value at a path into values; none where they say nothing. */
export function valueAt(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((at, name) => (isValueObject(at) ? at[name] : undefined), value) ?? undefined;
}

/** The text or number at a path; none for anything else. */
export function textAt(value: Value | undefined, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** The number at a path, also one that is spelled as a text. */
export function numberAt(value: Value | undefined, ...path: readonly string[]): number | undefined {
  const text = textAt(value, ...path);
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The switch at a path; `fallback` is what the chart takes when nothing is said. */
export function flagAt(fallback: boolean, value: Value | undefined, ...path: readonly string[]): boolean {
  const found = valueAt(value, ...path);
  if (found === undefined || found === '') return fallback;
  return found === true || found === 'true';
}
