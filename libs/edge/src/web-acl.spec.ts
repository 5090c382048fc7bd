import { examplePlatform } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { WebAcl } from './web-acl';

describe('WebAcl', () => {
  const stack = synthesizeConstruct(
    (scope) =>
      new WebAcl(scope, 'waf', {
        platform: examplePlatform(),
        owner: 'main',
        albArn: 'arn:alb',
        rateLimit: 2000,
        logRetentionDays: 90,
      }),
  );
  const acl = stack.at('waf/internet-ingress-alb');
  const logGroup = stack.at('waf/logs/log-group');

  it('lets through what no rule blocks, and measures', () => {
    const { rule, ...body } = acl.body;
    expect(rule).toHaveLength(5);
    expect(body).toStrictEqual({
      name: 'acme-main-alb',
      description: 'Firewall of the ALB of the internet VPC main',
      scope: 'REGIONAL',
      default_action: { allow: {} },
      visibility_config: {
        cloudwatch_metrics_enabled: true,
        metric_name: 'acme-main-alb',
        sampled_requests_enabled: true,
      },
      tags: { Name: 'acme-main-alb' },
    });
  });

  it('stands before the ALB', () => {
    expect(stack.at('waf/association').body).toStrictEqual({
      resource_arn: 'arn:alb',
      web_acl_arn: `\${${acl.address}.arn}`,
    });
  });

  it('logs without credentials, to a group whose name WAF accepts', () => {
    expect(logGroup.body).toStrictEqual({
      name: 'aws-waf-logs-acme-main',
      retention_in_days: 90,
      tags: { Name: 'aws-waf-logs-acme-main' },
    });
    expect(stack.at('waf/logs/configuration').body).toStrictEqual({
      resource_arn: `\${${acl.address}.arn}`,
      log_destination_configs: [`\${${logGroup.address}.arn}`],
      redacted_fields: [{ single_header: { name: 'authorization' } }, { single_header: { name: 'cookie' } }],
      depends_on: [stack.at('waf/logs/delivery').address],
    });
  });

  it('lets the log delivery of this account write to that group only', () => {
    const { body } = stack.at('waf/logs/delivery');
    expect({ ...body, policy_document: JSON.parse(body['policy_document'] as string) }).toStrictEqual({
      policy_name: 'acme-main-waf-logs',
      policy_document: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'WafDeliversLogs',
            Effect: 'Allow',
            Principal: { Service: ['delivery.logs.amazonaws.com'] },
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: [`\${${logGroup.address}.arn}:*`],
            Condition: {
              StringEquals: { 'aws:SourceAccount': '111111111111' },
              ArnLike: { 'aws:SourceArn': 'arn:aws:logs:eu-central-1:111111111111:*' },
            },
          },
        ],
      },
    });
  });
});
