import { allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { eksRoleArn, EKS_ROLE_USES, flowLogsRoleName, roleArn } from '@central-ingress/naming';
import type { DeployerScope } from './deployer-scope';

/** ARN of the role that writes the flow logs of the tenant's VPC. */
export function flowLogsRoleArn(scope: DeployerScope): string {
  return roleArn(scope.accountId, scope.namePrefix, flowLogsRoleName(scope.namePrefix, scope.connectionName));
}

/** ARNs of the roles that the cluster stack creates. */
export function clusterRoleArns(scope: DeployerScope): readonly string[] {
  return EKS_ROLE_USES.map((use) => eksRoleArn(scope.accountId, scope.namePrefix, scope.connectionName, use));
}

/**
 * The most that EKS, nodes, pods and flow logs of a tenant can ever do: networks, load balancers, disks, images and logs
 * of one region; no role, no data, no secret of anybody else.
 */
export function workloadCeiling(scope: DeployerScope): readonly Statement[] {
  return [
    allow(
      'RunClusters',
      [
        'autoscaling:Describe*',
        'autoscaling:UpdateAutoScalingGroup',
        'ec2:*NetworkInterface*',
        'ec2:*PrivateIpAddresses',
        'ec2:*SecurityGroup*',
        'ec2:*Volume*',
        'ec2:CreateRoute',
        'ec2:CreateTags',
        'ec2:DeleteRoute',
        'ec2:DeleteTags',
        'ec2:Describe*',
        'ec2:GetCoipPoolUsage',
        'ec2:ModifyInstanceAttribute',
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:BatchImportUpstreamImage',
        'ecr:GetAuthorizationToken',
        'ecr:GetDownloadUrlForLayer',
        'eks-auth:AssumeRoleForPodIdentity',
        'eks:DescribeCluster',
        'elasticloadbalancing:*',
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:ListGrants',
        'logs:CreateLogStream',
        'logs:DescribeLogGroups',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
      ],
      ['*'],
      { StringEquals: { 'aws:RequestedRegion': scope.region } },
    ),
    scope.linkedRoles('elasticloadbalancing.amazonaws.com'),
  ];
}

/**
 * The most that the two deployers which create roles can ever do: the services of their stacks in one region, and the
 * named roles; how these are limited is said by the deployers' own policies.
 */
export function deployerCeiling(scope: DeployerScope, stateBucketArn: string): readonly Statement[] {
  const { accountId, region, connectionName, namePrefix } = scope;
  return [
    allow('DeployInTheRegion', ['ec2:*', 'ecr:*', 'eks:*', 'kms:*', 'logs:*'], ['*'], {
      StringEquals: { 'aws:RequestedRegion': region },
    }),
    allow('AttachEndpointZones', ['route53:AssociateVPCWithHostedZone'], ['arn:aws:route53:::hostedzone/*']),
    allow(
      'KeepOwnHandovers',
      ['ssm:*Parameter*', 'ssm:*Tags*'],
      [scope.arn('ssm', `parameter/${namePrefix}/tenant/${connectionName}/*`)],
    ),
    allow('DescribeParameters', ['ssm:DescribeParameters'], [scope.arn('ssm', '*')]),
    allow('KeepOwnStates', ['s3:*Object', 's3:ListBucket'], [stateBucketArn, `${stateBucketArn}/${connectionName}/*`]),
    allow('KeepNamedRoles', ['iam:*Role*'], [flowLogsRoleArn(scope), ...clusterRoleArns(scope)]),
    allow(
      'KeepIssuer',
      ['iam:*OpenIDConnectProvider*'],
      [`arn:aws:iam::${accountId}:oidc-provider/oidc.eks.${region}.amazonaws.com/*`],
    ),
    allow(
      'UseLinkedRoles',
      ['iam:CreateServiceLinkedRole', 'iam:GetRole'],
      [`arn:aws:iam::${accountId}:role/aws-service-role/*`],
    ),
  ];
}
