import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import type { NodeGroupConfig } from '@central-ingress/config';
import { clusterName, physicalName } from '@central-ingress/naming';
import { Token } from 'cdktf';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { amiTypeOf } from './ami-type';
import type { TenantProps } from './tenant-props';

/** The nodes of one cluster. */
export interface DataPlaneProps extends TenantProps {
  readonly clusterName: string;
  readonly nodeRoleArn: string;
  readonly subnetIds: readonly string[];
  /** Tags of instances, volumes and network interfaces, which a provider's default tags do not reach. */
  readonly instanceTags: Readonly<Record<string, string>>;
  /** What a node needs before it starts: the role's rights and the network plug-in. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * The managed node groups, each on a launch template with hardened instances.
 * @source modules/cluster-eks/data-plane.tf
 */
export class DataPlane extends Construct {
  public readonly nodeGroups: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: DataPlaneProps) {
    super(scope, id);
    this.nodeGroups = Object.entries(props.tenant.nodegroups).map(([name, config]) =>
      this.addNodeGroup(name, config, props),
    );
  }

  private addNodeGroup(name: string, config: NodeGroupConfig, props: DataPlaneProps): ITerraformDependable {
    const { platform, tenant } = props;
    const group = new Construct(this, name);
    const launchTemplate = addLaunchTemplate(group, name, config, props);
    return new EksNodeGroup(group, 'managed-nodes', {
      clusterName: props.clusterName,
      nodeGroupName: physicalName('EKS node group', name),
      nodeRoleArn: props.nodeRoleArn,
      subnetIds: [...props.subnetIds],
      // The nodes follow the control plane when the version in the tenant's file is raised.
      version: tenant.controlPlane.version,
      amiType: amiTypeOf(config.instanceTypes),
      instanceTypes: [...config.instanceTypes],
      launchTemplate: { id: launchTemplate.id, version: Token.asString(launchTemplate.latestVersion) },
      scalingConfig: { desiredSize: config.desiredSize, minSize: config.minSize, maxSize: config.maxSize },
      updateConfig: { maxUnavailable: 1 },
      labels: { ...config.k8sLabels },
      tags: { Name: physicalName('Name tag', clusterName(platform.namePrefix, tenant.connectionName), name) },
      dependsOn: [...props.dependsOn],
      // The size at the moment is the autoscaler's or the operator's to choose.
      lifecycle: { ignoreChanges: ['scaling_config[0].desired_size'] },
    });
  }
}

function addLaunchTemplate(scope: Construct, name: string, config: NodeGroupConfig, props: DataPlaneProps) {
  const { platform, tenant } = props;
  const fullName = physicalName('launch template', clusterName(platform.namePrefix, tenant.connectionName), name);
  const tags = { ...props.instanceTags, Name: fullName };
  return new LaunchTemplate(scope, 'launch-template', {
    name: fullName,
    description: `Nodes of group ${name}: IMDSv2 only, encrypted disk, no key pair`,
    updateDefaultVersion: true,
    metadataOptions: {
      httpEndpoint: 'enabled',
      httpTokens: 'required',
      // One hop ends at the node: pods cannot take the node's role.
      httpPutResponseHopLimit: 1,
    },
    monitoring: { enabled: true },
    blockDeviceMappings: [
      {
        deviceName: '/dev/xvda',
        ebs: { volumeType: 'gp3', volumeSize: config.diskSizeGib, encrypted: 'true', deleteOnTermination: 'true' },
      },
    ],
    tagSpecifications: ['instance', 'volume', 'network-interface'].map((resourceType) => ({ resourceType, tags })),
    tags: { Name: fullName },
  });
}
