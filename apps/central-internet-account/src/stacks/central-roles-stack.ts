import { AccountStack } from '@central-ingress/account-stack';
import type { AccountStackProps } from '@central-ingress/account-stack';
import { DeployerRole, PermissionsBoundary } from '@central-ingress/deployer-role';
import {
  boundaryPolicyName,
  CENTRAL_DUTIES,
  centralRoleName,
  deployerBoundaryPolicyName,
} from '@central-ingress/naming';
import { CENTRAL_OWNER } from '@central-ingress/stack-graph';
import type { Construct } from 'constructs';
import { createdRolesCeiling, deployersCeiling } from '../deployers/boundaries';
import { centralDuties } from '../deployers/central-duties';

/**
 * The deployers of the central account, one per duty, and the two ceilings: of the roles they create, and of the
 * deployers that create roles.
 * @source central-internet-acc-setup/roles/terraform
 */
export class CentralRolesStack extends AccountStack {
  constructor(scope: Construct, props: AccountStackProps) {
    super(scope, props);
    const { namePrefix, centralAccountId: accountId } = this.platform;
    const duties = centralDuties(this.platform);

    const created = new PermissionsBoundary(this, 'boundary', {
      namePrefix,
      accountId,
      policyName: boundaryPolicyName(namePrefix, CENTRAL_OWNER),
      description: 'Ceiling of every role that a deployer creates in the central account',
      statements: createdRolesCeiling(this.platform),
    });
    const creating = new PermissionsBoundary(this, 'deployer-boundary', {
      namePrefix,
      accountId,
      policyName: deployerBoundaryPolicyName(namePrefix, CENTRAL_OWNER),
      description: 'Ceiling of the deployers that create roles in the central account',
      statements: deployersCeiling(this.platform, created.arn, Object.values(duties)),
    });
    for (const duty of CENTRAL_DUTIES) {
      const { createsRoles, ...rights } = duties[duty];
      new DeployerRole(this, duty, {
        ...rights,
        platform: this.platform,
        accountId,
        roleName: centralRoleName(namePrefix, duty),
        ...(createsRoles
          ? { createsRoles: { ...createsRoles, boundaryArn: created.arn, ownBoundaryArn: creating.arn } }
          : {}),
      });
    }
  }
}
