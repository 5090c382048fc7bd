import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { awsError } from '@central-ingress/testing';
import type { Script } from '@central-ingress/testing';
import { scriptedClients } from '../rehearsal/scripted-clients';
import { found, lacking, missing, untried, valueOf } from './reading';
import { readRequestPath } from './request-path';

const SERVICE = 'com.amazonaws.vpce.eu-central-1.vpce-svc-1';
const world = exampleWorld();

/** Both accounts as far as the tenant's side of PrivateLink. */
const CENTRAL: Script = {
  GetParameter: ({ Name }) =>
    Name === 'vpces-service-name-payments' ? { Parameter: { Value: SERVICE } } : awsError('ParameterNotFound'),
  DescribeVpcEndpoints: () => ({
    VpcEndpoints: [
      { VpcEndpointId: 'vpce-0', State: 'deleted' },
      { VpcEndpointId: 'vpce-1', State: 'available', NetworkInterfaceIds: ['eni-1'], SubnetIds: ['subnet-1'] },
    ],
  }),
  DescribeNetworkInterfaces: () => ({ NetworkInterfaces: [{ PrivateIpAddress: '10.12.0.10' }] }),
  DescribeSubnets: () => ({ Subnets: [{ AvailabilityZoneId: 'euc1-az1' }] }),
  DescribeLoadBalancers: () => awsError('LoadBalancerNotFound'),
  ListHostedZonesByName: () => ({
    HostedZones: [
      { Id: '/hostedzone/Z0', Name: 'apps.example.com.', Config: { PrivateZone: true } },
      { Id: '/hostedzone/Z1', Name: 'apps.example.com.', Config: { PrivateZone: false } },
      { Id: '/hostedzone/Z2', Name: 'apps.example.com.example.org.', Config: { PrivateZone: false } },
    ],
  }),
  GetHostedZone: () => ({ DelegationSet: { NameServers: ['ns-1.awsdns-01.org'] } }),
  ListResourceRecordSets: () => ({ ResourceRecordSets: [{ Name: 'storefront.apps.example.com.', Type: 'A' }] }),
};
const TENANT: Script = {
  DescribeLoadBalancers: () => ({
    LoadBalancers: [{ LoadBalancerName: 'acme-payments-nlb', LoadBalancerArn: 'arn:nlb' }],
  }),
  DescribeVpcEndpointServiceConfigurations: ({ NextToken }) =>
    NextToken
      ? {
          ServiceConfigurations: [
            { ServiceId: 'vpce-svc-1', ServiceName: SERVICE, NetworkLoadBalancerArns: ['arn:nlb'] },
          ],
        }
      : {
          ServiceConfigurations: [{ ServiceId: 'vpce-svc-0', NetworkLoadBalancerArns: ['arn:other'] }],
          NextToken: '2',
        },
  DescribeVpcEndpointServicePermissions: () => ({ AllowedPrincipals: [{ Principal: 'arn:role' }] }),
  DescribeVpcEndpointConnections: () => awsError('InvalidAction', 'The action has not been implemented'),
};

describe('readRequestPath', () => {
  const pathOf = (central: Script, service: Script) =>
    readRequestPath(world, exampleTenant(), {
      central: scriptedClients('111111111111', central),
      service: found(scriptedClients('222222222222', service)),
    });

  it('takes the public zone of exactly this name, and no other record for the one of the host', async () => {
    const { names } = await pathOf(CENTRAL, TENANT);
    expect([...names.zones]).toEqual([
      [
        'apps.example.com',
        found({ name: 'apps.example.com', id: 'Z1', nameServers: ['ns-1.awsdns-01.org'], namesakes: 1 }),
      ],
    ]);
    expect([...names.records]).toEqual([
      ['payments.apps.example.com', { state: 'missing', what: 'record payments.apps.example.com' }],
    ]);
  });

  it('finds the service by its NLB on whatever page, and the endpoint that is not deleted', async () => {
    const { privateLink } = await pathOf(CENTRAL, TENANT);
    expect(valueOf(privateLink.service)?.ServiceId).toBe('vpce-svc-1');
    expect(privateLink.principals).toEqual(found(['arn:role']));
    expect(valueOf(privateLink.endpoint)?.VpcEndpointId).toBe('vpce-1');
    expect(privateLink.interfaces).toEqual(found([{ PrivateIpAddress: '10.12.0.10' }]));
  });

  it.each([
    ['vpc-main', ['connection vpc-main', 'bridge vpc-second'], 'connection vpc-main'],
    ['vpc-main', ['bridge vpc-second', 'connection vpc-main'], 'connection vpc-main'],
    ['vpc-second', ['bridge vpc-second', 'connection vpc-second'], 'connection vpc-second'],
    ['vpc-second', ['connection vpc-main', 'bridge vpc-second'], undefined],
    [undefined, ['bridge vpc-second', 'connection vpc-main'], 'connection vpc-main'],
  ])('takes the endpoint of the connection in the VPC of the ALB, %s, out of %j', async (VpcId, ids, chosen) => {
    const endpointOf = (VpcEndpointId: string) => {
      const [word, vpc] = VpcEndpointId.split(' ');
      return { VpcEndpointId, State: 'available', VpcId: vpc, Tags: [{ Key: 'stack', Value: `payments-${word}` }] };
    };
    const moving: Script = {
      ...CENTRAL,
      DescribeVpcEndpoints: () => ({ VpcEndpoints: ids.map(endpointOf) }),
      ...(VpcId ? { DescribeLoadBalancers: () => ({ LoadBalancers: [{ LoadBalancerArn: 'arn:alb', VpcId }] }) } : {}),
    };
    const { endpoint, others } = (await pathOf(moving, TENANT)).privateLink;
    expect(valueOf(endpoint)?.VpcEndpointId).toBe(chosen);
    expect(valueOf(others)?.map(({ VpcEndpointId }) => VpcEndpointId)).toEqual(ids.filter((id) => id !== chosen));
    if (!chosen) expect(endpoint).toEqual(missing(`VPC endpoint to ${SERVICE} in ${VpcId}`));
  });

  it('does not let a missing hop hide another, and names what could not be tried', async () => {
    const path = await pathOf(CENTRAL, TENANT);
    expect(path.alb.balancer).toEqual({ state: 'missing', what: 'load balancer acme-main-alb' });
    expect(path.webAcl).toEqual(lacking('load balancer acme-main-alb'));
    expect(path.privateLink.connections).toEqual(untried('this API does not have this call'));
    expect(path.cluster).toEqual(untried('AccessDenied: needs test:DescribeCluster'));
  });

  it('finds the endpoint by the name of the service when the parameter cannot be read', async () => {
    const denied = awsError('AccessDeniedException', 'not authorized to perform: ssm:GetParameter');
    const withoutRight = { ...CENTRAL, GetParameter: () => denied };
    const { serviceName, privateLink } = await pathOf(withoutRight, TENANT);
    expect(serviceName).toEqual(untried('AccessDenied: needs ssm:GetParameter'));
    expect(valueOf(privateLink.endpoint)?.VpcEndpointId).toBe('vpce-1');
  });

  it("reads the central account when the tenant's cannot be reached", async () => {
    const central = scriptedClients('111111111111', CENTRAL);
    const path = await readRequestPath(world, exampleTenant(), { central, service: untried('no way in') });
    expect([path.nlb.balancer, path.cluster, path.privateLink.connections]).toEqual(
      Array(3).fill(untried('no way in')),
    );
    expect(valueOf(path.privateLink.endpoint)?.VpcEndpointId).toBe('vpce-1');
  });
});
