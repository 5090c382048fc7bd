import type { SynthesizedBlock } from '@central-ingress/testing';

/**
 * The values of a Helm release as Helm gets them. Holds for values without expressions, as constructs get them in specs:
 * an object of Terraform then differs from JSON by its equals signs alone.
 */
export function valuesOf({ body }: SynthesizedBlock): unknown {
  const [encoded = ''] = body['values'] as readonly string[];
  const object = /^\$\{jsonencode\((.*)\)\}$/s.exec(encoded)?.[1] ?? '';
  return JSON.parse(object.replaceAll('" = ', '": '));
}

/** The body of a Helm release without its values, which are compared apart. */
export function releaseOf({ body }: SynthesizedBlock): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'values'));
}
