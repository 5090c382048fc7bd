import { AccountStack, PublishedHandover, ReceivedHandover } from '@central-ingress/account-stack';
import {
  ClusterAccess,
  ClusterAddon,
  ControlPlane,
  DataPlane,
  DataPlaneRole,
  LoadBalancerControllerRole,
  NetworkPlugin,
  WebIdentity,
} from '@central-ingress/eks';
import { boundaryPolicyArn, roleArn, serviceRoleName } from '@central-ingress/naming';
import type { App } from 'cdktf';
import type { TenantStackProps } from './tenant-stack-props';

/**
 * The EKS cluster of one tenant, up to the point where the add-ons stack can talk to its Kubernetes API.
 * @source eks-service-account/eks-cluster-setup/eks/terraform
 */
export class ClusterStack extends AccountStack {
  constructor(app: App, { platform, tenant, stacks }: TenantStackProps) {
    super(app, { platform, stack: stacks.cluster });
    const { namePrefix } = platform;
    const { connectionName: owner, accountId } = tenant;
    const networking = new ReceivedHandover(this, 'networking', { key: 'tenant/networking', owner, namePrefix });
    const subnetIds = tenant.availabilityZoneIds.map((azId) => networking.entry('privateSubnetIds', azId));
    const cluster = { platform, tenant, boundaryArn: boundaryPolicyArn(accountId, namePrefix, owner) };

    const controlPlane = new ControlPlane(this, 'control-plane', { ...cluster, subnetIds });
    const { clusterName, issuerUrl } = controlPlane;
    const webIdentity = new WebIdentity(this, 'web-identity', { clusterName, issuerUrl });
    const networkPlugin = new NetworkPlugin(this, 'network-plugin', { ...cluster, clusterName, webIdentity });
    new ClusterAddon(this, 'kube-proxy', { clusterName, addonName: 'kube-proxy' });

    const nodeRole = new DataPlaneRole(this, 'data-plane-role', cluster);
    const dataPlane = new DataPlane(this, 'data-plane', {
      ...cluster,
      clusterName,
      subnetIds,
      nodeRoleArn: nodeRole.arn,
      instanceTags: this.commonTags(),
      dependsOn: [...nodeRole.policies, ...networkPlugin.ready],
    });
    // It needs a node to run on before EKS calls it active.
    new ClusterAddon(this, 'coredns', { clusterName, addonName: 'coredns', dependsOn: dataPlane.nodeGroups });

    const addonsDeployer = roleArn(accountId, namePrefix, serviceRoleName(namePrefix, owner, 'addons'));
    new ClusterAccess(this, 'access', {
      clusterName,
      entries: [
        { principalArn: addonsDeployer, policy: 'AmazonEKSClusterAdminPolicy', namespaces: [] },
        ...tenant.accessEntries,
      ],
    });
    const controllerRole = new LoadBalancerControllerRole(this, 'load-balancer-controller-role', {
      ...cluster,
      webIdentity,
      vpcId: networking.text('vpcId'),
    });
    new PublishedHandover(this, 'handover', {
      key: 'tenant/cluster',
      owner,
      namePrefix,
      document: {
        clusterName,
        clusterEndpoint: controlPlane.endpoint,
        clusterCertificateAuthority: controlPlane.certificateAuthority,
        clusterSecurityGroupId: controlPlane.securityGroupId,
        loadBalancerControllerRoleArn: controllerRole.arn,
      },
    });
  }
}
