/** A JSON value as `JSON.parse` gives it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object as `JSON.parse` gives it. */
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/** Every synthesized stack by its name: what its `cdk.tf.json` holds, parsed. */
export type SynthesizedStacks = Readonly<Record<string, JsonObject>>;

/** True for an object, and for no list and no null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
