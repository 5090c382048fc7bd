import { AccountStack, PublishedHandover } from '@central-ingress/account-stack';
import { AwsServiceEndpoints } from '@central-ingress/aws-service-endpoints';
import { isDirect } from '@central-ingress/config';
import type { AzId, DirectTenant } from '@central-ingress/config';
import { ImageRepositories } from '@central-ingress/eks';
import { boundaryPolicyArn } from '@central-ingress/naming';
import { AzSubnets, FlowLoggedVpc, routeToInternet } from '@central-ingress/network';
import type { App } from 'cdktf';
import type { TenantStackProps } from './tenant-stack-props';

/**
 * The private network of one tenant: no internet gateway, no NAT; AWS is reached through endpoints, images come from
 * the account's own repositories. A direct tenant has public subnets and an internet gateway beside it, for its NLB
 * only: the subnets of its nodes lead out as little as those of any other tenant.
 * @source eks-service-account/networking-setup/terraform
 */
export class NetworkingStack extends AccountStack {
  constructor(app: App, { platform, tenant, stacks }: TenantStackProps) {
    super(app, { platform, stack: stacks.networking });
    const { namePrefix } = platform;
    const { connectionName: owner, accountId } = tenant;

    const { vpcId } = new FlowLoggedVpc(this, 'vpc', {
      platform,
      accountId,
      owner,
      cidr: tenant.cidr,
      logRetentionDays: tenant.logRetentionDays,
      boundaryArn: boundaryPolicyArn(accountId, namePrefix, owner),
    });
    const subnets = new AzSubnets(this, 'cluster-data-plane', {
      vpcId,
      namePrefix,
      owner,
      purpose: 'private',
      cidrs: tenant.privateSubnets,
      // How the load balancer controller finds the subnets for an internal load balancer.
      tags: { 'kubernetes.io/role/internal-elb': '1' },
    });
    new AwsServiceEndpoints(this, 'aws-endpoints', {
      platform,
      tenant,
      vpcId,
      subnetIds: tenant.availabilityZoneIds.map((azId) => subnets.ids[azId] as string),
      routeTableId: subnets.routeTableId,
    });
    new ImageRepositories(this, 'images', { platform, tenant });
    new PublishedHandover(this, 'handover', {
      key: 'tenant/networking',
      owner,
      namePrefix,
      document: {
        vpcId,
        privateSubnetIds: subnets.ids,
        ...(isDirect(tenant) ? { publicSubnetIds: this.addPublicSubnets(vpcId, tenant) } : {}),
      },
    });
  }

  private addPublicSubnets(vpcId: string, tenant: DirectTenant): Readonly<Record<AzId, string>> {
    const vpc = { vpcId, namePrefix: this.platform.namePrefix, owner: tenant.connectionName };
    // The NLB brings its own public addresses, so nothing else in these subnets gets one.
    const subnets = new AzSubnets(this, 'public-ingress', {
      ...vpc,
      purpose: 'public-ingress',
      cidrs: tenant.exposure.publicSubnets,
      // How the load balancer controller finds the subnets for an internet-facing load balancer.
      tags: { 'kubernetes.io/role/elb': '1' },
    });
    routeToInternet(this, { ...vpc, routeTableId: subnets.routeTableId });
    return subnets.ids;
  }
}
