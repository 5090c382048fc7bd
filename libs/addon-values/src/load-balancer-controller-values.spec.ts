import { EXAMPLE_DIGEST, EXAMPLE_REGISTRY, exampleImage } from './example-images';
import { loadBalancerControllerValues } from './load-balancer-controller-values';

const SETTINGS = {
  image: exampleImage('aws-load-balancer-controller'),
  clusterName: 'acme-payments',
  region: 'eu-central-1',
  vpcId: 'vpc-1',
  serviceAccount: 'aws-load-balancer-controller',
  roleArn: 'arn:aws:iam::222222222222:role/acme/acme-payments-eks-load-balancer-role',
};

describe('loadBalancerControllerValues', () => {
  it('asks no AWS service that has no endpoint, and owns NLBs and nothing else', () => {
    const matchLabels = {
      'app.kubernetes.io/name': 'aws-load-balancer-controller',
      'app.kubernetes.io/instance': 'aws-load-balancer-controller',
    };
    const spread = { maxSkew: 1, labelSelector: { matchLabels }, matchLabelKeys: ['pod-template-hash'] };
    expect(loadBalancerControllerValues(SETTINGS)).toEqual({
      image: {
        repository: `${EXAMPLE_REGISTRY}/acme-payments/aws-load-balancer-controller`,
        tag: `v1@${EXAMPLE_DIGEST}`,
      },
      clusterName: 'acme-payments',
      region: 'eu-central-1',
      vpcId: 'vpc-1',
      serviceAccount: {
        create: true,
        name: 'aws-load-balancer-controller',
        annotations: {
          'eks.amazonaws.com/role-arn': 'arn:aws:iam::222222222222:role/acme/acme-payments-eks-load-balancer-role',
        },
      },
      enableShield: false,
      enableWaf: false,
      enableWafv2: false,
      createIngressClassResource: false,
      ingressClassParams: { create: false },
      disableIngressClassAnnotation: true,
      webhookConfig: { disableIngressValidation: true },
      controllerConfig: { featureGates: { ALBGatewayAPI: false, NLBGatewayAPI: false } },
      defaultTargetType: 'ip',
      defaultSSLPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
      enableServiceMutatorWebhook: true,
      defaultLoadBalancerScheme: 'internal',
      keepTLSSecret: true,
      replicaCount: 2,
      podDisruptionBudget: { maxUnavailable: 1 },
      topologySpreadConstraints: [
        { ...spread, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
        { ...spread, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
      ],
      resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
    });
  });

  it('names an image by its tag alone while the lock has no digest', () => {
    const image = exampleImage('aws-load-balancer-controller', null);
    expect(loadBalancerControllerValues({ ...SETTINGS, image })['image']).toEqual({
      repository: `${EXAMPLE_REGISTRY}/acme-payments/aws-load-balancer-controller`,
      tag: 'v1',
    });
  });
});
