import { synthesizeConstruct } from '@central-ingress/testing';
import { LoadBalancerAlarm } from './load-balancer-alarm';

function alarm(statistic: string, topicArn?: string) {
  return synthesizeConstruct(
    (scope) =>
      new LoadBalancerAlarm(scope, 'latency', {
        alarmName: 'acme-payments-target-latency',
        description: 'Slow',
        metricName: 'TargetResponseTime',
        statistic,
        threshold: 2,
        minutesToAlarm: 3,
        dimensions: { LoadBalancer: 'app/acme-main-alb/1' },
        topicArn,
      }),
  ).at('latency/alarm').body;
}

const silent = {
  alarm_name: 'acme-payments-target-latency',
  alarm_description: 'Slow',
  namespace: 'AWS/ApplicationELB',
  metric_name: 'TargetResponseTime',
  dimensions: { LoadBalancer: 'app/acme-main-alb/1' },
  comparison_operator: 'GreaterThanOrEqualToThreshold',
  threshold: 2,
  period: 60,
  evaluation_periods: 5,
  datapoints_to_alarm: 3,
  treat_missing_data: 'notBreaching',
  tags: { Name: 'acme-payments-target-latency' },
};

describe('LoadBalancerAlarm', () => {
  it('knows percentiles from other statistics', () => {
    expect(alarm('p99')).toStrictEqual({ ...silent, extended_statistic: 'p99' });
    expect(alarm('Sum')).toStrictEqual({ ...silent, statistic: 'Sum' });
  });

  it('notifies its topic of the alarm and of its end', () => {
    expect(alarm('Sum', 'arn:topic')).toStrictEqual({
      ...silent,
      statistic: 'Sum',
      alarm_actions: ['arn:topic'],
      ok_actions: ['arn:topic'],
    });
  });
});
