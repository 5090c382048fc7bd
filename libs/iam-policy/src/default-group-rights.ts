import { allow } from './statement';
import type { Condition, Statement } from './statement';

/** Tags of groups that somebody has already, or that AWS or a controller makes: EKS for a cluster, and the AWS Load Balancer Controller. */
const TAGS_OF_OTHERS = ['Name', 'aws:eks:cluster-name', 'elbv2.k8s.aws/cluster'];

/**
 * The rights to claim the default security group of a new VPC by a tag, and to close it. It is born with its VPC, open and
 * without tags, and the id of that VPC is not known when a policy is written: what tells it apart is that it has none of
 * the tags that every other group of ours, of a cluster or of a person has. Closing goes by the same, because a new tag
 * may not count at once; what has the tag is for the rights on one's own.
 * @param groupArns pattern of the ARNs of security groups
 * @param tag the tag by which it is known whose a resource is
 * @source Service Authorization Reference, Amazon EC2: CreateTags and RevokeSecurityGroup* know the tags of a group
 */
export function defaultGroupRights(
  groupArns: readonly string[],
  tag: { readonly key: string; readonly value: string },
): readonly Statement[] {
  const unclaimed: Condition = {
    Null: Object.fromEntries([tag.key, ...TAGS_OF_OTHERS].map((key) => [`aws:ResourceTag/${key}`, 'true'])),
  };
  return [
    allow('ClaimDefaultGroups', ['ec2:CreateTags'], groupArns, {
      StringEquals: { [`aws:RequestTag/${tag.key}`]: tag.value },
      ...unclaimed,
    }),
    allow(
      'CloseDefaultGroups',
      ['ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'],
      groupArns,
      unclaimed,
    ),
  ];
}
