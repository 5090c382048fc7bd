import type { PlatformConfig } from '@central-ingress/config';
import { LOG_GROUP_KEEPING_ACTIONS, PARAMETER_KEEPING_ACTIONS, allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { AccountArns } from './account-arns';
import { CREATED_AS_OURS, inRegion, OURS } from './conditions';

/** Which SSM parameters a duty reads and writes, by ARN pattern. */
export interface ParameterUse {
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
}

/** Rights on exactly the given SSM parameters. */
export function parameterRights(
  { region }: PlatformConfig,
  { reads = [], writes = [] }: ParameterUse,
): readonly Statement[] {
  return [
    ...(reads.length ? [allow('ReadParameters', ['ssm:GetParameter', 'ssm:GetParameters'], reads)] : []),
    ...(writes.length
      ? [
          allow('KeepParameters', PARAMETER_KEEPING_ACTIONS, writes),
          // AWS offers no narrower right than the list of all parameters' names.
          allow('FindParameters', ['ssm:DescribeParameters'], ['*'], inRegion(region)),
        ]
      : []),
  ];
}

/** Rights on log groups of the given name pattern. */
export function logGroupRights(platform: PlatformConfig, name: string): readonly Statement[] {
  const arns = new AccountArns(platform);
  return [
    allow('KeepLogGroups', LOG_GROUP_KEEPING_ACTIONS, arns.logGroup(name)),
    allow('FindLogGroups', ['logs:DescribeLogGroups'], [arns.regional('logs', 'log-group:*')]),
  ];
}

/** Rights on alarms of ours. */
export function alarmRights(platform: PlatformConfig): readonly Statement[] {
  const arns = new AccountArns(platform);
  return [
    allow(
      'KeepAlarms',
      [
        'cloudwatch:DeleteAlarms',
        'cloudwatch:ListTagsForResource',
        'cloudwatch:PutMetricAlarm',
        'cloudwatch:TagResource',
        'cloudwatch:UntagResource',
      ],
      [arns.alarms],
    ),
    allow('FindAlarms', ['cloudwatch:DescribeAlarms'], [arns.regional('cloudwatch', 'alarm:*')]),
  ];
}

/** Rights to request certificates of ours and to prove their names in hosted zones. */
export function certificateRights(platform: PlatformConfig): readonly Statement[] {
  const certificates = [new AccountArns(platform).regional('acm', 'certificate/*')];
  return [
    allow('RequestCertificates', ['acm:RequestCertificate'], ['*'], CREATED_AS_OURS),
    allow('TagNewCertificates', ['acm:AddTagsToCertificate'], certificates, CREATED_AS_OURS),
    allow(
      'KeepCertificates',
      [
        'acm:AddTagsToCertificate',
        'acm:DeleteCertificate',
        'acm:RemoveTagsFromCertificate',
        'acm:UpdateCertificateOptions',
      ],
      certificates,
      OURS,
    ),
    allow('ReadCertificates', ['acm:DescribeCertificate', 'acm:ListTagsForCertificate'], certificates),
    changeRecords('ProveNames', 'CNAME', '_*'),
    ...zoneReadRights(),
  ];
}

/** The right to change the records of one type whose names match a pattern, in any public zone. */
export function changeRecords(sid: string, type: string, names: string): Statement {
  return allow(sid, ['route53:ChangeResourceRecordSets'], ['arn:aws:route53:::hostedzone/*'], {
    'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': [type] },
    'ForAllValues:StringLike': { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': [names] },
    // ForAllValues also holds for a request without the key.
    Null: {
      'route53:ChangeResourceRecordSetsRecordTypes': 'false',
      'route53:ChangeResourceRecordSetsNormalizedRecordNames': 'false',
    },
  });
}

/** Rights to find zones and to read them. */
export function zoneReadRights(): readonly Statement[] {
  return [
    allow('FindZones', ['route53:ListHostedZones', 'route53:ListHostedZonesByName'], ['*']),
    allow(
      'ReadZones',
      ['route53:GetHostedZone', 'route53:ListResourceRecordSets', 'route53:ListTagsForResource'],
      ['arn:aws:route53:::hostedzone/*'],
    ),
    allow('FollowChanges', ['route53:GetChange'], ['arn:aws:route53:::change/*']),
  ];
}
