import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { PlatformConfig } from '@central-ingress/config';
import { boundaryGuard, policyDocument, roleCreation, trust } from '@central-ingress/iam-policy';
import type { RoleCreation, Statement } from '@central-ingress/iam-policy';
import { iamPath } from '@central-ingress/naming';
import { Construct } from 'constructs';
import { everyBoundary } from './permissions-boundary';
import { stateAccess } from './state-access';

/** The roles that a deployer creates; it then has a permissions boundary itself. */
export interface CreatedRoles extends RoleCreation {
  /** ARN of the boundary of the deployer. */
  readonly ownBoundaryArn: string;
}

/** What one deployer is for. */
export interface DeployerRoleProps {
  readonly platform: PlatformConfig;
  readonly accountId: string;
  /** From the naming lib, e.g. `acme-connection-role`. */
  readonly roleName: string;
  /** One sentence that a person reads in the IAM console. */
  readonly description: string;
  /** Keys of its states, with `*` for any owner. */
  readonly stateKeys: readonly string[];
  /** What its stacks' resources need; with the state's rights at most 10,240 characters. */
  readonly statements: readonly Statement[];
  /** None: the deployer has no right on IAM roles. */
  readonly createsRoles?: CreatedRoles;
}

/** Seconds that one session lasts; the longest apply of one stack, a cluster, takes about half of it. */
const SESSION_SECONDS = 3600;

/**
 * The role of one duty: exactly the platform's deployer principals may assume it, and it holds what the stacks of its
 * duty need.
 * @source central-internet-acc-setup/roles/terraform/modules/iam_roles/networking-admin.tf
 */
export class DeployerRole extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: DeployerRoleProps) {
    super(scope, id);
    const { platform, accountId, roleName, createsRoles } = props;
    const path = iamPath(platform.namePrefix);

    const role = new IamRole(this, 'role', {
      name: roleName,
      path,
      description: props.description,
      assumeRolePolicy: policyDocument([trust('Deployers', { AWS: platform.deployerPrincipals })]),
      maxSessionDuration: SESSION_SECONDS,
      ...(createsRoles ? { permissionsBoundary: createsRoles.ownBoundaryArn } : {}),
      tags: { Name: roleName },
    });
    new IamRolePolicy(this, 'policy', {
      name: 'deploy',
      role: role.name,
      policy: policyDocument([
        ...stateAccess(platform, accountId, props.stateKeys),
        ...props.statements,
        ...(createsRoles ? [...roleCreation(createsRoles), ...boundaryGuard(everyBoundary(accountId, path))] : []),
      ]),
    });
    this.arn = role.arn;
  }
}
