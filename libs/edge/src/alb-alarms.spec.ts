import { examplePlatform } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { AlbAlarms } from './alb-alarms';

describe('AlbAlarms', () => {
  const stack = synthesizeConstruct(
    (scope) =>
      new AlbAlarms(scope, 'alarms', {
        platform: examplePlatform(),
        owner: 'main',
        albArnSuffix: 'app/acme-main-alb/1',
        webAclName: 'acme-main-alb',
        topicArn: 'arn:topic',
      }),
  );

  it('watches what concerns every tenant, on the ALB as a whole', () => {
    const watched = stack
      .ofType('aws_cloudwatch_metric_alarm')
      .filter(({ body }) => body['metric_name'])
      .map(({ body }) => [body['alarm_name'], body['metric_name'], body['threshold'], body['dimensions']]);
    const dimensions = { LoadBalancer: 'app/acme-main-alb/1' };
    expect(watched.sort()).toStrictEqual([
      ['acme-main-alb-5xx', 'HTTPCode_ELB_5XX_Count', 10, dimensions],
      ['acme-main-rejected-connections', 'RejectedConnectionCount', 1, dimensions],
      ['acme-main-target-connection-errors', 'TargetConnectionErrorCount', 10, dimensions],
    ]);
  });

  it('watches the share of blocked requests, once there are enough to have one', () => {
    const metric = (name: string) => ({
      namespace: 'AWS/WAFV2',
      metric_name: name,
      period: 300,
      stat: 'Sum',
      dimensions: { WebACL: 'acme-main-alb', Region: 'eu-central-1', Rule: 'ALL' },
    });
    const { metric_query: queries, ...body } = stack.at('alarms/waf-blocked').body;
    expect(body).toStrictEqual({
      alarm_name: 'acme-main-waf-blocked',
      alarm_description:
        'The web ACL blocks an unusual share of requests: an attack, or a rule that hits honest clients.',
      comparison_operator: 'GreaterThanOrEqualToThreshold',
      threshold: 20,
      evaluation_periods: 3,
      datapoints_to_alarm: 2,
      treat_missing_data: 'notBreaching',
      alarm_actions: ['arn:topic'],
      ok_actions: ['arn:topic'],
      tags: { Name: 'acme-main-waf-blocked' },
    });
    expect(queries).toStrictEqual([
      {
        id: 'share',
        label: 'Blocked requests, percent',
        expression:
          'IF(FILL(blocked,0)+FILL(allowed,0)>=100, 100*FILL(blocked,0)/(FILL(blocked,0)+FILL(allowed,0)), 0)',
        return_data: true,
      },
      { id: 'blocked', metric: metric('BlockedRequests') },
      { id: 'allowed', metric: metric('AllowedRequests') },
    ]);
  });
});
