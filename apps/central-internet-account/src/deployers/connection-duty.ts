import type { PlatformConfig } from '@central-ingress/config';
import { handoverParameterArn, serviceNameParameterArn } from '@central-ingress/contract';
import { allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { AccountArns } from './account-arns';
import { alarmRights, certificateRights, changeRecords, parameterRights } from './common-rights';
import { CREATED_AS_OURS, inRegion, OURS } from './conditions';
import type { Duty } from './duty';

/** What `<tenant>-connection` needs: endpoint, target group, host rules, certificates, records, alarms. */
export function connectionDuty(platform: PlatformConfig): Duty {
  const { region, centralAccountId, namePrefix } = platform;
  return {
    description: 'Connects tenants to the ALBs; endpoint services name this role as their only principal',
    stateKeys: ['*/connection'],
    statements: [
      ...endpointRights(platform),
      ...routeRights(platform),
      ...certificateRights(platform),
      // The hosts are the tenants', and a new tenant changes no role: any A record, and nothing else.
      changeRecords('PointHosts', 'A', '*'),
      ...alarmRights(platform),
      ...parameterRights(platform, {
        reads: [
          handoverParameterArn(region, centralAccountId, namePrefix, 'internet-vpc/networking', '*'),
          handoverParameterArn(region, centralAccountId, namePrefix, 'internet-vpc/alb', '*'),
          serviceNameParameterArn(region, centralAccountId, '*'),
        ],
      }),
    ],
  };
}

function endpointRights(platform: PlatformConfig): readonly Statement[] {
  const arns = new AccountArns(platform);
  const endpoints = arns.ec2('vpc-endpoint');
  const ourServices = { StringLike: { 'ec2:VpceServiceName': `com.amazonaws.vpce.${platform.region}.*` } };
  return [
    allow('CreateEndpoints', ['ec2:CreateVpcEndpoint'], endpoints, { ...CREATED_AS_OURS, ...ourServices }),
    allow(
      'PlaceEndpoints',
      ['ec2:CreateVpcEndpoint', 'ec2:ModifyVpcEndpoint'],
      arns.ec2('security-group', 'subnet', 'vpc'),
      OURS,
    ),
    allow('TagNewEndpoints', ['ec2:CreateTags'], endpoints, {
      StringEquals: { 'ec2:CreateAction': 'CreateVpcEndpoint' },
    }),
    allow(
      'KeepEndpoints',
      ['ec2:CreateTags', 'ec2:DeleteTags', 'ec2:DeleteVpcEndpoints', 'ec2:ModifyVpcEndpoint'],
      endpoints,
      OURS,
    ),
    allow(
      'ReadEndpoints',
      [
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribePrefixLists',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcEndpoints',
        'ec2:DescribeVpcs',
      ],
      ['*'],
      inRegion(platform.region),
    ),
  ];
}

function routeRights(platform: PlatformConfig): readonly Statement[] {
  const elb = (resource: string) => new AccountArns(platform).regional('elasticloadbalancing', resource);
  const alb = `${platform.namePrefix}-*-alb`;
  return [
    allow(
      'KeepTargetGroups',
      [
        'elasticloadbalancing:AddTags',
        'elasticloadbalancing:CreateTargetGroup',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:DeregisterTargets',
        'elasticloadbalancing:ModifyTargetGroup',
        'elasticloadbalancing:ModifyTargetGroupAttributes',
        'elasticloadbalancing:RegisterTargets',
        'elasticloadbalancing:RemoveTags',
      ],
      [elb(`targetgroup/${platform.namePrefix}-*/*`)],
    ),
    allow(
      'KeepRules',
      [
        'elasticloadbalancing:AddListenerCertificates',
        'elasticloadbalancing:AddTags',
        'elasticloadbalancing:CreateRule',
        'elasticloadbalancing:DeleteRule',
        'elasticloadbalancing:ModifyRule',
        'elasticloadbalancing:RemoveListenerCertificates',
        'elasticloadbalancing:RemoveTags',
        'elasticloadbalancing:SetRulePriorities',
      ],
      [elb(`listener/app/${alb}/*/*`), elb(`listener-rule/app/${alb}/*/*/*`)],
    ),
    allow(
      'ReadRoutes',
      [
        'elasticloadbalancing:DescribeListenerCertificates',
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeLoadBalancers',
        'elasticloadbalancing:DescribeRules',
        'elasticloadbalancing:DescribeTags',
        'elasticloadbalancing:DescribeTargetGroupAttributes',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ],
      ['*'],
      inRegion(platform.region),
    ),
  ];
}
