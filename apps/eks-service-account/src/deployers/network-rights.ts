import { allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { flowLogGroupName } from '@central-ingress/naming';
import { ofStack } from './deployer-scope';
import type { DeployerScope } from './deployer-scope';

/** What the stack `<tenant>-networking` does in its account, beside creating the flow-log role. */
export function networkRights(scope: DeployerScope, stackName: string): readonly Statement[] {
  return [...vpcRights(scope, stackName), ...endpointRights(), ...logRights(scope), ...imageRights(scope)];
}

function vpcRights(scope: DeployerScope, stackName: string): readonly Statement[] {
  const kept = scope.ec2(
    'route-table',
    'security-group',
    'security-group-rule',
    'subnet',
    'vpc',
    'vpc-endpoint',
    'vpc-flow-log',
  );
  return [
    // Describe actions know no resource.
    allow(
      'ReadNetwork',
      [
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeFlowLogs',
        'ec2:DescribeNetworkAcls',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribePrefixLists',
        'ec2:DescribeRouteTables',
        'ec2:DescribeSecurityGroupRules',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcAttribute',
        'ec2:DescribeVpcEndpointServices',
        'ec2:DescribeVpcEndpoints',
        'ec2:DescribeVpcs',
      ],
      ['*'],
    ),
    allow(
      'BuildNetwork',
      [
        'ec2:AssociateRouteTable',
        'ec2:AuthorizeSecurityGroupIngress',
        'ec2:CreateFlowLogs',
        'ec2:CreateRouteTable',
        'ec2:CreateSecurityGroup',
        'ec2:CreateSubnet',
        'ec2:CreateTags',
        'ec2:CreateVpc',
        'ec2:CreateVpcEndpoint',
        'ec2:DeleteTags',
        'ec2:DisassociateRouteTable',
        'ec2:ModifySecurityGroupRules',
        'ec2:ModifySubnetAttribute',
        'ec2:ModifyVpcAttribute',
        'ec2:ModifyVpcEndpoint',
        'ec2:ReplaceRouteTableAssociation',
        'ec2:RevokeSecurityGroupEgress',
        'ec2:RevokeSecurityGroupIngress',
        'ec2:UpdateSecurityGroupRuleDescriptionsIngress',
      ],
      kept,
    ),
    allow(
      'RemoveOwnNetwork',
      [
        'ec2:DeleteFlowLogs',
        'ec2:DeleteRouteTable',
        'ec2:DeleteSecurityGroup',
        'ec2:DeleteSubnet',
        'ec2:DeleteVpc',
        'ec2:DeleteVpcEndpoints',
      ],
      kept,
      ofStack(stackName),
    ),
  ];
}

/** An interface endpoint brings a private zone of AWS with it, which EC2 attaches to the VPC for the caller. */
function endpointRights(): readonly Statement[] {
  return [allow('AttachEndpointZones', ['route53:AssociateVPCWithHostedZone'], ['arn:aws:route53:::hostedzone/*'])];
}

function logRights(scope: DeployerScope): readonly Statement[] {
  return scope.keepsLogGroup(flowLogGroupName(scope.namePrefix, scope.connectionName));
}

function imageRights(scope: DeployerScope): readonly Statement[] {
  return [
    allow(
      'KeepImageRepositories',
      [
        'ecr:CreateRepository',
        'ecr:DeleteLifecyclePolicy',
        'ecr:DeleteRepository',
        'ecr:DescribeRepositories',
        'ecr:GetLifecyclePolicy',
        'ecr:ListTagsForResource',
        'ecr:PutImageScanningConfiguration',
        'ecr:PutImageTagMutability',
        'ecr:PutLifecyclePolicy',
        'ecr:TagResource',
        'ecr:UntagResource',
      ],
      [scope.arn('ecr', `repository/${scope.namePrefix}-${scope.connectionName}/*`)],
    ),
  ];
}
