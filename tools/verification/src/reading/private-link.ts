import {
  DescribeNetworkInterfacesCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
  paginateDescribeVpcEndpointConnections,
  paginateDescribeVpcEndpointServiceConfigurations,
  paginateDescribeVpcEndpointServicePermissions,
} from '@aws-sdk/client-ec2';
import type {
  NetworkInterface,
  ServiceConfiguration,
  Subnet,
  VpcEndpoint,
  VpcEndpointConnection,
} from '@aws-sdk/client-ec2';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { serviceNameParameter } from '@central-ingress/contract';
import type { AccountClients } from './account-clients';
import { follow, found, missing, read, valueOf } from './reading';
import type { Reading } from './reading';

/** The central account's end of a PrivateLink connection. */
export interface EndpointReadings {
  readonly endpoint: Reading<VpcEndpoint>;
  /** The account's other live endpoints to the service: while the tenant is moved it has a second one. */
  readonly others: Reading<readonly VpcEndpoint[]>;
  readonly interfaces: Reading<readonly NetworkInterface[]>;
  readonly subnets: Reading<readonly Subnet[]>;
}

/** The tenant's end of a PrivateLink connection. */
export interface EndpointServiceReadings {
  readonly service: Reading<ServiceConfiguration>;
  readonly principals: Reading<readonly string[]>;
  readonly connections: Reading<readonly VpcEndpointConnection[]>;
}

/** Reads the endpoint service's name that a tenant has registered in the central account. */
export async function readServiceName({ ssm }: AccountClients, connectionName: string): Promise<Reading<string>> {
  const Name = serviceNameParameter(connectionName);
  return read(
    `SSM parameter ${Name}`,
    async () => (await ssm.send(new GetParameterCommand({ Name }))).Parameter?.Value,
  );
}

/** Which of the endpoints to a service is the one that leads requests to it. */
export interface EndpointPlace {
  readonly connectionName: string;
  /** The internet VPC, where that is known. */
  readonly vpcId: string | undefined;
}

/** Reads the endpoint to a service, with its network interfaces and their subnets. */
export async function readEndpoint(
  { ec2 }: AccountClients,
  serviceName: string,
  place: EndpointPlace,
): Promise<EndpointReadings> {
  const live = await read(`VPC endpoints to ${serviceName}`, async (): Promise<readonly VpcEndpoint[]> => {
    const Filters = [{ Name: 'service-name', Values: [serviceName] }];
    const { VpcEndpoints = [] } = await ec2.send(new DescribeVpcEndpointsCommand({ Filters }));
    // A deleted endpoint is told of for a while.
    return VpcEndpoints.filter(({ State }) => !/^delet/i.test(`${State}`));
  });
  const endpoint = await follow(live, (all): Reading<VpcEndpoint> => {
    const own = ownEndpoint(all, place);
    return own ? found(own) : missing(`VPC endpoint to ${serviceName}${place.vpcId ? ` in ${place.vpcId}` : ''}`);
  });
  const ownId = valueOf(endpoint)?.VpcEndpointId;
  const others = await follow(live, (all) => found(all.filter(({ VpcEndpointId }) => VpcEndpointId !== ownId)));
  const interfaces = await follow(endpoint, ({ NetworkInterfaceIds = [], VpcEndpointId }) =>
    read(`network interfaces of ${VpcEndpointId}`, async () => {
      if (!NetworkInterfaceIds.length) return [] as readonly NetworkInterface[];
      return (await ec2.send(new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds }))).NetworkInterfaces;
    }),
  );
  const subnets = await follow(endpoint, ({ SubnetIds = [], VpcEndpointId }) =>
    read(`subnets of ${VpcEndpointId}`, async () => {
      if (!SubnetIds.length) return [] as readonly Subnet[];
      return (await ec2.send(new DescribeSubnetsCommand({ SubnetIds }))).Subnets;
    }),
  );
  return { endpoint, others, interfaces, subnets };
}

/** In the end of a move the bridge stands in the same VPC; an endpoint made by hand has no tag. */
function ownEndpoint(all: readonly VpcEndpoint[], { connectionName, vpcId }: EndpointPlace): VpcEndpoint | undefined {
  const inVpc = all.filter((endpoint) => !vpcId || endpoint.VpcId === vpcId);
  return (
    inVpc.find((endpoint) => stackOf(endpoint) === `${connectionName}-connection`) ??
    inVpc.find((endpoint) => stackOf(endpoint) !== `${connectionName}-bridge`)
  );
}

/** The stack that made an endpoint, by its tag. */
export function stackOf({ Tags }: VpcEndpoint): string | undefined {
  return Tags?.find(({ Key }) => Key === 'stack')?.Value;
}

/** Reads the endpoint service before an NLB, who may connect to it, and who has. */
export async function readEndpointService(
  { ec2: client }: AccountClients,
  nlb: Reading<{ readonly LoadBalancerArn?: string; readonly LoadBalancerName?: string }>,
): Promise<EndpointServiceReadings> {
  const service = await follow(nlb, ({ LoadBalancerArn = '', LoadBalancerName }) =>
    read(`endpoint service of ${LoadBalancerName}`, async () => {
      for await (const page of paginateDescribeVpcEndpointServiceConfigurations({ client }, {})) {
        const all = page.ServiceConfigurations ?? [];
        const ours = all.find(({ NetworkLoadBalancerArns }) => NetworkLoadBalancerArns?.includes(LoadBalancerArn));
        if (ours) return ours;
      }
      return undefined;
    }),
  );
  const principals = await follow(service, ({ ServiceId }) =>
    read(`allowed principals of ${ServiceId}`, async () => {
      const all: string[] = [];
      for await (const page of paginateDescribeVpcEndpointServicePermissions({ client }, { ServiceId })) {
        all.push(...(page.AllowedPrincipals ?? []).map(({ Principal = '' }) => Principal));
      }
      return all as readonly string[];
    }),
  );
  const connections = await follow(service, ({ ServiceId = '' }) =>
    read(`connections of ${ServiceId}`, async () => {
      const Filters = [{ Name: 'service-id', Values: [ServiceId] }];
      const all: VpcEndpointConnection[] = [];
      for await (const page of paginateDescribeVpcEndpointConnections({ client }, { Filters })) {
        all.push(...(page.VpcEndpointConnections ?? []));
      }
      return all as readonly VpcEndpointConnection[];
    }),
  );
  return { service, principals, connections };
}
