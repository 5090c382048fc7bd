import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import type { PlatformConfig } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';

/** What the dashboard shows. */
export interface AlbDashboardProps {
  readonly platform: PlatformConfig;
  /** Internet VPC. */
  readonly owner: string;
  readonly albArnSuffix: string;
  readonly webAclName: string;
}

/** Titles and metrics of the ALB, with their statistic, two widgets a row. */
const ALB_WIDGETS: readonly { readonly title: string; readonly stat: string; readonly metrics: readonly string[] }[] = [
  { title: 'Requests and connections', stat: 'Sum', metrics: ['RequestCount', 'NewConnectionCount'] },
  {
    title: 'Answers by class',
    stat: 'Sum',
    metrics: ['HTTPCode_Target_2XX_Count', 'HTTPCode_Target_4XX_Count', 'HTTPCode_Target_5XX_Count'],
  },
  { title: 'Failures of the ALB', stat: 'Sum', metrics: ['HTTPCode_ELB_5XX_Count', 'TargetConnectionErrorCount'] },
  { title: 'Seconds to the first byte, p99', stat: 'p99', metrics: ['TargetResponseTime'] },
  { title: 'Capacity', stat: 'Sum', metrics: ['ConsumedLCUs', 'RejectedConnectionCount'] },
];
const WAF_METRICS = ['AllowedRequests', 'BlockedRequests', 'CountedRequests'] as const;

/**
 * One page per ALB: its traffic, its failures, and what its web ACL does.
 * @source CloudWatch API Reference, "Dashboard Body Structure and Syntax"; the grid is 24 wide
 */
export class AlbDashboard extends Construct {
  constructor(scope: Construct, id: string, { platform, owner, albArnSuffix, webAclName }: AlbDashboardProps) {
    super(scope, id);
    const alb = ALB_WIDGETS.map(({ title, stat, metrics }) => ({
      title,
      stat,
      metrics: metrics.map((metric) => ['AWS/ApplicationELB', metric, 'LoadBalancer', albArnSuffix]),
    }));
    const waf = {
      title: 'Web ACL',
      stat: 'Sum',
      metrics: WAF_METRICS.map((metric) => [
        'AWS/WAFV2',
        metric,
        'WebACL',
        webAclName,
        'Region',
        platform.region,
        'Rule',
        'ALL',
      ]),
    };
    new CloudwatchDashboard(this, 'dashboard', {
      dashboardName: physicalName('CloudWatch dashboard', platform.namePrefix, owner),
      dashboardBody: JSON.stringify({
        widgets: [...alb, waf].map((properties, index) => ({
          type: 'metric',
          x: (index % 2) * 12,
          y: Math.floor(index / 2) * 6,
          width: 12,
          height: 6,
          properties: { ...properties, period: 60, region: platform.region, view: 'timeSeries' },
        })),
      }),
    });
  }
}
