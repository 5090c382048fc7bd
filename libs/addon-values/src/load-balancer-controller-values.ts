import type { MirroredImage } from '@central-ingress/addon-lock';
import type { KubernetesFields } from './kubernetes-value';
import { resources } from './resources';
import { tagAndDigest } from './tag-and-digest';
import { NLB_TLS_POLICY } from './tls-policy';
import { zoneSpread } from './zone-spread';

/** Where one AWS Load Balancer Controller works, and as whom. */
export interface LoadBalancerControllerSettings {
  readonly image: MirroredImage;
  readonly clusterName: string;
  readonly region: string;
  readonly vpcId: string;
  /** Service account that may assume the role. */
  readonly serviceAccount: string;
  /** IRSA role. */
  readonly roleArn: string;
}

/** Name of the Helm release; the chart names everything after it and puts it into its labels. */
export const LOAD_BALANCER_CONTROLLER_RELEASE = 'aws-load-balancer-controller';

/**
 * Values of the chart aws-load-balancer-controller for a cluster without a way out: it registers pods, for a
 * direct tenant makes NLBs too, and calls no AWS service that has no endpoint in the VPC.
 * @source aws/eks-charts, stable/aws-load-balancer-controller 3.5.0, values.yaml; kubernetes-sigs/
 * aws-load-balancer-controller v3.5.0, docs/deploy/installation.md, "isolated clusters"
 */
export function loadBalancerControllerValues(settings: LoadBalancerControllerSettings): KubernetesFields {
  const labels = {
    'app.kubernetes.io/name': LOAD_BALANCER_CONTROLLER_RELEASE,
    'app.kubernetes.io/instance': LOAD_BALANCER_CONTROLLER_RELEASE,
  };
  return {
    image: { repository: settings.image.repository, tag: tagAndDigest(settings.image) },
    clusterName: settings.clusterName,
    // Looked up from the instance metadata otherwise, which pods cannot reach.
    region: settings.region,
    vpcId: settings.vpcId,
    serviceAccount: {
      create: true,
      name: settings.serviceAccount,
      annotations: { 'eks.amazonaws.com/role-arn': settings.roleArn },
    },
    // Shield has no endpoint in a VPC, and WAF is the central ALB's.
    enableShield: false,
    enableWaf: false,
    enableWafv2: false,
    // Ingresses are the ingress controller's: an ALB of a tenant would look for its certificates at ACM, and this
    // controller's webhook would stand in the way of every Ingress.
    createIngressClassResource: false,
    ingressClassParams: { create: false },
    disableIngressClassAnnotation: true,
    webhookConfig: { disableIngressValidation: true },
    controllerConfig: { featureGates: { ALBGatewayAPI: false, NLBGatewayAPI: false } },
    defaultTargetType: 'ip',
    defaultSSLPolicy: NLB_TLS_POLICY,
    // A Service of type LoadBalancer that says nothing else becomes an internal NLB, never a Classic Load Balancer of
    // the cloud provider, which would be open to the internet.
    enableServiceMutatorWebhook: true,
    defaultLoadBalancerScheme: 'internal',
    // An upgrade keeps the webhooks' certificate, so that none of them fails while the pods change.
    keepTLSSecret: true,
    replicaCount: 2,
    podDisruptionBudget: { maxUnavailable: 1 },
    topologySpreadConstraints: zoneSpread(labels),
    resources: resources('100m', '256Mi'),
  };
}
