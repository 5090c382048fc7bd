import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NamespaceV1 } from '@cdktf/provider-kubernetes/lib/namespace-v1';
import { addonLock, mirroredImage } from '@central-ingress/addon-lock';
import type { ImageName } from '@central-ingress/addon-lock';
import {
  certificateDelegation,
  contourValues,
  loadBalancerControllerValues,
  nginxValues,
  sampleWorkload,
  standingRoute,
  targetGroupBinding,
} from '@central-ingress/addon-values';
import type { TenantConfig } from '@central-ingress/config';
import { exampleDirectTenant, examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import type { SynthesizedStack } from '@central-ingress/testing';
import type { TerraformStack } from 'cdktf';
import { releaseOf, valuesOf } from './example-release';
import { IngressControllerAddon } from './ingress-controller';
import { InternetService } from './internet-service';
import { KubernetesAccess } from './kubernetes-access';
import { LoadBalancerController } from './load-balancer-controller';
import { OBJECTS_CHART_VERSION } from './objects-release';
import { PodRegistration } from './pod-registration';
import { SampleWorkload } from './sample-workload';

const PLATFORM = examplePlatform();
const TENANT = exampleTenant();
const LOCK = addonLock();
const CLUSTER = { clusterName: '', endpoint: '', certificateAuthority: '', region: '', roleArn: '' };
const IN_CLUSTER_TLS = { secretName: 'ingress-tls' };
const CREATE_FIRST = { lifecycle: { create_before_destroy: true } };
const DEFAULTS = { atomic: true, wait: true, timeout: 600, max_history: 5, ...CREATE_FIRST };
const image = (name: ImageName, tenant: TenantConfig = TENANT) => mirroredImage(name, PLATFORM, tenant, LOCK);

/** Builds in a stack that has both providers. */
function synthesizeAddon(build: (scope: TerraformStack) => void): SynthesizedStack {
  return synthesizeConstruct((scope) => {
    new KubernetesAccess(scope, 'access', { ...CLUSTER, kubeconfig: 'kubeconfig' });
    build(scope);
  });
}

const BEFORE = 'kubernetes_namespace_v1.before';

/** Something that must stand first: {@link BEFORE} in a `depends_on`. */
function before(scope: TerraformStack): NamespaceV1 {
  return new NamespaceV1(scope, 'before', { metadata: { name: 'before' } });
}

describe('LoadBalancerController', () => {
  it('is a release of the pinned chart with our values', () => {
    const at = synthesizeAddon(
      (scope) =>
        new LoadBalancerController(scope, 'lbc', {
          platform: PLATFORM,
          tenant: TENANT,
          lock: LOCK,
          clusterName: 'acme-payments',
          vpcId: 'vpc-1',
          roleArn: 'arn:role',
        }),
    ).at('lbc/chart/release');
    expect(releaseOf(at)).toEqual({
      ...DEFAULTS,
      repository: 'https://aws.github.io/eks-charts',
      chart: 'aws-load-balancer-controller',
      version: LOCK.charts['aws-load-balancer-controller'].version,
      name: 'aws-load-balancer-controller',
      namespace: 'kube-system',
    });
    expect(valuesOf(at)).toEqual(
      loadBalancerControllerValues({
        image: image('aws-load-balancer-controller'),
        clusterName: 'acme-payments',
        region: 'eu-central-1',
        vpcId: 'vpc-1',
        // What the role's trust names.
        serviceAccount: 'aws-load-balancer-controller',
        roleArn: 'arn:role',
      }),
    );
  });
});

describe('IngressControllerAddon', () => {
  const synthesize = (tenant: TenantConfig) =>
    synthesizeAddon((scope) => {
      new IngressControllerAddon(scope, 'ingress', {
        platform: PLATFORM,
        tenant,
        lock: LOCK,
        internetVpcCidr: '10.12.0.0/16',
        after: [before(scope)],
      });
    });

  it('is Contour in a namespace whose pods wait for the NLB', () => {
    const stack = synthesize(TENANT);
    expect(stack.at('ingress/namespace').body).toEqual({
      metadata: { name: 'projectcontour', labels: { 'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled' } },
      depends_on: ['kubernetes_namespace_v1.before'],
      ...CREATE_FIRST,
    });
    expect(releaseOf(stack.at('ingress/chart/release'))).toEqual({
      ...DEFAULTS,
      repository: 'https://projectcontour.github.io/helm-charts',
      chart: 'contour',
      version: LOCK.charts.contour.version,
      name: 'contour',
      namespace: `\${${stack.at('ingress/namespace').address}.metadata[0].name}`,
      depends_on: [BEFORE],
    });
    expect(valuesOf(stack.at('ingress/chart/release'))).toEqual(
      contourValues({ tenant: TENANT, contour: image('contour'), envoy: image('envoy') }),
    );
    expect(valuesOf(stack.at('ingress/routes/release'))).toEqual({ objects: [standingRoute({})] });
    expect(stack.ofType('helm_release')).toHaveLength(2);
  });

  it('is ingress-nginx when the tenant has that', () => {
    const tenant = { ...TENANT, ingressController: 'nginx' as const, proxyProtocolV2: true };
    const stack = synthesize(tenant);
    const at = stack.at('ingress/chart/release');
    expect(releaseOf(at)).toEqual({
      ...DEFAULTS,
      repository: 'https://kubernetes.github.io/ingress-nginx',
      chart: 'ingress-nginx',
      version: LOCK.charts['ingress-nginx'].version,
      name: 'ingress-nginx',
      namespace: `\${${stack.at('ingress/namespace').address}.metadata[0].name}`,
      depends_on: [BEFORE],
    });
    expect(valuesOf(at)).toEqual(
      nginxValues({ tenant, controller: image('ingress-nginx-controller'), internetVpcCidr: '10.12.0.0/16' }),
    );
  });

  it('delegates the certificate of the secret, and opens the port with it, which Contour alone needs', () => {
    const contour = synthesize({ ...TENANT, inClusterTls: IN_CLUSTER_TLS });
    const at = contour.at('ingress/routes/release');
    expect(releaseOf(at)).toEqual({
      ...DEFAULTS,
      chart: expect.stringMatching(/^\.\/assets\/ingress_routes_chart_\w+\/[0-9A-F]{32}$/),
      version: OBJECTS_CHART_VERSION,
      name: 'routes',
      namespace: `\${${contour.at('ingress/namespace').address}.metadata[0].name}`,
      depends_on: [contour.at('ingress/chart/release').address],
    });
    expect(valuesOf(at)).toEqual({
      objects: [certificateDelegation(IN_CLUSTER_TLS), standingRoute({ inClusterTls: IN_CLUSTER_TLS })],
    });
    const nginx = synthesize({ ...TENANT, ingressController: 'nginx', inClusterTls: IN_CLUSTER_TLS });
    expect(nginx.ofType('helm_release')).toHaveLength(1);
  });
});

describe('PodRegistration', () => {
  it('binds the target group after what looks after bindings', () => {
    const settings = { tenant: TENANT, targetGroupArn: 'arn:pods', nlbSecurityGroupId: 'sg-nlb' };
    const at = synthesizeAddon((scope) => {
      new PodRegistration(scope, 'pods', { ...settings, after: [before(scope)] });
    }).at('pods/target-group-binding/release');
    expect(releaseOf(at)).toEqual({
      ...DEFAULTS,
      chart: expect.stringMatching(/^\.\/assets\/pods_target-group-binding_chart_\w+\/[0-9A-F]{32}$/),
      version: OBJECTS_CHART_VERSION,
      name: 'target-group-binding',
      namespace: 'projectcontour',
      depends_on: [BEFORE],
    });
    expect(valuesOf(at)).toEqual({ objects: [targetGroupBinding(settings)] });
  });
});

describe('InternetService', () => {
  it('is the Service of the documents: by address, with the client, on the stated ports', () => {
    const { body } = synthesizeAddon((scope) => {
      new InternetService(scope, 'internet', {
        platform: PLATFORM,
        tenant: exampleDirectTenant(),
        certificateArns: 'arn:one,arn:two',
        publicSubnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
        after: [before(scope)],
      });
    }).at('internet/service');
    expect(body).toEqual({
      metadata: {
        name: 'internet',
        namespace: 'projectcontour',
        annotations: {
          'service.beta.kubernetes.io/aws-load-balancer-type': 'external',
          'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
          'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing',
          'service.beta.kubernetes.io/aws-load-balancer-ssl-cert': 'arn:one,arn:two',
          'service.beta.kubernetes.io/aws-load-balancer-ssl-ports': '443',
          'service.beta.kubernetes.io/aws-load-balancer-ssl-negotiation-policy':
            'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
          'service.beta.kubernetes.io/aws-load-balancer-name': 'acme-partner-api-nlb',
          'service.beta.kubernetes.io/aws-load-balancer-subnets': 'subnet-1,subnet-2,subnet-3',
          'service.beta.kubernetes.io/aws-load-balancer-attributes':
            'deletion_protection.enabled=true,load_balancing.cross_zone.enabled=true',
          'service.beta.kubernetes.io/aws-load-balancer-target-group-attributes': 'preserve_client_ip.enabled=true',
        },
      },
      spec: {
        type: 'LoadBalancer',
        load_balancer_class: 'service.k8s.aws/nlb',
        load_balancer_source_ranges: ['0.0.0.0/0'],
        external_traffic_policy: 'Local',
        allocate_load_balancer_node_ports: false,
        selector: {
          'app.kubernetes.io/name': 'contour',
          'app.kubernetes.io/instance': 'contour',
          'app.kubernetes.io/component': 'envoy',
        },
        port: [{ name: 'port-443', port: 443, target_port: 'http', protocol: 'TCP' }],
      },
      wait_for_load_balancer: true,
      depends_on: [BEFORE],
    });
  });
});

describe('SampleWorkload', () => {
  it('is one release in a namespace that lets nothing privileged run', () => {
    const tenant = { ...TENANT, sampleWorkload: true };
    const stack = synthesizeAddon((scope) => {
      new SampleWorkload(scope, 'sample', { platform: PLATFORM, tenant, lock: LOCK, after: [before(scope)] });
    });
    expect(stack.at('sample/namespace').body).toEqual({
      metadata: { name: 'sample', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
      depends_on: ['kubernetes_namespace_v1.before'],
    });
    const at = stack.at('sample/objects/release');
    expect(releaseOf(at)).toEqual({
      ...DEFAULTS,
      chart: expect.stringMatching(/^\.\/assets\/sample_objects_chart_\w+\/[0-9A-F]{32}$/),
      version: OBJECTS_CHART_VERSION,
      name: 'sample-workload',
      namespace: `\${${stack.at('sample/namespace').address}.metadata[0].name}`,
      depends_on: [BEFORE],
    });
    expect(valuesOf(at)).toEqual({ objects: sampleWorkload({ tenant, whoami: image('whoami') }) });
  });
});

describe('OBJECTS_CHART_VERSION', () => {
  it('is the version of our chart', () => {
    const chart = readFileSync(join(__dirname, '../../../charts/kubernetes-objects/Chart.yaml'), 'utf8');
    expect(chart).toContain(`\nversion: ${OBJECTS_CHART_VERSION}\n`);
  });
});
