import type { AzId, InternetVpcConfig, PlatformConfig } from '@central-ingress/config';
import { boundaryPolicyArn } from '@central-ingress/naming';
import { AzSubnets, FlowLoggedVpc, routeToInternet } from '@central-ingress/network';
import { CENTRAL_OWNER } from '@central-ingress/stack-graph';
import { Construct } from 'constructs';
import { DoorSecurityGroups } from './door-security-groups';

/** Which internet VPC is built. */
export interface InternetVpcProps {
  readonly platform: PlatformConfig;
  readonly internetVpc: InternetVpcConfig;
}

/**
 * The network with the only internet gateway: public subnets for the ALB, private ones for interface endpoints, and the
 * two security groups between which all traffic flows.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/vpc
 */
export class InternetVpc extends Construct {
  public readonly built: {
    readonly vpcId: string;
    readonly endpointSubnetIds: Readonly<Record<AzId, string>>;
    readonly publicSubnetIds: Readonly<Record<AzId, string>>;
    readonly endpointSecurityGroupId: string;
    readonly albSecurityGroupId: string;
  };

  constructor(scope: Construct, id: string, { platform, internetVpc }: InternetVpcProps) {
    super(scope, id);
    const { namePrefix, centralAccountId } = platform;
    const owner = internetVpc.name;

    const { vpcId } = new FlowLoggedVpc(this, 'vpc', {
      platform,
      accountId: centralAccountId,
      owner,
      cidr: internetVpc.cidr,
      logRetentionDays: internetVpc.logRetentionDays,
      boundaryArn: boundaryPolicyArn(centralAccountId, namePrefix, CENTRAL_OWNER),
    });
    const subnets = { vpcId, namePrefix, owner };
    const endpoints = new AzSubnets(this, 'private-endpoint-subnets', {
      ...subnets,
      purpose: 'private-endpoint',
      cidrs: internetVpc.endpointSubnets,
    });
    // The ALB brings its own public addresses, so nothing else in these subnets gets one.
    const ingress = new AzSubnets(this, 'public-ingress', {
      ...subnets,
      purpose: 'public-ingress',
      cidrs: internetVpc.publicSubnets,
    });
    routeToInternet(this, { vpcId, namePrefix, owner, routeTableId: ingress.routeTableId });
    const groups = new DoorSecurityGroups(this, 'security-groups', { vpcId, namePrefix, owner });

    this.built = {
      vpcId,
      endpointSubnetIds: endpoints.ids,
      publicSubnetIds: ingress.ids,
      endpointSecurityGroupId: groups.endpointSecurityGroupId,
      albSecurityGroupId: groups.albSecurityGroupId,
    };
  }
}
