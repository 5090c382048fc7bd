import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { Wafv2WebAclLoggingConfiguration } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration';
import type { PlatformConfig } from '@central-ingress/config';
import { policyDocument } from '@central-ingress/iam-policy';
import { physicalName, wafLogGroupName } from '@central-ingress/naming';
import { Construct } from 'constructs';

/** Which web ACL's requests are logged. */
export interface WafLogsProps {
  readonly platform: PlatformConfig;
  /** Internet VPC. */
  readonly owner: string;
  readonly webAclArn: string;
  readonly logRetentionDays: number;
}

/** Headers that carry secrets; logs show that they were there, not what they said. */
const REDACTED_HEADERS = ['authorization', 'cookie'] as const;

/**
 * The log of a web ACL in CloudWatch, without credentials.
 * @source WAF Developer Guide, "Sending web ACL traffic logs to a CloudWatch Logs log group"
 */
export class WafLogs extends Construct {
  constructor(scope: Construct, id: string, { platform, owner, webAclArn, logRetentionDays }: WafLogsProps) {
    super(scope, id);
    const { namePrefix, region, centralAccountId } = platform;
    const name = wafLogGroupName(namePrefix, owner);

    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      name,
      retentionInDays: logRetentionDays,
      tags: { Name: name },
    });
    // Without it WAF writes a policy of its own, which would stay behind.
    const delivery = new CloudwatchLogResourcePolicy(this, 'delivery', {
      policyName: physicalName('Name tag', namePrefix, owner, 'waf-logs'),
      policyDocument: policyDocument([
        {
          Sid: 'WafDeliversLogs',
          Effect: 'Allow',
          Principal: { Service: ['delivery.logs.amazonaws.com'] },
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: [`${logGroup.arn}:*`],
          Condition: {
            StringEquals: { 'aws:SourceAccount': centralAccountId },
            ArnLike: { 'aws:SourceArn': `arn:aws:logs:${region}:${centralAccountId}:*` },
          },
        },
      ]),
    });
    new Wafv2WebAclLoggingConfiguration(this, 'configuration', {
      resourceArn: webAclArn,
      logDestinationConfigs: [logGroup.arn],
      redactedFields: REDACTED_HEADERS.map((header) => ({ singleHeader: { name: header } })),
      dependsOn: [delivery],
    });
  }
}
