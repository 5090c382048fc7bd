import type { SynthesizedStacks } from '@central-ingress/network-model';
import type { Json } from './breakable-world';

/** Tenants of one internet VPC: the default quota of interface endpoints. */
const TENANTS_PER_VPC = 50;
const TENANT = 'storefront';
const TENANT_ACCOUNT = '333333333333';
const CENTRAL_ROLES = 'central-roles';
const INTERNET_VPC = 'main';
const RULES_PER_SLOT = 20;

/** Terraform JSON as text by stack: what the reference set would be with so many tenants, by renaming one of them. */
export function manyTenants(reference: SynthesizedStacks, count: number): ReadonlyMap<string, string> {
  const stacks = new Map<string, string>();
  for (let vpc = 0; vpc * TENANTS_PER_VPC < count; vpc += 1) {
    const door = `door${vpc}`;
    for (const [name, document] of Object.entries(reference)) {
      if (!name.startsWith(`${INTERNET_VPC}-`)) continue;
      stacks.set(name.replace(INTERNET_VPC, door), renamedVpc(JSON.stringify(document), door));
    }
  }
  for (let index = 0; index < count; index += 1) {
    const tenant = `team${index}`;
    const slot = (index % TENANTS_PER_VPC) + 1;
    for (const [name, document] of Object.entries(reference)) {
      if (!name.startsWith(`${TENANT}-`)) continue;
      const text = renamedVpc(
        JSON.stringify(withPriority(document, slot)),
        `door${Math.floor(index / TENANTS_PER_VPC)}`,
      )
        .replaceAll(TENANT, tenant)
        .replaceAll(TENANT_ACCOUNT, String(400_000_000_000 + index));
      stacks.set(name.replace(TENANT, tenant), text);
    }
  }
  for (const [name, document] of Object.entries(reference)) {
    if (name === CENTRAL_ROLES) stacks.set(name, JSON.stringify(document));
  }
  return stacks;
}

function renamedVpc(text: string, door: string): string {
  return text
    .replaceAll(`/internet-vpc/${INTERNET_VPC}/`, `/internet-vpc/${door}/`)
    .replaceAll(`"key":"${INTERNET_VPC}/`, `"key":"${door}/`)
    .replaceAll(`acme-${INTERNET_VPC}`, `acme-${door}`)
    .replaceAll('apps.example.com', `${door}.example.com`);
}

function withPriority(document: Json, slot: number): Json {
  const rules = document.resource?.aws_lb_listener_rule;
  if (!rules) return document;
  const renumbered = Object.entries<Json>(rules).map(([id, rule]) => [
    id,
    { ...rule, priority: slot * RULES_PER_SLOT + 1 },
  ]);
  return { ...document, resource: { ...document.resource, aws_lb_listener_rule: Object.fromEntries(renumbered) } };
}
