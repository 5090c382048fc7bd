import { Wafv2WebAcl } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import type { PlatformConfig } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import { WafLogs } from './waf-logs';
import { webAclRules } from './web-acl-rules';

/** What the web ACL stands before. */
export interface WebAclProps {
  readonly platform: PlatformConfig;
  /** Internet VPC. */
  readonly owner: string;
  readonly albArn: string;
  /** Requests per client IP in five minutes. */
  readonly rateLimit: number;
  readonly logRetentionDays: number;
}

/**
 * The web application firewall of one ALB: lets through what no rule blocks, and logs every request.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/load-balancer/waf.tf
 */
export class WebAcl extends Construct {
  /** Name, which is also the CloudWatch dimension `WebACL`. */
  public readonly metricName: string;

  constructor(scope: Construct, id: string, props: WebAclProps) {
    super(scope, id);
    const { platform, owner } = props;
    const name = physicalName('web ACL', platform.namePrefix, owner, 'alb');

    const acl = new Wafv2WebAcl(this, 'internet-ingress-alb', {
      name,
      description: `Firewall of the ALB of the internet VPC ${owner}`,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rule: webAclRules(props.rateLimit),
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: true },
      tags: { Name: name },
    });
    new Wafv2WebAclAssociation(this, 'association', { resourceArn: props.albArn, webAclArn: acl.arn });
    new WafLogs(this, 'logs', {
      platform,
      owner,
      webAclArn: acl.arn,
      logRetentionDays: props.logRetentionDays,
    });
    this.metricName = name;
  }
}
