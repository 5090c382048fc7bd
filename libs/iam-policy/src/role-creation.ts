import { allow, deny } from './statement';
import type { Statement } from './statement';

/** Which roles somebody may create, and within which limits. */
export interface RoleCreation {
  /** ARNs of the roles, with `*` in the name where it varies, e.g. `arn:aws:iam::111111111111:role/acme/*-registrar-role`. */
  readonly roleArns: readonly string[];
  /** Permissions boundary that every created role carries. */
  readonly boundaryArn: string;
  /** AWS services the roles may be given to; none: the roles are assumed by principals only. */
  readonly passedTo?: readonly string[];
  /** Policies that may be attached to the roles; none: inline policies only. */
  readonly attachablePolicyArns?: readonly string[];
}

/**
 * The rights to create and keep roles that can never exceed their permissions boundary.
 * @source IAM User Guide, "Permissions boundaries for IAM entities", delegating responsibility
 */
export function roleCreation(creation: RoleCreation): readonly Statement[] {
  const { roleArns, boundaryArn, passedTo = [], attachablePolicyArns = [] } = creation;
  const bounded = { StringEquals: { 'iam:PermissionsBoundary': boundaryArn } };
  return [
    allow(
      'CreateBoundedRoles',
      ['iam:CreateRole', 'iam:DeleteRolePolicy', 'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy'],
      roleArns,
      bounded,
    ),
    allow(
      'KeepBoundedRoles',
      [
        'iam:DeleteRole',
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListInstanceProfilesForRole',
        'iam:ListRolePolicies',
        'iam:ListRoleTags',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
        'iam:UpdateRoleDescription',
      ],
      roleArns,
    ),
    ...(attachablePolicyArns.length
      ? [
          allow('AttachNamedPolicies', ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'], roleArns, {
            ...bounded,
            ArnEquals: { 'iam:PolicyARN': attachablePolicyArns },
          }),
        ]
      : []),
    ...(passedTo.length
      ? [allow('PassBoundedRoles', ['iam:PassRole'], roleArns, { StringEquals: { 'iam:PassedToService': passedTo } })]
      : []),
  ];
}

/** Denies every way to lift or to rewrite the permissions boundaries at the given ARNs. */
export function boundaryGuard(boundaryArns: readonly string[]): readonly Statement[] {
  return [
    deny('NeverLiftABoundary', ['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'], ['*']),
    deny(
      'NeverRewriteABoundary',
      [
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:SetDefaultPolicyVersion',
      ],
      boundaryArns,
    ),
  ];
}
