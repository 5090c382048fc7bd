import { AccountStack } from '@central-ingress/account-stack';
import { isDirect } from '@central-ingress/config';
import { DeployerRole, PermissionsBoundary } from '@central-ingress/deployer-role';
import type { CreatedRoles } from '@central-ingress/deployer-role';
import type { Statement } from '@central-ingress/iam-policy';
import {
  boundaryPolicyName,
  deployerBoundaryPolicyName,
  serviceRoleName,
  stateBucketName,
} from '@central-ingress/naming';
import type { ServiceDuty } from '@central-ingress/naming';
import type { App } from 'cdktf';
import { addonsRights } from '../deployers/addons-rights';
import { clusterRoleArns, deployerCeiling, flowLogsRoleArn, workloadCeiling } from '../deployers/ceilings';
import { CLUSTER_MANAGED_POLICIES, clusterRights } from '../deployers/cluster-rights';
import { DeployerScope } from '../deployers/deployer-scope';
import { directIngressRights, ingressRights } from '../deployers/ingress-rights';
import { networkRights } from '../deployers/network-rights';
import { publicSubnetRights } from '../deployers/public-subnet-rights';
import type { TenantStackProps } from './tenant-stack-props';

/**
 * The four deployers of a tenant's account, one per duty, and the ceilings over every role that they create.
 * @source eks-service-account/roles/terraform
 */
export class RolesStack extends AccountStack {
  private readonly tenant: TenantStackProps['tenant'];

  constructor(app: App, { platform, tenant, stacks }: TenantStackProps) {
    super(app, { platform, stack: stacks.roles });
    this.tenant = tenant;
    const scope = new DeployerScope(platform, tenant);
    const { networking, cluster, ingress } = stacks;
    const ceilings = this.addCeilings(scope);
    const direct = isDirect(tenant);

    this.addDeployer(
      'network',
      [networking.stateKey],
      [
        ...networkRights(scope, networking.name),
        ...(direct ? publicSubnetRights(scope, networking.name) : []),
        ...scope.writesHandover('tenant/networking'),
      ],
      {
        ...ceilings,
        roleArns: [flowLogsRoleArn(scope)],
        passedTo: ['vpc-flow-logs.amazonaws.com'],
      },
    );
    this.addDeployer(
      'cluster',
      [cluster.stateKey],
      [
        ...clusterRights(scope, cluster.name),
        scope.readsHandovers('tenant/networking'),
        ...scope.writesHandover('tenant/cluster'),
      ],
      {
        ...ceilings,
        roleArns: clusterRoleArns(scope),
        passedTo: ['eks.amazonaws.com', 'ec2.amazonaws.com'],
        attachablePolicyArns: CLUSTER_MANAGED_POLICIES,
      },
    );
    const rightsOfIngress = direct ? directIngressRights : ingressRights;
    this.addDeployer('ingress', 'dns' in stacks ? [ingress.stateKey, stacks.dns.stateKey] : [ingress.stateKey], [
      ...rightsOfIngress(scope, platform.centralAccountId, { networking: networking.name, ingress: ingress.name }),
      scope.readsHandovers('tenant/networking'),
      ...scope.writesHandover(direct ? 'tenant/direct-ingress' : 'tenant/ingress'),
    ]);
    this.addDeployer('addons', [stacks.addons.stateKey], addonsRights(scope, tenant));
  }

  private addCeilings(scope: DeployerScope): Pick<CreatedRoles, 'boundaryArn' | 'ownBoundaryArn'> {
    const { namePrefix, accountId, connectionName } = scope;
    const stateBucketArn = `arn:aws:s3:::${stateBucketName(namePrefix, accountId, scope.region)}`;
    const workload = new PermissionsBoundary(this, 'boundary', {
      namePrefix,
      accountId,
      policyName: boundaryPolicyName(namePrefix, connectionName),
      description: `The most that EKS, nodes, pods and flow logs of ${connectionName} can do`,
      statements: workloadCeiling(scope),
    });
    const deployers = new PermissionsBoundary(this, 'deployer-boundary', {
      namePrefix,
      accountId,
      policyName: deployerBoundaryPolicyName(namePrefix, connectionName),
      description: `The most that the deployers of ${connectionName} which create roles can do`,
      statements: deployerCeiling(scope, stateBucketArn),
    });
    return { boundaryArn: workload.arn, ownBoundaryArn: deployers.arn };
  }

  private addDeployer(
    duty: ServiceDuty,
    stateKeys: readonly string[],
    statements: readonly Statement[],
    createsRoles?: CreatedRoles,
  ): void {
    const { accountId, connectionName } = this.tenant;
    new DeployerRole(this, duty, {
      platform: this.platform,
      accountId,
      roleName: serviceRoleName(this.platform.namePrefix, connectionName, duty),
      description: `Deploys the ${duty} stack of ${connectionName}`,
      stateKeys,
      statements,
      ...(createsRoles ? { createsRoles } : {}),
    });
  }
}
