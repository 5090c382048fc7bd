import { isJsonObject } from '@central-ingress/network-model';
import type { JsonObject } from '@central-ingress/network-model';

/** What checkov judges; the rest of a stack, such as `terraform.required_version`, its parser does not take. */
const JUDGED = ['provider', 'data', 'resource'] as const;

/** The part of a stack's JSON that checkov scans. */
export function scannedJson(stack: JsonObject): JsonObject {
  return Object.fromEntries(JUDGED.flatMap((block) => (block in stack ? [[block, stack[block]]] : []))) as JsonObject;
}

/**
 * The construct path of a resource, by the name that checkov gives it.
 * @param name `<type>.<id>` or, from some of its checks, `resource.<id>` or `data.<type>.<id>`
 */
export function constructPath(stack: JsonObject, name: string): string {
  const id = name.split('.').at(-1) as string;
  for (const block of ['resource', 'data']) {
    for (const resources of Object.values(object(stack[block]))) {
      const path = object(object(object(object(resources)[id])['//'])['metadata'])['path'];
      if (typeof path === 'string') return path;
    }
  }
  return name;
}

function object(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
