import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { policyDocument } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { iamPath } from '@central-ingress/naming';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** A role of the cluster: who assumes it, what it may do, and the ceiling over that. */
export interface BoundedRoleProps {
  readonly namePrefix: string;
  readonly roleName: string;
  /** One sentence that a person reads in the IAM console. */
  readonly description: string;
  readonly trust: Statement;
  /** Permissions boundary; the deployer can create no role without it. */
  readonly boundaryArn: string;
  /** Names of AWS-managed policies, e.g. `AmazonEKSClusterPolicy`. */
  readonly managedPolicies?: readonly string[];
  /** Rights of its own beside the managed policies. */
  readonly statements?: readonly Statement[];
}

/** An IAM role with a permissions boundary, for EKS, for the nodes or for pods. */
export class BoundedRole extends Construct {
  public readonly arn: string;
  /** What must stand before the role can be used, and outlast whoever uses it. */
  public readonly policies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: BoundedRoleProps) {
    super(scope, id);
    const role = new IamRole(this, 'role', {
      name: props.roleName,
      path: iamPath(props.namePrefix),
      description: props.description,
      assumeRolePolicy: policyDocument([props.trust]),
      permissionsBoundary: props.boundaryArn,
      tags: { Name: props.roleName },
    });
    const attachments = (props.managedPolicies ?? []).map(
      (policy) => new IamRolePolicyAttachment(this, policy, { role: role.name, policyArn: managedPolicyArn(policy) }),
    );
    const inline = props.statements?.length
      ? [new IamRolePolicy(this, 'policy', { name: 'use', role: role.name, policy: policyDocument(props.statements) })]
      : [];
    this.arn = role.arn;
    this.policies = [...attachments, ...inline];
  }
}

/** ARN of a policy that AWS maintains. */
function managedPolicyArn(policy: string): string {
  return `arn:aws:iam::aws:policy/${policy}`;
}
