import { parseCidr } from '@central-ingress/addressing';
import { examplePlatform } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { FlowLoggedVpc } from './flow-logged-vpc';

const ACCOUNT = '111111111111';
const boundaryArn = `arn:aws:iam::${ACCOUNT}:policy/acme/acme-central-boundary`;

describe('FlowLoggedVpc', () => {
  const stack = synthesizeConstruct(
    (scope) =>
      new FlowLoggedVpc(scope, 'vpc', {
        platform: examplePlatform(),
        accountId: ACCOUNT,
        owner: 'main',
        cidr: parseCidr('10.12.0.0/16'),
        logRetentionDays: 90,
        boundaryArn,
      }),
  );

  it('resolves private DNS names and has a name', () => {
    expect(stack.at('vpc/main').body).toStrictEqual({
      cidr_block: '10.12.0.0/16',
      enable_dns_hostnames: true,
      enable_dns_support: true,
      tags: { Name: 'acme-main-vpc' },
    });
  });

  it('empties the default security group', () => {
    expect(stack.at('vpc/default').body).toStrictEqual({
      vpc_id: `\${${stack.at('vpc/main').address}.id}`,
      tags: { Name: 'acme-main-default-closed' },
    });
  });

  it('logs all traffic to one log group with a retention', () => {
    const group = stack.at('vpc/flow-logs/log-group');
    expect(group.body).toStrictEqual({
      name: 'acme-main-flow-logs',
      retention_in_days: 90,
      tags: { Name: 'acme-main-flow-logs' },
    });
    expect(stack.at('vpc/flow-logs/flow-log').body).toStrictEqual({
      vpc_id: `\${${stack.at('vpc/main').address}.id}`,
      traffic_type: 'ALL',
      log_destination_type: 'cloud-watch-logs',
      log_destination: `\${${group.address}.arn}`,
      iam_role_arn: `\${${stack.at('vpc/flow-logs/role').address}.arn}`,
      depends_on: [stack.at('vpc/flow-logs/policy').address],
      tags: { Name: 'acme-main-flow-logs' },
    });
  });

  it('lends its role to the flow logs of this account only', () => {
    const { body } = stack.at('vpc/flow-logs/role');
    expect({ ...body, assume_role_policy: JSON.parse(body['assume_role_policy'] as string) }).toStrictEqual({
      name: 'acme-main-flow-logs-role',
      path: '/acme/',
      description: 'Writes the flow logs of main to CloudWatch',
      permissions_boundary: boundaryArn,
      assume_role_policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'FlowLogs',
            Effect: 'Allow',
            Action: ['sts:AssumeRole'],
            Principal: { Service: ['vpc-flow-logs.amazonaws.com'] },
            Condition: {
              StringEquals: { 'aws:SourceAccount': ACCOUNT },
              ArnLike: { 'aws:SourceArn': `arn:aws:ec2:eu-central-1:${ACCOUNT}:vpc-flow-log/*` },
            },
          },
        ],
      },
      tags: { Name: 'acme-main-flow-logs-role' },
    });
  });

  it('lets the role write to its own log group only', () => {
    const group = stack.at('vpc/flow-logs/log-group').address;
    expect(JSON.parse(stack.at('vpc/flow-logs/policy').body['policy'] as string).Statement).toStrictEqual([
      {
        Sid: 'WriteFlowLogs',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        Resource: [`\${${group}.arn}:*`],
      },
      {
        Sid: 'FindLogGroups',
        Effect: 'Allow',
        Action: ['logs:DescribeLogGroups'],
        Resource: [`arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:*`],
      },
    ]);
  });
});
