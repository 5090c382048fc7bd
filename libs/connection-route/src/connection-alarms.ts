import { LoadBalancerAlarm } from '@central-ingress/edge';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';

/** Whose targets are watched. */
export interface ConnectionAlarmsProps {
  readonly namePrefix: string;
  readonly connectionName: string;
  readonly albArnSuffix: string;
  readonly targetGroupArnSuffix: string;
  /** SNS topic. */
  readonly topicArn?: string;
}

/** What shows that one tenant is in trouble, by the name of its alarm. */
const CONNECTION_ALARMS = {
  'unhealthy-hosts': {
    metricName: 'UnHealthyHostCount',
    statistic: 'Maximum',
    threshold: 1,
    description: 'An endpoint address fails its health check: look at the NLB and the ingress controller in that AZ.',
  },
  'target-5xx': {
    metricName: 'HTTPCode_Target_5XX_Count',
    statistic: 'Sum',
    threshold: 10,
    description: 'The tenant answers ten requests a minute or more with 5xx.',
  },
  'target-latency': {
    metricName: 'TargetResponseTime',
    statistic: 'p99',
    threshold: 2,
    description: 'One request in a hundred waits two seconds or more for the tenant.',
  },
} as const;

/** The alarms of one connection, which concern its tenant and nobody else. */
export class ConnectionAlarms extends Construct {
  constructor(scope: Construct, id: string, props: ConnectionAlarmsProps) {
    super(scope, id);
    for (const [word, alarm] of Object.entries(CONNECTION_ALARMS)) {
      new LoadBalancerAlarm(this, word, {
        ...alarm,
        alarmName: physicalName('CloudWatch alarm', props.namePrefix, props.connectionName, word),
        minutesToAlarm: 3,
        dimensions: { LoadBalancer: props.albArnSuffix, TargetGroup: props.targetGroupArnSuffix },
        topicArn: props.topicArn,
      });
    }
  }
}
