import { allow, defaultGroupRights } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { flowLogGroupName } from '@central-ingress/naming';
import { asStack, ofStack, tagsNew } from './deployer-scope';
import type { DeployerScope } from './deployer-scope';

/** What the stack `<tenant>-networking` does in its account, beside creating the flow-log role. */
export function networkRights(scope: DeployerScope, stackName: string): readonly Statement[] {
  return [...vpcRights(scope, stackName), ...endpointRights(), ...logRights(scope), ...imageRights(scope)];
}

/** What the stack creates in a VPC; what each of these is created in must be the stack's already. */
const CREATIONS_IN_VPC = ['ec2:CreateRouteTable', 'ec2:CreateSecurityGroup', 'ec2:CreateSubnet'];
const CREATIONS_ON_NETWORK = ['ec2:AuthorizeSecurityGroupIngress', 'ec2:CreateFlowLogs', 'ec2:CreateVpcEndpoint'];

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
  const creations = ['ec2:CreateVpc', ...CREATIONS_IN_VPC, ...CREATIONS_ON_NETWORK];
  return [
    readRight(),
    allow('CreateVpcs', ['ec2:CreateVpc'], scope.ec2('vpc'), asStack(stackName)),
    allow('CreateInVpcs', CREATIONS_IN_VPC, scope.ec2('route-table', 'security-group', 'subnet'), asStack(stackName)),
    allow(
      'CreateOnNetwork',
      CREATIONS_ON_NETWORK,
      scope.ec2('security-group-rule', 'vpc-endpoint', 'vpc-flow-log'),
      asStack(stackName),
    ),
    tagsNew('TagNewNetwork', creations, kept),
    allow(
      'KeepOwnNetwork',
      [
        ...CREATIONS_IN_VPC,
        ...CREATIONS_ON_NETWORK,
        'ec2:AssociateRouteTable',
        'ec2:CreateTags',
        'ec2:DeleteFlowLogs',
        'ec2:DeleteRouteTable',
        'ec2:DeleteSecurityGroup',
        'ec2:DeleteSubnet',
        'ec2:DeleteTags',
        'ec2:DeleteVpc',
        'ec2:DeleteVpcEndpoints',
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
      ofStack(stackName),
    ),
    ...defaultGroupRights(scope.ec2('security-group'), { key: 'stack', value: stackName }),
  ];
}

/** Describe actions know no resource. */
function readRight(): Statement {
  return allow(
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
  );
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
