import { isDirect } from './lookup';
import type { TenantConfig, World } from './model';

/** Something that whoever deploys a tenant should know of what its file chooses; no mistake. */
export interface Notice {
  /** Connection name. */
  readonly tenant: string;
  /** One sentence or more, without the tenant's name, e.g. `is exposed directly: ...`. */
  readonly text: string;
}

/** @source AWS WAF Developer Guide, resources that a web ACL protects: no Network Load Balancer is among them */
const DIRECT =
  'is exposed directly: no WAF protects it, as AWS has none for an NLB, and its VPC has an internet gateway with ' +
  'public subnets. Exposure central has neither drawback.';
/** @source kubernetes.io/blog/2025/11/11/ingress-nginx-retirement */
const NGINX =
  'runs ingress-nginx, which is retired upstream: since March 2026 it gets no fixes, not even for security. ' +
  'Contour, the default, is maintained.';

/** What to tell the user about the tenants of a world, by name of the tenant. */
export function notices({ tenants }: Pick<World, 'tenants'>): readonly Notice[] {
  return tenants.flatMap((tenant) => textsOf(tenant).map((text) => ({ tenant: tenant.connectionName, text })));
}

function textsOf(tenant: TenantConfig): readonly string[] {
  return [...(isDirect(tenant) ? [DIRECT] : []), ...(tenant.ingressController === 'nginx' ? [NGINX] : [])];
}
