import { eksRoleName } from '@central-ingress/naming';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { BoundedRole } from './bounded-role';
import { ClusterAddon } from './cluster-addon';
import type { BoundedTenantProps } from './tenant-props';
import type { WebIdentity } from './web-identity';

/** Whose network plug-in it is. */
export interface NetworkPluginProps extends BoundedTenantProps {
  readonly clusterName: string;
  readonly webIdentity: WebIdentity;
}

/** The VPC CNI with a role of its own, so that the nodes' role, which every host process shares, moves no addresses. */
export class NetworkPlugin extends Construct {
  /** What a node waits for: without the plug-in it never becomes ready. */
  public readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: NetworkPluginProps) {
    super(scope, id);
    const { namePrefix } = props.platform;
    const { connectionName } = props.tenant;
    const role = new BoundedRole(this, 'aws-node', {
      namePrefix,
      roleName: eksRoleName(namePrefix, connectionName, 'vpc-cni'),
      description: `The VPC CNI of ${connectionName} gives pods their addresses with it`,
      trust: props.webIdentity.trust('kube-system', 'aws-node'),
      boundaryArn: props.boundaryArn,
      managedPolicies: ['AmazonEKS_CNI_Policy'],
    });
    const plugin = new ClusterAddon(this, 'vpc-cni', {
      clusterName: props.clusterName,
      addonName: 'vpc-cni',
      roleArn: role.arn,
      dependsOn: role.policies,
    });
    this.ready = [plugin.addon];
  }
}
