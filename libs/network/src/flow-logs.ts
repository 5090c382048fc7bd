import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { PlatformConfig } from '@central-ingress/config';
import { FLOW_LOG_WRITING_ACTIONS, allow, policyDocument, trust } from '@central-ingress/iam-policy';
import { flowLogGroupName, flowLogsRoleName, iamPath, physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';

/** Which VPC is logged, and where to. */
export interface FlowLogsProps {
  readonly platform: PlatformConfig;
  readonly accountId: string;
  readonly owner: string;
  readonly vpcId: string;
  readonly logRetentionDays: number;
  readonly boundaryArn: string;
}

/**
 * Every flow of a VPC, accepted or rejected, in one CloudWatch log group, which CloudWatch encrypts by itself.
 * @source VPC User Guide, "Publish flow logs to CloudWatch Logs"
 */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const { platform, accountId, owner } = props;
    const name = physicalName('Name tag', platform.namePrefix, owner, 'flow-logs');

    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      name: flowLogGroupName(platform.namePrefix, owner),
      retentionInDays: props.logRetentionDays,
      tags: { Name: name },
    });
    const roleName = flowLogsRoleName(platform.namePrefix, owner);
    const role = new IamRole(this, 'role', {
      name: roleName,
      path: iamPath(platform.namePrefix),
      description: `Writes the flow logs of ${owner} to CloudWatch`,
      assumeRolePolicy: policyDocument([trustFlowLogs(platform.region, accountId)]),
      permissionsBoundary: props.boundaryArn,
      tags: { Name: roleName },
    });
    const policy = new IamRolePolicy(this, 'policy', {
      name: 'write-flow-logs',
      role: role.name,
      policy: policyDocument([
        allow('WriteFlowLogs', FLOW_LOG_WRITING_ACTIONS, [`${logGroup.arn}:*`]),
        allow(
          'FindLogGroups',
          ['logs:DescribeLogGroups'],
          [`arn:aws:logs:${platform.region}:${accountId}:log-group:*`],
        ),
      ]),
    });
    new FlowLog(this, 'flow-log', {
      vpcId: props.vpcId,
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      dependsOn: [policy],
      tags: { Name: name },
    });
  }
}

/** The flow-log service may use the role for this account's flow logs only, so that no other account borrows it. */
function trustFlowLogs(region: string, accountId: string) {
  return trust(
    'FlowLogs',
    { Service: ['vpc-flow-logs.amazonaws.com'] },
    {
      StringEquals: { 'aws:SourceAccount': accountId },
      ArnLike: { 'aws:SourceArn': `arn:aws:ec2:${region}:${accountId}:vpc-flow-log/*` },
    },
  );
}
