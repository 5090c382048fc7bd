import { mutant } from './mutant';
import type { Mutant } from './mutant';

const ADDONS = 'payments-addons';
const CONTROLLER = 'ingress-controller_chart';
const LBC = 'load-balancer-controller';
const AT_CONTROLLER = `${ADDONS}: helm_release.${CONTROLLER}`;
const AT_LBC = `${ADDONS}: helm_release.${LBC}`;
const REGISTRY = '222222222222.dkr.ecr.eu-central-1.amazonaws.com';
const handover = (name: string): string => `jsondecode(data.aws_ssm_parameter.${name}.insecure_value)`;
const CLUSTER_HANDOVER = handover('cluster_parameter_D65D50D5');

/** Breaks of the load balancer controller, and of where images come from. */
export const ADDONS_MUTANTS: readonly Mutant[] = [
  mutant(
    'there is no load balancer controller',
    (world) => world.remove(ADDONS, 'helm_release', LBC),
    'controller-missing',
    'add-ons',
    `${ADDONS}: helm_release`,
    'the addons stack of payments installs no AWS Load Balancer Controller; nothing registers pods',
  ),
  mutant(
    'the load balancer controller works for another cluster',
    (world) => world.values(ADDONS, LBC, `"clusterName" = ${CLUSTER_HANDOVER}.clusterName`, '"clusterName" = "other"'),
    'controller-place',
    'add-ons',
    AT_LBC,
    'the load balancer controller is told the cluster other; the cluster has acme-payments',
  ),
  mutant(
    'the load balancer controller looks for the region by itself',
    (world) => world.values(ADDONS, LBC, '"region" = "eu-central-1", ', ''),
    'controller-place',
    'add-ons',
    AT_LBC,
    'the load balancer controller is told the region nothing; the cluster has eu-central-1',
  ),
  mutant(
    'the load balancer controller works in a VPC that is written down',
    (world) =>
      world.values(ADDONS, LBC, `${handover('networking_parameter_AC51485B')}.vpcId`, '"vpc-0123456789abcdef0"'),
    'controller-place',
    'add-ons',
    AT_LBC,
    'the load balancer controller is told the VPC nothing; the cluster has payments-networking/aws_vpc.vpc_main_B948E726',
  ),
  mutant(
    'the load balancer controller has no role',
    (world) =>
      world.values(
        ADDONS,
        LBC,
        `${CLUSTER_HANDOVER}.loadBalancerControllerRoleArn`,
        '"arn:aws:iam::222222222222:role/x"',
      ),
    'controller-role',
    'add-ons',
    AT_LBC,
    'the load balancer controller becomes no role; expected a role of payments-cluster',
  ),
  mutant(
    'the load balancer controller runs as a service account that its role does not trust',
    (world) =>
      world.values(
        ADDONS,
        LBC,
        '"name" = "aws-load-balancer-controller", "annotations"',
        '"name" = "lbc", "annotations"',
      ),
    'controller-service-account',
    'add-ons',
    AT_LBC,
    'the role acme-payments-eks-load-balancer-role trusts system:serviceaccount:kube-system:aws-load-balancer-controller; the load balancer controller runs as system:serviceaccount:kube-system:lbc',
  ),
  mutant(
    'the ingress controller has a load balancer of its own',
    (world) => world.values(ADDONS, CONTROLLER, '"type" = "ClusterIP"', '"type" = "LoadBalancer"'),
    'further-load-balancer',
    'add-ons',
    AT_CONTROLLER,
    'the Service envoy has type LoadBalancer and would get a load balancer of its own',
  ),
  mutant(
    'a central tenant has a Service for the internet',
    (world) =>
      world.add(ADDONS, 'kubernetes_service_v1', 'internet', {
        metadata: { name: 'internet', namespace: 'projectcontour' },
        spec: { type: 'LoadBalancer', port: [{ port: 443 }] },
      }),
    'further-load-balancer',
    'add-ons',
    `${ADDONS}: kubernetes_service_v1.internet`,
    'the Service internet has type LoadBalancer and would get a load balancer of its own',
  ),
  mutant(
    'a chart brings a Service with a load balancer',
    (world) =>
      world.values(
        ADDONS,
        'pods_target-group-binding',
        '"objects" = [',
        '"objects" = [{"kind" = "Service", "metadata" = {"name" = "extra"}, "spec" = {"type" = "LoadBalancer"}}, ',
      ),
    'further-load-balancer',
    'add-ons',
    `${ADDONS}: helm_release.pods_target-group-binding`,
    'the Service extra has type LoadBalancer and would get a load balancer of its own',
  ),
  mutant(
    'the load balancer controller asks WAF, which has no endpoint',
    (world) => world.values(ADDONS, LBC, '"enableWafv2" = false', '"enableWafv2" = true'),
    'aws-endpoint-missing',
    'aws-apis',
    'payments-networking: aws_vpc.',
    'the VPC of payments has no endpoint for wafv2, which the load balancer controller calls',
  ),
  mutant(
    'the load balancer controller asks Shield by default',
    (world) => world.values(ADDONS, LBC, '"enableShield" = false, ', ''),
    'aws-api-unreachable',
    'aws-apis',
    AT_LBC,
    'the load balancer controller calls shield, which no endpoint leads to',
  ),
  mutant(
    'a single value is set beside the values',
    (world) => {
      world.body(ADDONS, 'helm_release', LBC).set = [{ name: 'enableWafv2', value: 'true' }];
    },
    'unresolved',
    'model',
    AT_LBC,
    'set = [{name: enableWafv2, value: true}] cannot be resolved: only values as a whole are read',
  ),
  mutant(
    'values are YAML that nobody reads',
    (world) => {
      world.body(ADDONS, 'helm_release', LBC).values = ['enableWafv2: true'];
    },
    'unresolved',
    'model',
    AT_LBC,
    'values[0] = enableWafv2: true cannot be resolved: expected values as JSON',
  ),
  mutant(
    'Envoy comes from the internet',
    (world) =>
      world.values(
        ADDONS,
        CONTROLLER,
        `"${REGISTRY}", "repository" = "acme-payments/envoy"`,
        '"docker.io", "repository" = "envoyproxy/envoy"',
      ),
    'image-outside',
    'images',
    AT_CONTROLLER,
    `the image docker.io/envoyproxy/envoy does not come from the ECR of the account; nodes have no way to it`,
  ),
  mutant(
    "an image comes from another tenant's registry",
    (world) => world.values(ADDONS, LBC, '222222222222.dkr.ecr', '333333333333.dkr.ecr'),
    'image-outside',
    'images',
    AT_LBC,
    'the image 333333333333.dkr.ecr.eu-central-1.amazonaws.com/acme-payments/aws-load-balancer-controller does not come from the ECR of the account; nodes have no way to it',
  ),
  mutant(
    'the repository of an image is not made',
    (world) => world.remove('payments-networking', 'aws_ecr_repository', 'images_envoy'),
    'image-repository',
    'images',
    AT_CONTROLLER,
    `no stack of payments makes the repository of ${REGISTRY}/acme-payments/envoy`,
  ),
  mutant(
    'a chart is not told its image',
    (world) => world.values('storefront-addons', CONTROLLER, '"image" =', '"picture" ='),
    'image-default',
    'images',
    'storefront-addons: helm_release.ingress-controller',
    'the values of ingress-nginx do not say controller.image; the chart takes an image from the internet',
  ),
  mutant(
    "nginx's webhook takes its certificate by an image of its own",
    (world) => world.values('storefront-addons', CONTROLLER, '"admissionWebhooks" = {"enabled" = false}, ', ''),
    'image-default',
    'images',
    'storefront-addons: helm_release.ingress-controller',
    'the values of ingress-nginx do not say controller.admissionWebhooks.patch.image; the chart takes an image from the internet',
  ),
];
