import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';

/** Which metric of the namespace AWS/ApplicationELB is watched, and from when on it is too much. */
export interface LoadBalancerAlarmProps {
  readonly alarmName: string;
  /** What it means and where to look, for whoever is woken by it. */
  readonly description: string;
  readonly metricName: string;
  /** `Sum`, `Maximum` and so on, or a percentile such as `p99`. */
  readonly statistic: string;
  /** The alarm rings at this value and above. */
  readonly threshold: number;
  /** Of the last five minutes, how many must be too much. */
  readonly minutesToAlarm: number;
  readonly dimensions: Readonly<Record<string, string>>;
  /** SNS topic for alarm and all-clear. */
  readonly topicArn?: string;
}

/**
 * An alarm on one metric of an ALB or of one of its target groups, judged on each of the last five minutes.
 * @source ELB User Guide, "CloudWatch metrics for your Application Load Balancer"
 */
export class LoadBalancerAlarm extends Construct {
  constructor(scope: Construct, id: string, props: LoadBalancerAlarmProps) {
    super(scope, id);
    new CloudwatchMetricAlarm(this, 'alarm', {
      alarmName: props.alarmName,
      alarmDescription: props.description,
      namespace: 'AWS/ApplicationELB',
      metricName: props.metricName,
      ...(props.statistic.startsWith('p') ? { extendedStatistic: props.statistic } : { statistic: props.statistic }),
      dimensions: { ...props.dimensions },
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      threshold: props.threshold,
      period: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: props.minutesToAlarm,
      // ELB reports nothing while there is nothing to count.
      treatMissingData: 'notBreaching',
      ...notifications(props.topicArn),
      tags: { Name: props.alarmName },
    });
  }
}

/** Who hears of an alarm and of its end; without a topic nobody does. */
export function notifications(topicArn?: string): { alarmActions?: string[]; okActions?: string[] } {
  return topicArn ? { alarmActions: [topicArn], okActions: [topicArn] } : {};
}
