import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { trust } from '@central-ingress/iam-policy';
import { clusterName, controlPlaneLogGroupName, eksRoleName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import { BoundedRole } from './bounded-role';
import { SecretsKey } from './secrets-key';
import type { BoundedTenantProps } from './tenant-props';

/** Whose control plane it is, and the subnets its network interfaces lie in. */
export interface ControlPlaneProps extends BoundedTenantProps {
  readonly subnetIds: readonly string[];
}

/**
 * The EKS control plane: private API, public API only for the stated CIDRs, access entries as the only way in, secrets
 * encrypted with a key of its own, every kind of log kept.
 * @source modules/cluster-eks/control-plane.tf and eks-service-role.tf
 */
export class ControlPlane extends Construct {
  /** Known only once the cluster stands, so whoever uses it waits for the cluster. */
  public readonly clusterName: string;
  public readonly endpoint: string;
  /** Base64 PEM. */
  public readonly certificateAuthority: string;
  /** Group that EKS itself puts on its network interfaces and on the nodes. */
  public readonly securityGroupId: string;
  /** URL of the cluster's OIDC issuer. */
  public readonly issuerUrl: string;

  constructor(scope: Construct, id: string, { platform, tenant, boundaryArn, subnetIds }: ControlPlaneProps) {
    super(scope, id);
    const { namePrefix } = platform;
    const { connectionName, controlPlane } = tenant;
    const name = clusterName(namePrefix, connectionName);
    const isPublic = controlPlane.allowedCidrs.length > 0;

    const role = new BoundedRole(this, 'eks-service', {
      namePrefix,
      roleName: eksRoleName(namePrefix, connectionName, 'cluster'),
      description: `EKS acts on the account with it for the cluster ${name}`,
      // Only for this cluster, so that EKS cannot be led to use the role for another one.
      trust: trust(
        'Eks',
        { Service: ['eks.amazonaws.com'] },
        { ArnLike: { 'aws:SourceArn': `arn:aws:eks:${platform.region}:${tenant.accountId}:cluster/${name}` } },
      ),
      boundaryArn,
      managedPolicies: ['AmazonEKSClusterPolicy'],
    });
    const key = new SecretsKey(this, 'secrets-key', { platform, tenant, clusterRoleArn: role.arn });
    // EKS would create it without a retention.
    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      name: controlPlaneLogGroupName(namePrefix, connectionName),
      retentionInDays: tenant.logRetentionDays,
      tags: { Name: name },
    });

    const cluster = new EksCluster(this, 'control-plane', {
      name,
      roleArn: role.arn,
      version: controlPlane.version,
      // The three add-ons come as EKS add-ons, so there are no unmanaged ones to replace.
      bootstrapSelfManagedAddons: false,
      accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
      vpcConfig: {
        subnetIds: [...subnetIds],
        endpointPrivateAccess: true,
        endpointPublicAccess: isPublic,
        ...(isPublic ? { publicAccessCidrs: [...controlPlane.allowedCidrs] } : {}),
      },
      encryptionConfig: { provider: { keyArn: key.arn }, resources: ['secrets'] },
      enabledClusterLogTypes: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
      // Extended support would be entered, and charged, without a question.
      upgradePolicy: { supportType: 'STANDARD' },
      timeouts: { create: '30m', update: '60m', delete: '30m' },
      tags: { Name: name },
      // EKS needs the role's rights until it has deleted its last network interface.
      dependsOn: [...role.policies, logGroup],
    });
    for (const cidr of controlPlane.privateCidrs) {
      new VpcSecurityGroupIngressRule(this, `private-${cidr.replace('/', '-')}`, {
        securityGroupId: cluster.vpcConfig.clusterSecurityGroupId,
        description: 'Kubernetes API, for runners and people in private networks',
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
        cidrIpv4: cidr,
        tags: { Name: name },
      });
    }
    this.clusterName = cluster.name;
    this.endpoint = cluster.endpoint;
    this.certificateAuthority = cluster.certificateAuthority.get(0).data;
    this.securityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
    this.issuerUrl = cluster.identity.get(0).oidc.get(0).issuer;
  }
}
