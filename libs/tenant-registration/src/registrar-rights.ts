import { PARAMETER_KEEPING_ACTIONS, allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';

/** What exactly one tenant may touch in the central account. */
export interface RegistrarRightsProps {
  /** The parameter that a central tenant writes: its endpoint service's name. A direct one writes none. */
  readonly serviceNameParameterArn?: string;
  /** The parameter that tells the tenant its zone. */
  readonly registrationParameterArn: string;
  readonly hostedZoneId: string;
  /** DNS names of the tenant's certificate; it may write their validation records and no other. */
  readonly certificateNames: readonly string[];
  /** Hosts whose address records a direct tenant writes; a central one writes none. */
  readonly aliasNames: readonly string[];
}

/**
 * The rights of a tenant in the central account. A central one writes its one parameter and proves its own hosts to ACM;
 * a direct one proves its own hosts and points them at its NLB.
 * @source Route 53 Developer Guide, "Using IAM policy conditions for fine-grained access control"
 */
export function registrarRights(props: RegistrarRightsProps): readonly Statement[] {
  const zone = [`arn:aws:route53:::hostedzone/${props.hostedZoneId}`];
  const { serviceNameParameterArn: parameter } = props;
  return [
    ...(parameter ? [allow('WriteServiceName', PARAMETER_KEEPING_ACTIONS, [parameter])] : []),
    allow('ReadRegistration', ['ssm:GetParameter', 'ssm:GetParameters'], [props.registrationParameterArn]),
    // AWS offers no narrower right than the list of all parameters' names.
    allow('FindParameters', ['ssm:DescribeParameters'], ['*']),
    ...changeRecords('ProveOwnHosts', zone, 'CNAME', props.certificateNames.map(validationRecordOf)),
    ...changeRecords('PointOwnHosts', zone, 'A', props.aliasNames),
    allow('ReadZone', ['route53:GetHostedZone', 'route53:ListResourceRecordSets'], zone),
    allow('FollowChanges', ['route53:GetChange'], ['arn:aws:route53:::change/*']),
  ];
}

/** The right to change the records of one type with exactly these names; without a name there is no right. */
function changeRecords(sid: string, zone: readonly string[], type: string, names: readonly string[]) {
  if (!names.length) return [];
  return [
    allow(sid, ['route53:ChangeResourceRecordSets'], zone, {
      'ForAllValues:StringLike': { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': names },
      'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': [type] },
      // ForAllValues also holds for a request without the key.
      Null: {
        'route53:ChangeResourceRecordSetsNormalizedRecordNames': 'false',
        'route53:ChangeResourceRecordSetsRecordTypes': 'false',
      },
    }),
  ];
}

/**
 * Pattern of ACM's validation records for one name: an underscore and 32 hexadecimal digits before it. A fixed length,
 * because `*` would also match the records of every name below, and those can be another tenant's hosts.
 * @source ACM User Guide, "DNS validation"
 */
function validationRecordOf(name: string): string {
  return `_${'?'.repeat(32)}.${name}`;
}
