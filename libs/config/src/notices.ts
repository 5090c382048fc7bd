import { STANDARD_SUPPORT_ENDS } from './aws-values';
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

const LAST_WEEKS_DAYS = 90;
const DAY_MS = 86_400_000;

/** What to tell the user about the tenants of a world, by name of the tenant. */
export function notices({ tenants }: Pick<World, 'tenants'>, now = new Date()): readonly Notice[] {
  return tenants.flatMap((tenant) => textsOf(tenant, now).map((text) => ({ tenant: tenant.connectionName, text })));
}

function textsOf(tenant: TenantConfig, now: Date): readonly string[] {
  return [
    ...(isDirect(tenant) ? [DIRECT] : []),
    ...(tenant.ingressController === 'nginx' ? [NGINX] : []),
    ...supportTexts(tenant.controlPlane.version, now),
  ];
}

/** @source EKS User Guide, "Understand the Kubernetes version lifecycle on EKS" */
function supportTexts(version: string, now: Date): readonly string[] {
  const end = STANDARD_SUPPORT_ENDS[version as keyof typeof STANDARD_SUPPORT_ENDS];
  if (!end || Date.parse(end) - now.getTime() > LAST_WEEKS_DAYS * DAY_MS) return [];
  return [
    `runs Kubernetes ${version}, whose standard support ends on ${end}: after that EKS upgrades the control plane by ` +
      'itself, and this file would ask for a downgrade, which EKS refuses. Set a newer controlPlane.version before.',
  ];
}
