import type { PlatformConfig } from '@central-ingress/config';
import { handoverParameterArn } from '@central-ingress/contract';
import { LOAD_BALANCER_KEEPING_ACTIONS, LOAD_BALANCER_READING_ACTIONS, allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { AccountArns } from './account-arns';
import { alarmRights, certificateRights, logGroupRights, parameterRights } from './common-rights';
import { inRegion } from './conditions';
import type { Duty } from './duty';

/** What `<internet-vpc>-alb` needs: load balancer, certificate, web ACL, logs, alarms, dashboard, hand-overs. */
export function albDuty(platform: PlatformConfig): Duty {
  const { region, centralAccountId, namePrefix } = platform;
  const parameter = (key: 'internet-vpc/networking' | 'internet-vpc/alb') =>
    handoverParameterArn(region, centralAccountId, namePrefix, key, '*');
  return {
    description: 'Deploys the ALBs of the internet VPCs with certificate, firewall and logs',
    stateKeys: ['*/alb'],
    statements: [
      ...loadBalancerRights(platform),
      ...logBucketRights(platform),
      ...webAclRights(platform),
      ...logGroupRights(platform, `aws-waf-logs-${namePrefix}-*`),
      ...certificateRights(platform),
      ...alarmRights(platform),
      allow(
        'KeepDashboards',
        ['cloudwatch:DeleteDashboards', 'cloudwatch:GetDashboard', 'cloudwatch:PutDashboard'],
        [`arn:aws:cloudwatch::${centralAccountId}:dashboard/${namePrefix}-*`],
      ),
      ...parameterRights(platform, {
        reads: [parameter('internet-vpc/networking')],
        writes: [parameter('internet-vpc/alb')],
      }),
    ],
  };
}

function loadBalancerRights(platform: PlatformConfig): readonly Statement[] {
  const arns = new AccountArns(platform);
  const name = `${platform.namePrefix}-*-alb`;
  return [
    allow(
      'KeepLoadBalancers',
      [
        ...LOAD_BALANCER_KEEPING_ACTIONS,
        'elasticloadbalancing:CreateWebACLAssociation',
        'elasticloadbalancing:DeleteWebACLAssociation',
        'elasticloadbalancing:GetLoadBalancerWebACL',
        'elasticloadbalancing:SetWebAcl',
      ],
      [
        arns.regional('elasticloadbalancing', `loadbalancer/app/${name}/*`),
        arns.regional('elasticloadbalancing', `listener/app/${name}/*/*`),
      ],
    ),
    allow(
      'ReadLoadBalancers',
      [
        ...LOAD_BALANCER_READING_ACTIONS,
        'ec2:DescribeAccountAttributes',
        'ec2:DescribeAddresses',
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeInternetGateways',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
        'ec2:GetSecurityGroupsForVpc',
      ],
      ['*'],
      inRegion(platform.region),
    ),
    // The first load balancer of an account needs ELB's own role.
    allow(
      'CreateElbRole',
      ['iam:CreateServiceLinkedRole'],
      [
        `arn:aws:iam::${platform.centralAccountId}:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing`,
      ],
      { StringEquals: { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' } },
    ),
  ];
}

function logBucketRights({ namePrefix, centralAccountId }: PlatformConfig): readonly Statement[] {
  const bucket = `arn:aws:s3:::${namePrefix}-*-alb-logs-${centralAccountId}`;
  return [
    allow(
      'KeepLogBuckets',
      [
        's3:CreateBucket',
        's3:DeleteBucket',
        's3:DeleteBucketPolicy',
        's3:GetAccelerateConfiguration',
        's3:GetBucket*',
        's3:GetEncryptionConfiguration',
        's3:GetLifecycleConfiguration',
        's3:GetReplicationConfiguration',
        's3:ListBucket',
        's3:ListBucketVersions',
        's3:ListTagsForResource',
        's3:PutBucketOwnershipControls',
        's3:PutBucketPolicy',
        's3:PutBucketPublicAccessBlock',
        's3:PutBucketTagging',
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
        's3:TagResource',
        's3:UntagResource',
      ],
      [bucket],
    ),
    // A bucket is deleted with its logs where deletion protection is off.
    allow('EmptyLogBuckets', ['s3:DeleteObject', 's3:DeleteObjectVersion'], [`${bucket}/*`]),
  ];
}

/**
 * AWS asks for rights on both sides of an association: on the web ACL here, and on the ALB `SetWebAcl`, or the three
 * actions that follow it, as the account is set.
 * @source AWS WAF Developer Guide, "How AWS WAF works with IAM", AssociateWebACL and DisassociateWebACL
 */
function webAclRights(platform: PlatformConfig): readonly Statement[] {
  const arns = new AccountArns(platform);
  const acl = arns.regional('wafv2', `regional/webacl/${platform.namePrefix}-*/*`);
  return [
    allow(
      'KeepWebAcls',
      [
        'wafv2:AssociateWebACL',
        'wafv2:CreateWebACL',
        'wafv2:DeleteLoggingConfiguration',
        'wafv2:DeleteWebACL',
        'wafv2:GetLoggingConfiguration',
        'wafv2:GetWebACL',
        'wafv2:GetWebACLForResource',
        'wafv2:ListTagsForResource',
        'wafv2:PutLoggingConfiguration',
        'wafv2:TagResource',
        'wafv2:UntagResource',
        'wafv2:UpdateWebACL',
      ],
      [
        acl,
        arns.regional('wafv2', 'regional/managedruleset/*/*'),
        arns.regional('elasticloadbalancing', `loadbalancer/app/${platform.namePrefix}-*-alb/*`),
      ],
    ),
    // A request to take a web ACL off does not say which: the right on the ALB is what limits it.
    allow('TakeWebAclsOff', ['wafv2:DisassociateWebACL'], ['*'], inRegion(platform.region)),
    // AWS cannot limit the delivery of vended logs to resources.
    allow(
      'DeliverWebAclLogs',
      [
        'logs:CreateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:DeleteResourcePolicy',
        'logs:DescribeResourcePolicies',
        'logs:GetLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:UpdateLogDelivery',
      ],
      ['*'],
      inRegion(platform.region),
    ),
  ];
}
