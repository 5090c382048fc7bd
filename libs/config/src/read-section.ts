import type { z } from 'zod';
import type { ConfigProblem } from './problems';
import { schemaProblems } from './schema-problems';
import type { YamlSource } from './yaml-source';

/** A file, or a part of one, as far as it fits its schema. */
export interface ReadSection<T> {
  /** The keys whose values are valid: enough for the checks between files, so that one report names all. */
  readonly fields: Partial<T>;
  /** All of it, when there is no problem. */
  readonly whole: T | undefined;
  readonly problems: readonly ConfigProblem[];
}

/** Reads the value of a file by a schema. */
export function readSection<S extends z.ZodObject>(source: YamlSource, schema: S): ReadSection<z.output<S>> {
  if (source.problems.length) return { fields: {}, whole: undefined, problems: source.problems };
  const result = schema.safeParse(source.value);
  if (result.success) return { fields: result.data, whole: result.data, problems: [] };
  return {
    fields: validFields(schema, source.value),
    whole: undefined,
    problems: schemaProblems(source, result.error.issues),
  };
}

/** The keys of a value that fit the schema, each by itself. */
export function validFields<S extends z.ZodObject>(schema: S, value: unknown): Partial<z.output<S>> {
  const given = (typeof value === 'object' ? value : undefined) as Record<string, unknown> | null | undefined;
  const entries = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, field]) => {
    const result = field.safeParse(given?.[key]);
    return result.success ? [[key, result.data] as const] : [];
  });
  return Object.fromEntries(entries) as Partial<z.output<S>>;
}
