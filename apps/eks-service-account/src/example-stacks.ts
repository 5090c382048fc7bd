import type { World } from '@central-ingress/config';
import { exampleWorld } from '@central-ingress/fixtures';
import { SynthesizedStack } from '@central-ingress/testing';
import { App, TerraformStack } from 'cdktf';
import { addServiceStacks } from './add-service-stacks';

/** The synthesized stacks of a world by name, for specs. */
export function synthesizeServiceStacks(
  world: World = exampleWorld(),
  wanted?: ReadonlySet<string>,
): ReadonlyMap<string, SynthesizedStack> {
  const app = new App({ stackTraces: false });
  addServiceStacks(app, world, wanted);
  const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
  return new Map(stacks.map((stack) => [stack.node.id, new SynthesizedStack(stack)]));
}

/** The example world's stack of `payments`, e.g. `networking`. */
export function exampleStack(name: string): SynthesizedStack {
  const stack = synthesizeServiceStacks(exampleWorld(), new Set(['payments'])).get(`payments-${name}`);
  if (!stack) throw new Error(`no stack payments-${name}`);
  return stack;
}

/** Terraform JSON with every policy document as the object it is, so that a person can review it. */
export function readable(value: unknown): unknown {
  if (typeof value === 'string') return /^\{"(Version|rules)"/.test(value) ? JSON.parse(value) : value;
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}
