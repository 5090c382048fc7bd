import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import type { AzId } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { Fn, TerraformLocal } from 'cdktf';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** Which endpoint service, reached from where. */
export interface TenantEndpointProps {
  readonly namePrefix: string;
  readonly connectionName: string;
  readonly serviceName: string;
  readonly vpcId: string;
  readonly subnetIds: Readonly<Record<AzId, string>>;
  readonly securityGroupId: string;
}

/**
 * The interface endpoint of one tenant's service, with one address in each AZ.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/endpoints/endpoints.tf
 */
export class TenantEndpoint extends Construct {
  /** Address by AZ id; the AZ ids are known at plan time, the addresses when the endpoint stands. */
  public readonly addresses: Readonly<Record<AzId, string>>;
  public readonly endpoint: ITerraformDependable;

  constructor(scope: Construct, id: string, props: TenantEndpointProps) {
    super(scope, id);
    const endpoint = new VpcEndpoint(this, 'endpoint', {
      vpcId: props.vpcId,
      vpcEndpointType: 'Interface',
      serviceName: props.serviceName,
      subnetIds: Object.values(props.subnetIds),
      securityGroupIds: [props.securityGroupId],
      privateDnsEnabled: false,
      tags: { Name: physicalName('Name tag', props.namePrefix, props.connectionName) },
    });
    // Read back by subnet, not by place in a list: one address never takes the target of another.
    const bySubnet = new TerraformLocal(
      this,
      'address-by-subnet',
      `\${{ for subnet in ${endpoint.terraformResourceType}.${endpoint.friendlyUniqueId}.subnet_configuration : subnet.subnet_id => subnet.ipv4 }}`,
    );
    this.addresses = Object.fromEntries(
      Object.entries(props.subnetIds).map(([azId, subnetId]) => [
        azId,
        Fn.lookupNested(bySubnet.expression, [subnetId]) as string,
      ]),
    );
    this.endpoint = endpoint;
  }
}
