import type { World } from '@central-ingress/config';
import { exampleDirectTenant, exampleWorld } from '@central-ingress/fixtures';
import { SynthesizedStack } from '@central-ingress/testing';
import { App, TerraformStack } from 'cdktf';
import { addServiceStacks } from './add-service-stacks';

/** The example world and, beside its central tenants, the direct tenant `partner-api`. */
export function exampleWorldWithDirect(): World {
  const world = exampleWorld();
  return { ...world, tenants: [exampleDirectTenant(), ...world.tenants] };
}

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

/** An example tenant's stack, e.g. `networking`; `payments` is central, `partner-api` direct. */
export function exampleStack(name: string, tenant: 'payments' | 'partner-api' = 'payments'): SynthesizedStack {
  const stack = synthesizeServiceStacks(exampleWorldWithDirect(), new Set([tenant])).get(`${tenant}-${name}`);
  if (!stack) throw new Error(`no stack ${tenant}-${name}`);
  return stack;
}

/** Terraform JSON with every policy document as the object it is, so that a person can review it. */
export function readable(value: unknown): unknown {
  if (typeof value === 'string') return /^\{"(Version|rules)"/.test(value) ? JSON.parse(value) : value;
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}
