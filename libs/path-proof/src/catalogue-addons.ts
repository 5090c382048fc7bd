import type { CatalogueEntry } from './catalogue';

/** What can be wrong in what a tenant's addons stack brings into its cluster. */
export const ADDONS_FINDINGS = {
  'binding-missing': {
    hop: 'binding',
    wrong: 'the addons stack binds no Service to {label}',
    fix: 'Install a TargetGroupBinding with the ARN of the target group.',
  },
  'binding-target-group': {
    hop: 'binding',
    wrong: 'the TargetGroupBinding registers pods in {got}; the NLB sends to {expected}',
    fix: 'Take the ARN from the hand-over of the ingress stack of {tenant}.',
  },
  'binding-twice': {
    hop: 'binding',
    wrong: 'several TargetGroupBindings register pods in {label}; each would take out the pods of the others',
    fix: 'Leave one.',
  },
  'binding-type': {
    hop: 'binding',
    wrong: 'the TargetGroupBinding registers {type}; the target group takes ip',
    fix: 'Set targetType: ip.',
  },
  'binding-closed': {
    hop: 'binding',
    wrong: 'the TargetGroupBinding opens nothing; the security group of the pods keeps the NLB out',
    fix: 'Name the security group of the NLB in networking.ingress.',
  },
  'binding-port': {
    hop: 'binding',
    wrong: 'the TargetGroupBinding opens port {port} to the NLB; the target group sends to {expected}',
    fix: 'Open port {expected}.',
  },
  'binding-source': {
    hop: 'binding',
    wrong: 'the TargetGroupBinding lets {got} in; the NLB has {expected}',
    fix: 'Name the security group of the NLB in networking.ingress.',
  },
  'binding-service': {
    hop: 'binding',
    wrong: 'the TargetGroupBinding names no Service with a port',
    fix: 'Set serviceRef.name and serviceRef.port.',
  },
  'binding-controller-missing': {
    hop: 'binding',
    wrong: 'the addons stack of {tenant} installs no ingress controller that the proof knows',
    fix: 'Install the chart contour or ingress-nginx.',
  },
  'binding-other-service': {
    hop: 'binding',
    wrong: 'the TargetGroupBinding names the Service {got}; the ingress controller has {expected}',
    fix: 'Name the Service of the ingress controller, in its namespace.',
  },
  'binding-service-port': {
    hop: 'binding',
    wrong: 'port {port} of the Service leads to {got} of the pods; the target group sends to {expected}',
    fix: 'Name the port of the Service that leads to {expected}.',
  },
  'binding-tls': {
    hop: 'binding',
    wrong: 'the target group speaks {protocol} to the port {port} of the pods, which takes {expected}',
    fix: 'Set inClusterTls on both sides or on neither.',
  },
  'binding-no-certificate': {
    hop: 'binding',
    wrong: 'the target group speaks TLS, and the ingress controller has no certificate for a client that names no host',
    fix: 'Name the secret of inClusterTls in the values of the ingress controller.',
  },
  'binding-proxy-protocol': {
    hop: 'binding',
    wrong: 'the ingress controller expects the proxy protocol; {label} does not send it',
    fix: 'Set proxyProtocolV2 on both sides or on neither.',
  },
  'binding-trusted-hops': {
    hop: 'binding',
    wrong: 'the ingress controller believes {got} proxies before it; there is one, the ALB',
    fix: 'Trust one hop of X-Forwarded-For.',
  },
  'binding-no-right': {
    hop: 'binding',
    wrong: 'no role for pods of the cluster may register targets in {label}',
    fix: 'Give the load balancer controller a role with elasticloadbalancing:RegisterTargets on it.',
  },
  'controller-missing': {
    hop: 'add-ons',
    wrong: 'the addons stack of {tenant} installs no AWS Load Balancer Controller; nothing registers pods',
    fix: 'Install the chart aws-load-balancer-controller.',
  },
  'controller-place': {
    hop: 'add-ons',
    wrong: 'the load balancer controller is told the {what} {got}; the cluster has {expected}',
    fix: 'Take the {what} from the hand-overs of {tenant}.',
  },
  'controller-role': {
    hop: 'add-ons',
    wrong: 'the load balancer controller becomes {got}; expected a role of {expected}',
    fix: 'Take the role from the hand-over of the cluster.',
  },
  'controller-service-account': {
    hop: 'add-ons',
    wrong: 'the role {role} trusts {trusted}; the load balancer controller runs as {account}',
    fix: 'Run it as the service account that its role trusts.',
  },
  'chart-repository': {
    hop: 'model',
    wrong: 'the chart {chart} comes from {got}; expected {expected}',
    fix: 'Take the repository of the lock file, or the registry of platform.yaml for every chart.',
  },
  'further-load-balancer': {
    hop: 'add-ons',
    wrong: 'the {kind} {service} has type {type} and would get a load balancer of its own',
    fix: 'Set its type to ClusterIP.',
  },
  'image-outside': {
    hop: 'images',
    wrong: 'the image {image} does not come from the ECR of the account; nodes have no way to it',
    fix: 'Mirror it by ingress mirror {tenant}, and name its place in {registry}.',
  },
  'image-repository': {
    hop: 'images',
    wrong: 'no stack of {tenant} makes the repository of {image}',
    fix: 'Add the repository to the networking stack.',
  },
  'image-default': {
    hop: 'images',
    wrong: 'the values of {chart} do not say {place}; the chart takes an image from the internet',
    fix: 'Set {place} to the mirrored image.',
  },
} as const satisfies Record<string, CatalogueEntry>;
