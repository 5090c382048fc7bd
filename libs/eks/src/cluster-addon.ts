import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** One EKS add-on of a cluster. */
export interface ClusterAddonProps {
  readonly clusterName: string;
  readonly addonName: 'vpc-cni' | 'coredns' | 'kube-proxy';
  /** IRSA role of the add-on's service account. */
  readonly roleArn?: string;
  /** What must stand first, e.g. the nodes that run it. */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * An add-on that EKS installs, in the default version of its day for the cluster's Kubernetes version. It keeps that
 * version until somebody updates it, since a version read at each plan would change with AWS's defaults.
 */
export class ClusterAddon extends Construct {
  public readonly addon: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ClusterAddonProps) {
    super(scope, id);
    this.addon = new EksAddon(this, 'addon', {
      clusterName: props.clusterName,
      addonName: props.addonName,
      // At first nobody has settings to lose; later the operator's own settings in the cluster are kept.
      resolveConflictsOnCreate: 'OVERWRITE',
      resolveConflictsOnUpdate: 'PRESERVE',
      ...(props.roleArn ? { serviceAccountRoleArn: props.roleArn } : {}),
      ...(props.dependsOn ? { dependsOn: [...props.dependsOn] } : {}),
      tags: { Name: props.addonName },
    });
  }
}
