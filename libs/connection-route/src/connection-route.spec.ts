import type { HostConfig } from '@central-ingress/config';
import { exampleInternetVpc, examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { ConnectionRoute } from './connection-route';

const wildcard = (name: string): HostConfig => ({ name, certificate: { type: 'wildcard' } });
const inZone = (name: string, hostedZone: string): HostConfig => ({
  name,
  certificate: { type: 'hostedZone', hostedZone },
});
const GIVEN = 'arn:aws:acm:eu-central-1:111111111111:certificate/0f00';

function route(hosts?: readonly HostConfig[]) {
  const tenant = exampleTenant();
  return synthesizeConstruct(
    (scope) =>
      new ConnectionRoute(scope, 'route', {
        platform: examplePlatform(),
        tenant: { ...tenant, exposure: { ...tenant.exposure, hosts: hosts ?? tenant.exposure.hosts } },
        internetVpc: exampleInternetVpc(),
        serviceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1',
        vpcId: 'vpc-1',
        endpointSubnetIds: { 'euc1-az1': 'subnet-1', 'euc1-az2': 'subnet-2', 'euc1-az3': 'subnet-3' },
        endpointSecurityGroupId: 'sg-1',
        hostedZoneId: 'Z1',
        httpsListenerArn: 'arn:listener',
        albDnsName: 'acme-main-alb-1.eu-central-1.elb.amazonaws.com',
        albZoneId: 'Z215JYRZR1TBD5',
        albArnSuffix: 'app/acme-main-alb/1',
      }),
  );
}

describe('ConnectionRoute', () => {
  const stack = route();
  const endpoint = stack.at('route/endpoint/endpoint');
  const group = stack.at('route/target-group/target_group');
  const attachments = ['euc1-az1', 'euc1-az2', 'euc1-az3'].map((azId) =>
    stack.at(`route/target-group/attachment-${azId}`),
  );
  const rule = stack.at('route/rules/alb_listener_rule-1');

  it('has an interface endpoint with an address in each AZ', () => {
    expect(endpoint.body).toStrictEqual({
      vpc_id: 'vpc-1',
      vpc_endpoint_type: 'Interface',
      service_name: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1',
      subnet_ids: ['subnet-1', 'subnet-2', 'subnet-3'],
      security_group_ids: ['sg-1'],
      private_dns_enabled: false,
      tags: { Name: 'acme-payments' },
    });
  });

  it("takes each target's address from the endpoint, by subnet", () => {
    const [[local, expression] = []] = Object.entries(stack.json['locals'] ?? {});
    expect(expression).toBe(
      `\${{ for subnet in ${endpoint.address}.subnet_configuration : subnet.subnet_id => subnet.ipv4 }}`,
    );
    expect(attachments.map(({ body }) => body)).toStrictEqual(
      [1, 2, 3].map((number) => ({
        target_group_arn: `\${${group.address}.arn}`,
        target_id: `\${local.${local}["subnet-${number}"]}`,
        port: 443,
      })),
    );
  });

  it('checks the health of the whole path by HTTPS', () => {
    expect(group.body).toStrictEqual({
      name: 'acme-payments',
      target_type: 'ip',
      protocol: 'HTTPS',
      port: 443,
      vpc_id: 'vpc-1',
      deregistration_delay: '30',
      health_check: {
        enabled: true,
        protocol: 'HTTPS',
        port: 'traffic-port',
        path: '/',
        matcher: '200-499',
        interval: 15,
        timeout: 5,
        healthy_threshold: 2,
        unhealthy_threshold: 2,
      },
      depends_on: [endpoint.address],
      tags: { Name: 'acme-payments' },
    });
  });

  it('sends its hosts to its targets once they are registered', () => {
    expect(rule.body).toStrictEqual({
      listener_arn: 'arn:listener',
      priority: 21,
      condition: [{ host_header: { values: ['payments.apps.example.com'] } }],
      action: [{ type: 'forward', target_group_arn: `\${${group.address}.arn}` }],
      depends_on: attachments.map(({ address }) => address),
      tags: { Name: 'acme-payments-1' },
    });
  });

  it('points a host at the ALB last, so that it is taken away first', () => {
    expect(stack.at('route/records/payments.apps.example.com').body).toStrictEqual({
      zone_id: 'Z1',
      name: 'payments.apps.example.com',
      type: 'A',
      alias: {
        name: 'acme-main-alb-1.eu-central-1.elb.amazonaws.com',
        zone_id: 'Z215JYRZR1TBD5',
        evaluate_target_health: true,
      },
      depends_on: [rule.address],
    });
  });

  it('spreads more than five hosts over rules of the same targets', () => {
    const many = route(['a', 'b', 'c', 'd', 'e', 'f'].map((label) => wildcard(`${label}.apps.example.com`)));
    const rules = many.ofType('aws_lb_listener_rule').map(({ body }) => [body['priority'], body['condition']]);
    expect(rules).toStrictEqual([
      [21, [{ host_header: { values: ['a', 'b', 'c', 'd', 'e'].map((label) => `${label}.apps.example.com`) } }]],
      [22, [{ host_header: { values: ['f.apps.example.com'] } }]],
    ]);
    expect(many.ofType('aws_lb_target_group')).toHaveLength(1);
  });

  it('watches its own targets only', () => {
    const dimensions = { LoadBalancer: 'app/acme-main-alb/1', TargetGroup: `\${${group.address}.arn_suffix}` };
    const alarms = stack.ofType('aws_cloudwatch_metric_alarm').map(({ body }) => body);
    expect(alarms.map((body) => [body['alarm_name'], body['metric_name'], body['threshold']])).toStrictEqual([
      ['acme-payments-target-5xx', 'HTTPCode_Target_5XX_Count', 10],
      ['acme-payments-target-latency', 'TargetResponseTime', 2],
      ['acme-payments-unhealthy-hosts', 'UnHealthyHostCount', 1],
    ]);
    expect(alarms.map((body) => body['dimensions'])).toStrictEqual([dimensions, dimensions, dimensions]);
  });
});

describe('ConnectionRoute with hosts outside the wildcard', () => {
  const many = Array.from({ length: 11 }, (_, index) => inZone(`s${index}.example.org`, 'example.org'));
  const stack = route([
    inZone('a.b.apps.example.com', 'apps.example.com'),
    ...many,
    { name: 'x.example.net', certificate: { type: 'arn', certificateArn: GIVEN } },
    { name: 'y.example.net', certificate: { type: 'arn', certificateArn: GIVEN } },
  ]);
  const foreignZone = `\${${stack.at('route/zones/example.org').address}.zone_id}`;

  it('requests one certificate per zone and ten names', () => {
    const certificates = stack
      .ofType('aws_acm_certificate')
      .map(({ body }) => [
        (body['tags'] as { Name: string }).Name,
        1 + ((body['subject_alternative_names'] as string[] | undefined)?.length ?? 0),
      ]);
    expect(certificates).toStrictEqual([
      ['acme-payments-apps.example.com-1', 1],
      ['acme-payments-example.org-1', 10],
      ['acme-payments-example.org-2', 1],
    ]);
  });

  it('adds each certificate to the listener once it is issued, a given one once for all its hosts', () => {
    const issued = ['apps.example.com-1', 'example.org-1', 'example.org-2'].map(
      (id) => `\${${stack.at(`route/certificates/${id}/validation`).address}.certificate_arn}`,
    );
    const added = stack.ofType('aws_lb_listener_certificate').map(({ body }) => body);
    expect(added).toHaveLength(4);
    expect(added).toEqual(
      expect.arrayContaining([...issued, GIVEN].map((arn) => ({ listener_arn: 'arn:listener', certificate_arn: arn }))),
    );
  });

  it('looks up the zones that are not the domain, once each', () => {
    expect(stack.ofType('aws_route53_zone').map(({ body }) => body)).toStrictEqual([
      { name: 'example.org', private_zone: false },
    ]);
  });

  it('writes records in the zone of each host, after rules and certificates', () => {
    const after = [...stack.ofType('aws_lb_listener_rule'), ...stack.ofType('aws_lb_listener_certificate')];
    const record = (host: string) => stack.at(`route/records/${host}`).body;
    expect(record('a.b.apps.example.com')['zone_id']).toBe('Z1');
    expect(record('s0.example.org')['zone_id']).toBe(foreignZone);
    expect(new Set(record('s0.example.org')['depends_on'] as string[])).toStrictEqual(
      new Set(after.map(({ address }) => address)),
    );
  });

  it('leaves the records of hosts with a given certificate to whoever owns them', () => {
    const names = stack.ofType('aws_route53_record').map(({ body }) => body['name']);
    expect(names.filter((name) => String(name).endsWith('example.net'))).toStrictEqual([]);
  });
});
