import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import type { PlatformConfig } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import { LoadBalancerAlarm, notifications } from './load-balancer-alarm';

/** What is watched, and who hears of it. */
export interface AlbAlarmsProps {
  readonly platform: PlatformConfig;
  /** Internet VPC. */
  readonly owner: string;
  readonly albArnSuffix: string;
  readonly webAclName: string;
  /** SNS topic. */
  readonly topicArn?: string;
}

/** What concerns every tenant of an ALB, by the name of its alarm; thresholds are counts per minute. */
const ALB_ALARMS = {
  'alb-5xx': {
    metricName: 'HTTPCode_ELB_5XX_Count',
    threshold: 10,
    description: 'The ALB itself answers 5xx: no healthy target, a target that hangs up, or a time-out.',
  },
  'target-connection-errors': {
    metricName: 'TargetConnectionErrorCount',
    threshold: 10,
    description: 'The ALB cannot connect to endpoint addresses: endpoint, its security group or its service is gone.',
  },
  'rejected-connections': {
    metricName: 'RejectedConnectionCount',
    threshold: 1,
    description: 'The ALB has reached its maximum of connections and rejects clients.',
  },
} as const;

/** Share of blocked requests, in percent, from which on an attack or a false positive is likely. */
const BLOCKED_PERCENT = 20;
/** Requests in five minutes below which the share says nothing. */
const ENOUGH_REQUESTS = 100;

/** Alarms on the ALB and on its web ACL as a whole; each connection has alarms of its own. */
export class AlbAlarms extends Construct {
  constructor(scope: Construct, id: string, props: AlbAlarmsProps) {
    super(scope, id);
    const { platform, owner, topicArn } = props;
    for (const [word, alarm] of Object.entries(ALB_ALARMS)) {
      new LoadBalancerAlarm(this, word, {
        ...alarm,
        alarmName: physicalName('CloudWatch alarm', platform.namePrefix, owner, word),
        statistic: 'Sum',
        minutesToAlarm: 3,
        dimensions: { LoadBalancer: props.albArnSuffix },
        topicArn,
      });
    }
    this.blockedShare(props);
  }

  private blockedShare({ platform, owner, webAclName, topicArn }: AlbAlarmsProps): void {
    const requests = (metricId: string, metricName: string) => ({
      id: metricId,
      metric: {
        namespace: 'AWS/WAFV2',
        metricName,
        period: 300,
        stat: 'Sum',
        dimensions: { WebACL: webAclName, Region: platform.region, Rule: 'ALL' },
      },
    });
    const alarmName = physicalName('CloudWatch alarm', platform.namePrefix, owner, 'waf-blocked');
    new CloudwatchMetricAlarm(this, 'waf-blocked', {
      alarmName,
      alarmDescription:
        'The web ACL blocks an unusual share of requests: an attack, or a rule that hits honest clients.',
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      threshold: BLOCKED_PERCENT,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      treatMissingData: 'notBreaching',
      metricQuery: [
        {
          id: 'share',
          label: 'Blocked requests, percent',
          expression: `IF(FILL(blocked,0)+FILL(allowed,0)>=${ENOUGH_REQUESTS}, 100*FILL(blocked,0)/(FILL(blocked,0)+FILL(allowed,0)), 0)`,
          returnData: true,
        },
        requests('blocked', 'BlockedRequests'),
        requests('allowed', 'AllowedRequests'),
      ],
      ...notifications(topicArn),
      tags: { Name: alarmName },
    });
  }
}
