import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import type { Cidr } from '@central-ingress/addressing';
import type { AzId } from '@central-ingress/config';
import { physicalName } from '@central-ingress/naming';
import { Construct } from 'constructs';

/** Which subnets share one purpose and one route table. */
export interface AzSubnetsProps {
  readonly vpcId: string;
  readonly namePrefix: string;
  /** Internet VPC or connection name. */
  readonly owner: string;
  /** Word for what they hold, e.g. `endpoints`; the AZ id follows it in the name. */
  readonly purpose: string;
  readonly cidrs: Readonly<Record<AzId, Cidr>>;
  /** Tags of each subnet beside its name. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * One subnet per AZ id with one common route table, private as it is: no route leads out of the VPC, and no instance
 * gets a public address.
 * @source networking-setup/terraform/modules/vpc/private-endpoint-subnets.tf and cluster-subnets.tf
 */
export class AzSubnets extends Construct {
  /** By AZ id. */
  public readonly ids: Readonly<Record<AzId, string>>;
  public readonly routeTableId: string;

  constructor(scope: Construct, id: string, props: AzSubnetsProps) {
    super(scope, id);
    const { vpcId, namePrefix, owner, purpose } = props;

    const routeTable = new RouteTable(this, 'route-table', {
      vpcId,
      tags: { Name: physicalName('Name tag', namePrefix, owner, purpose) },
    });
    this.routeTableId = routeTable.id;
    this.ids = Object.fromEntries(
      Object.entries(props.cidrs).map(([azId, cidr]) => {
        const subnet = new Subnet(this, azId, {
          vpcId,
          cidrBlock: cidr,
          availabilityZoneId: azId,
          mapPublicIpOnLaunch: false,
          tags: { ...props.tags, Name: physicalName('Name tag', namePrefix, owner, purpose, azId) },
        });
        new RouteTableAssociation(this, `${azId}-route-table`, { subnetId: subnet.id, routeTableId: routeTable.id });
        return [azId, subnet.id];
      }),
    );
  }
}
