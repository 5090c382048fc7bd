import type { DirectTenant } from '@central-ingress/config';
import { NLB_TLS_POLICY } from './tls-policy';

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

/**
 * Annotations that decide which NLB a Service has. The AWS Load Balancer Controller cannot change them on an NLB that
 * stands: it makes a second one, or leaves the first behind.
 * @source kubernetes-sigs/aws-load-balancer-controller v3.5.0, docs/guide/service/annotations.md, "limitations"
 */
export const NLB_IDENTITY_ANNOTATIONS: readonly string[] = ['type', 'nlb-target-type', 'scheme', 'name'].map(
  (name) => PREFIX + name,
);

/** What the annotations of one direct tenant's Service are made of. */
export interface NlbAnnotationSettings {
  readonly tenant: DirectTenant;
  /** Name of the NLB, at most 32 characters, by which the tenant's DNS records find it. */
  readonly nlbName: string;
  /** Issued certificates of the tenant's account, the default one first, with commas between them. */
  readonly certificateArns: string;
  readonly publicSubnetIds: readonly string[];
}

/**
 * Annotations by which the AWS Load Balancer Controller makes the internet-facing NLB of a direct tenant.
 * @source document "TLS Termination with Network Load Balancer", whose five come first
 */
export function nlbAnnotations(settings: NlbAnnotationSettings): Readonly<Record<string, string>> {
  const { tenant, nlbName, certificateArns, publicSubnetIds } = settings;
  const { crossZone, sslPorts } = tenant.exposure;
  return withPrefix({
    // The word for "the AWS Load Balancer Controller makes it, not the cloud provider inside Kubernetes".
    type: 'external',
    'nlb-target-type': 'ip',
    scheme: 'internet-facing',
    ...(sslPorts.length
      ? {
          'ssl-cert': certificateArns,
          'ssl-ports': sslPorts.join(','),
          // The controller's own default still takes TLS 1.0.
          'ssl-negotiation-policy': NLB_TLS_POLICY,
          ...(tenant.inClusterTls ? { 'backend-protocol': 'ssl' } : {}),
        }
      : {}),
    name: nlbName,
    subnets: publicSubnetIds.join(','),
    attributes: [
      `deletion_protection.enabled=${tenant.deletionProtection}`,
      `load_balancing.cross_zone.enabled=${crossZone}`,
    ].join(','),
    // Off by default for targets by address.
    'target-group-attributes': 'preserve_client_ip.enabled=true',
    ...(tenant.proxyProtocolV2 ? { 'proxy-protocol': '*' } : {}),
  });
}

function withPrefix(annotations: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(annotations).map(([name, value]) => [PREFIX + name, value]));
}
