import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { boundaryGuard, policyDocument } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { iamPath } from '@central-ingress/naming';
import { Construct } from 'constructs';

/** What a boundary allows at most. */
export interface PermissionsBoundaryProps {
  readonly namePrefix: string;
  /** Account that holds the boundary. */
  readonly accountId: string;
  /** From `boundaryPolicyName` or `deployerBoundaryPolicyName` of the naming lib. */
  readonly policyName: string;
  readonly description: string;
  /** The most that a role with this boundary can ever do; managed policies hold 6,144 characters. */
  readonly statements: readonly Statement[];
}

/** The ceiling of a set of roles: whatever they are given, they can do no more, and cannot lift any ceiling. */
export class PermissionsBoundary extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: PermissionsBoundaryProps) {
    super(scope, id);
    const path = iamPath(props.namePrefix);
    const policy = new IamPolicy(this, 'policy', {
      name: props.policyName,
      path,
      description: props.description,
      policy: policyDocument([...props.statements, ...boundaryGuard(everyBoundary(props.accountId, path))]),
      tags: { Name: props.policyName },
    });
    this.arn = policy.arn;
  }
}

/** Pattern of the ARNs of every boundary of ours in an account; their names end as the naming lib builds them. */
export function everyBoundary(accountId: string, path: string): readonly string[] {
  return [`arn:aws:iam::${accountId}:policy${path}*-boundary*`];
}
