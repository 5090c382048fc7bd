import { buildNetworkModel } from './build-network-model';
import type { JsonObject, JsonValue } from './json';
import type { NetworkModel } from './network-model';

function model(resource: JsonObject): NetworkModel {
  const aws = [{ region: 'eu-central-1', allowed_account_ids: ['111111111111'] }];
  return buildNetworkModel({ a: { terraform: {}, provider: { aws }, resource } });
}

function release(chart: string, ...values: readonly JsonValue[]): NetworkModel {
  const found = {
    chart,
    name: chart,
    namespace: 'n',
    version: '1.0',
    values: values.map((one) => JSON.stringify(one)),
  };
  return model({
    aws_vpc: { v: { cidr_block: '10.0.0.0/16' } },
    helm_release: { r: found },
  });
}

const KEY = 'a/helm_release.r';

describe('NetworkModel.helmReleases', () => {
  it('puts documents of values together, the later one over the earlier one', () => {
    const { helmReleases, problems } = release('x', { a: { b: 1, c: [1, 2] }, d: 'old' }, { a: { c: [3] }, d: 'new' });
    expect(helmReleases.get(KEY)).toMatchObject({
      name: 'x',
      namespace: 'n',
      chart: 'x',
      version: '1.0',
      values: { a: { b: 1, c: [3] }, d: 'new' },
    });
    expect(problems).toEqual([]);
  });

  it('reads values that Terraform encodes, with references in them', () => {
    const { loadBalancerControllers, problems } = model({
      aws_vpc: { v: { cidr_block: '10.0.0.0/16' } },
      helm_release: {
        r: { chart: 'aws-load-balancer-controller', values: ['${jsonencode({"vpcId" = aws_vpc.v.id})}'] },
      },
    });
    expect(loadBalancerControllers.get(KEY)?.vpc).toBe('a/aws_vpc.v');
    expect(problems).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['values that are no JSON', { values: ['a: 1'] }, 'expected values as JSON'],
    ['values that are no object', { values: ['[1]'] }, 'expected values as JSON'],
    ['single values beside them', { set: [{ name: 'a', value: '1' }] }, 'only values as a whole are read'],
    ['secret single values', { set_sensitive: [{ name: 'a', value: '1' }] }, 'only values as a whole are read'],
  ])('notes %s as a problem', (_, body, reason) => {
    const { problems } = model({ helm_release: { r: { chart: 'x', ...body } } });
    expect(problems.map((problem) => problem.reason)).toEqual([reason]);
  });
});

describe('NetworkModel.ingressControllers', () => {
  const place = { namespace: 'n', label: 'contour' };

  it('takes what the chart contour takes when it is told nothing', () => {
    expect(release('contour', {}).ingressControllers.get(KEY)).toMatchObject({
      ...place,
      kind: 'contour',
      service: 'contour-envoy',
      serviceType: 'LoadBalancer',
      podLabels: {
        'app.kubernetes.io/name': 'contour',
        'app.kubernetes.io/instance': 'contour',
        'app.kubernetes.io/component': 'envoy',
      },
      podPorts: { http: 8080, https: 8443 },
      servicePorts: { http: 80, https: 443 },
      proxyProtocol: false,
      trustedHops: 0,
    });
  });

  it('reads what contour is told', () => {
    const values = {
      configInline: { network: { 'num-trusted-hops': 1 }, tls: { 'fallback-certificate': { name: 'secret' } } },
      contour: { extraArgs: ['--use-proxy-protocol'] },
      envoy: { containerPorts: { http: 80 }, service: { name: 'envoy', type: 'ClusterIP', ports: { http: 8000 } } },
    };
    expect(release('contour', values).ingressControllers.get(KEY)).toMatchObject({
      service: 'envoy',
      serviceType: 'ClusterIP',
      podPorts: { http: 80, https: 8443 },
      servicePorts: { http: 8000, https: 443 },
      proxyProtocol: true,
      trustedHops: 1,
      certificateSecret: 'secret',
    });
  });

  it('takes what the chart ingress-nginx takes when it is told nothing, and reads what it is told', () => {
    expect(release('ingress-nginx', {}).ingressControllers.get(KEY)).toMatchObject({
      kind: 'nginx',
      service: 'ingress-nginx-controller',
      serviceType: 'LoadBalancer',
      podPorts: { http: 80, https: 443 },
      proxyProtocol: false,
      trustedHops: 0,
    });
    const controller = {
      containerPort: { http: 8080, https: 8443 },
      service: { type: 'ClusterIP' },
      config: { 'use-proxy-protocol': 'true', 'use-forwarded-headers': 'true' },
      extraArgs: { 'default-ssl-certificate': 'n/secret' },
    };
    expect(release('ingress-nginx', { controller }).ingressControllers.get(KEY)).toMatchObject({
      serviceType: 'ClusterIP',
      podPorts: { http: 8080, https: 8443 },
      proxyProtocol: true,
      trustedHops: 1,
      certificateSecret: 'n/secret',
    });
  });

  it('knows no other chart', () => {
    expect([...release('haproxy', {}).ingressControllers]).toEqual([]);
  });
});

describe('NetworkModel.loadBalancerControllers', () => {
  it.each<[JsonObject, readonly string[]]>([
    [{}, ['shield', 'waf-regional', 'wafv2']],
    [{ enableShield: false, enableWaf: 'false', enableWafv2: '' }, ['wafv2']],
    [{ enableShield: false, enableWaf: false, enableWafv2: false }, []],
  ])('reads which further services %j has it call', (values, services) => {
    const found = release('aws-load-balancer-controller', values).loadBalancerControllers.get(KEY);
    expect([found?.furtherServices, found?.serviceAccount]).toEqual([services, 'aws-load-balancer-controller']);
  });
});

describe('NetworkModel.images', () => {
  it('reads images in every spelling, without tag and digest', () => {
    const { images } = release('x', {
      one: { image: { registry: 'r.io', repository: 'a/b', tag: '1' } },
      two: { image: { repository: 'r.io/c' } },
      objects: [{ spec: { containers: [{ image: 'r.io:5000/d/e:v1@sha256:0f' }] } }],
    });
    expect(images.map(({ repository }) => repository)).toEqual(['r.io/a/b', 'r.io/c', 'r.io:5000/d/e']);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    ['contour', { contour: { image: { repository: 'a' } } }, ['envoy.image']],
    ['aws-load-balancer-controller', {}, ['image']],
    ['ingress-nginx', {}, ['controller.image', 'controller.admissionWebhooks.patch.image']],
    ['ingress-nginx', { controller: { image: { repository: 'a' }, admissionWebhooks: { enabled: false } } }, []],
    ['x', {}, []],
  ])('tells what the chart %s with %j takes from elsewhere', (chart, values, places) => {
    expect(release(chart, values).defaultImages.map(({ place }) => place)).toEqual(places);
  });
});

describe('NetworkModel.kubernetesServices', () => {
  it('reads what annotations say of the load balancer, and certificates and subnets among them', () => {
    const annotations = Object.entries({
      name: 'nlb',
      'ssl-cert':
        '${aws_acm_certificate_validation.v.certificate_arn},arn:aws:acm:eu-central-1:111111111111:certificate/1, x',
      subnets: '${aws_subnet.a.id},${aws_subnet.b.id}',
    }).map(([name, value]) => [`service.beta.kubernetes.io/aws-load-balancer-${name}`, value]);
    const found = model({
      aws_acm_certificate: { c: { domain_name: 'a.example.com' } },
      aws_acm_certificate_validation: { v: { certificate_arn: '${aws_acm_certificate.c.arn}' } },
      aws_subnet: { a: {}, b: {} },
      kubernetes_service_v1: {
        s: {
          metadata: { name: 'internet', annotations: Object.fromEntries(annotations) },
          spec: {
            type: 'LoadBalancer',
            selector: { app: 'x' },
            port: [{ port: 443, target_port: 'http', name: 'tls' }, { port: '80' }],
          },
        },
      },
    });
    const key = 'a/kubernetes_service_v1.s';
    expect(found.kubernetesServices.get(key)).toMatchObject({
      label: 'internet',
      serviceType: 'LoadBalancer',
      selector: { app: 'x' },
      sourceRanges: [],
      ports: [
        { name: 'tls', port: 443, targetPort: 'http', protocol: 'TCP' },
        { port: 80, targetPort: '80', protocol: 'TCP' },
      ],
      certificates: [
        { by: key, validation: 'a/aws_acm_certificate_validation.v' },
        { by: key, givenArn: 'arn:aws:acm:eu-central-1:111111111111:certificate/1' },
        { by: key },
      ],
      subnets: ['a/aws_subnet.a', 'a/aws_subnet.b'],
    });
    expect(found.problems).toEqual([]);
  });
});

describe('NetworkModel.targetGroupBindings', () => {
  it('finds a binding in the values of a chart and in a manifest, whatever it opens', () => {
    const spec = {
      targetGroupARN: '${aws_lb_target_group.g.arn}',
      serviceRef: { name: 'envoy', port: 80 },
      networking: { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] },
    };
    const { targetGroupBindings } = model({
      aws_lb_target_group: { g: { port: 8080 } },
      kubernetes_manifest: { m: { manifest: { metadata: { namespace: 'n' }, spec } } },
      helm_release: { r: { values: ['${jsonencode({"a" = {"targetGroupArn" = "arn:written"}})}'] } },
    });
    expect(targetGroupBindings).toEqual([
      {
        key: 'a/kubernetes_manifest.m',
        stack: 'a',
        address: 'kubernetes_manifest.m',
        namespace: 'n',
        targetGroup: 'a/aws_lb_target_group.g',
        targetGroupText: 'a/aws_lb_target_group.g',
        targetType: 'ip',
        service: { name: 'envoy', port: '80' },
        opened: [{ peer: '10.0.0.0/8' }],
      },
      {
        key: KEY,
        stack: 'a',
        address: 'helm_release.r',
        targetGroupText: 'arn:written',
        targetType: 'ip',
        opened: [],
      },
    ]);
  });
});
