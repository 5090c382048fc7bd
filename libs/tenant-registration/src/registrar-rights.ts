import { PARAMETER_KEEPING_ACTIONS, allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';

/** What exactly one tenant may touch in the central account. */
export interface RegistrarRightsProps {
  /** The parameter that the tenant writes: its endpoint service's name. */
  readonly serviceNameParameterArn: string;
  /** The parameter that tells the tenant its zone. */
  readonly registrationParameterArn: string;
  readonly hostedZoneId: string;
  /** DNS names of the tenant's certificate; it may write their validation records and no other. */
  readonly certificateNames: readonly string[];
}

/**
 * The two rights of a tenant in the central account: write its one parameter, and prove its own hosts to ACM.
 * @source Route 53 Developer Guide, "Using IAM policy conditions for fine-grained access control"
 */
export function registrarRights(props: RegistrarRightsProps): readonly Statement[] {
  const zone = [`arn:aws:route53:::hostedzone/${props.hostedZoneId}`];
  return [
    allow('WriteServiceName', PARAMETER_KEEPING_ACTIONS, [props.serviceNameParameterArn]),
    allow('ReadRegistration', ['ssm:GetParameter', 'ssm:GetParameters'], [props.registrationParameterArn]),
    // AWS offers no narrower right than the list of all parameters' names.
    allow('FindParameters', ['ssm:DescribeParameters'], ['*']),
    allow('ProveOwnHosts', ['route53:ChangeResourceRecordSets'], zone, {
      'ForAllValues:StringLike': {
        'route53:ChangeResourceRecordSetsNormalizedRecordNames': props.certificateNames.map(validationRecordOf),
      },
      'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME'] },
      // ForAllValues also holds for a request without the key.
      Null: {
        'route53:ChangeResourceRecordSetsNormalizedRecordNames': 'false',
        'route53:ChangeResourceRecordSetsRecordTypes': 'false',
      },
    }),
    allow('ReadZone', ['route53:GetHostedZone', 'route53:ListResourceRecordSets'], zone),
    allow('FollowChanges', ['route53:GetChange'], ['arn:aws:route53:::change/*']),
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
