import { trust } from '@central-ingress/iam-policy';
import { eksRoleName } from '@central-ingress/naming';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { BoundedRole } from './bounded-role';
import type { BoundedTenantProps } from './tenant-props';

/**
 * The role of the nodes: join the cluster and pull images, nothing else. Pods get their rights from roles of their own.
 * @source modules/cluster-eks/data-plane-role.tf
 */
export class DataPlaneRole extends Construct {
  public readonly arn: string;
  public readonly policies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { platform, tenant, boundaryArn }: BoundedTenantProps) {
    super(scope, id);
    const role = new BoundedRole(this, 'eks-data-plane', {
      namePrefix: platform.namePrefix,
      roleName: eksRoleName(platform.namePrefix, tenant.connectionName, 'node'),
      description: `Nodes of the cluster of ${tenant.connectionName} join it and pull images with it`,
      trust: trust('Nodes', { Service: ['ec2.amazonaws.com'] }),
      boundaryArn,
      managedPolicies: ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly'],
    });
    this.arn = role.arn;
    this.policies = role.policies;
  }
}
