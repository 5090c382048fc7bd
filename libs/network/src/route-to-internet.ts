import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { physicalName } from '@central-ingress/naming';
import type { Construct } from 'constructs';

/** Which subnets of which VPC the internet reaches. */
export interface RouteToInternetProps {
  readonly vpcId: string;
  readonly namePrefix: string;
  /** Internet VPC or connection name. */
  readonly owner: string;
  /** The one route table that leads out; every other one of the VPC stays as it is. */
  readonly routeTableId: string;
}

/**
 * Gives a VPC its internet gateway, and one of its route tables the way there: `internet-gateway` and `public-route` of
 * the scope, whose addresses stay what they are wherever it is called.
 * @source central-internet-acc-setup/networking-setup/terraform/modules/vpc/internet-gateway.tf
 */
export function routeToInternet(scope: Construct, props: RouteToInternetProps): void {
  const { vpcId, namePrefix, owner, routeTableId } = props;
  const gateway = new InternetGateway(scope, 'internet-gateway', {
    vpcId,
    tags: { Name: physicalName('Name tag', namePrefix, owner, 'internet-gateway') },
  });
  new Route(scope, 'public-route', { routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: gateway.id });
}
