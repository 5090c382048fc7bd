import type { PlatformConfig } from '@central-ingress/config';
import { handoverParameterArn } from '@central-ingress/contract';
import { allow, defaultGroupRights } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { OUR_TAG } from '@central-ingress/naming';
import { AccountArns } from './account-arns';
import { logGroupRights, parameterRights, zoneReadRights } from './common-rights';
import { CREATED_AS_OURS, inRegion, OURS } from './conditions';
import type { Duty } from './duty';

/** What `<internet-vpc>-networking` needs: network, flow logs, hosted zone, hand-over. */
export function networkDuty(platform: PlatformConfig): Duty {
  const { region, centralAccountId, namePrefix } = platform;
  return {
    description: 'Deploys the networks of the internet VPCs',
    stateKeys: ['*/networking'],
    statements: [
      ...ec2Rights(platform),
      ...logGroupRights(platform, `${namePrefix}-*-flow-logs`),
      allow('CreateZones', ['route53:CreateHostedZone'], ['*']),
      allow(
        'KeepZones',
        ['route53:ChangeTagsForResource', 'route53:DeleteHostedZone', 'route53:UpdateHostedZoneComment'],
        ['arn:aws:route53:::hostedzone/*'],
      ),
      ...zoneReadRights(),
      ...parameterRights(platform, {
        writes: [handoverParameterArn(region, centralAccountId, namePrefix, 'internet-vpc/networking', '*')],
      }),
    ],
    createsRoles: {
      roleArns: [new AccountArns(platform).role('*-flow-logs-role')],
      passedTo: ['vpc-flow-logs.amazonaws.com'],
    },
  };
}

function ec2Rights(platform: PlatformConfig): readonly Statement[] {
  const arns = new AccountArns(platform);
  const created = arns.ec2(
    'internet-gateway',
    'route-table',
    'security-group',
    'security-group-rule',
    'subnet',
    'vpc',
    'vpc-flow-log',
  );
  const authorizations = ['ec2:AuthorizeSecurityGroupEgress', 'ec2:AuthorizeSecurityGroupIngress'];
  const creations = ['ec2:CreateFlowLogs', 'ec2:CreateInternetGateway', 'ec2:CreateRouteTable', 'ec2:CreateSubnet'];
  const all = ['ec2:CreateVpc', 'ec2:CreateSecurityGroup', ...creations, ...authorizations];
  return [
    // Each action on what it creates; what it creates that in must be ours already.
    allow('CreateVpcs', ['ec2:CreateVpc'], arns.ec2('vpc'), CREATED_AS_OURS),
    allow('CreateGroups', ['ec2:CreateSecurityGroup'], arns.ec2('security-group'), CREATED_AS_OURS),
    allow('CreateRules', authorizations, arns.ec2('security-group-rule'), CREATED_AS_OURS),
    allow(
      'CreateInVpcs',
      creations,
      arns.ec2('internet-gateway', 'route-table', 'subnet', 'vpc-flow-log'),
      CREATED_AS_OURS,
    ),
    allow('UseVpcs', ['ec2:CreateSecurityGroup', ...creations], arns.ec2('vpc'), OURS),
    allow('UseGroups', authorizations, arns.ec2('security-group'), OURS),
    allow(
      'KeepNetwork',
      [
        'ec2:AssociateRouteTable',
        'ec2:AttachInternetGateway',
        'ec2:CreateRoute',
        'ec2:DeleteFlowLogs',
        'ec2:DeleteInternetGateway',
        'ec2:DeleteRoute',
        'ec2:DeleteRouteTable',
        'ec2:DeleteSecurityGroup',
        'ec2:DeleteSubnet',
        'ec2:DeleteTags',
        'ec2:DeleteVpc',
        'ec2:DetachInternetGateway',
        'ec2:DisassociateRouteTable',
        'ec2:ModifySecurityGroupRules',
        'ec2:ModifySubnetAttribute',
        'ec2:ModifyVpcAttribute',
        'ec2:ReplaceRoute',
        'ec2:ReplaceRouteTableAssociation',
        'ec2:RevokeSecurityGroupEgress',
        'ec2:RevokeSecurityGroupIngress',
        'ec2:UpdateSecurityGroupRuleDescriptionsEgress',
        'ec2:UpdateSecurityGroupRuleDescriptionsIngress',
      ],
      created,
      OURS,
    ),
    ...defaultGroupRights(arns.ec2('security-group'), OUR_TAG),
    allow('TagNewNetwork', ['ec2:CreateTags'], created, {
      StringEquals: { 'ec2:CreateAction': all.map((action) => action.replace('ec2:', '')) },
    }),
    allow('TagNetwork', ['ec2:CreateTags'], created, OURS),
    allow(
      'ReadNetwork',
      [
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeFlowLogs',
        'ec2:DescribeInternetGateways',
        'ec2:DescribeNetworkAcls',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeRouteTables',
        'ec2:DescribeSecurityGroupRules',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeTags',
        'ec2:DescribeVpcAttribute',
        'ec2:DescribeVpcs',
      ],
      ['*'],
      inRegion(platform.region),
    ),
  ];
}
