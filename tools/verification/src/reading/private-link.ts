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
import { follow, read } from './reading';
import type { Reading } from './reading';

/** The central account's end of a PrivateLink connection. */
export interface EndpointReadings {
  readonly endpoint: Reading<VpcEndpoint>;
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

/** Reads the endpoint to a service, with its network interfaces and their subnets. */
export async function readEndpoint({ ec2 }: AccountClients, serviceName: string): Promise<EndpointReadings> {
  const endpoint = await read(`VPC endpoint to ${serviceName}`, async () => {
    const Filters = [{ Name: 'service-name', Values: [serviceName] }];
    const { VpcEndpoints = [] } = await ec2.send(new DescribeVpcEndpointsCommand({ Filters }));
    // A deleted endpoint is told of for a while.
    return VpcEndpoints.find(({ State }) => !/^delet/i.test(`${State}`));
  });
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
  return { endpoint, interfaces, subnets };
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
