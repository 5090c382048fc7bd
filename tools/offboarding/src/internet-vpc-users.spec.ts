import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Route53Client } from '@aws-sdk/client-route-53';
import { SSMClient } from '@aws-sdk/client-ssm';
import { exampleInternetVpc } from '@central-ingress/fixtures';
import { awsError, OFFLINE, scriptedClient } from '@central-ingress/testing';
import type { Calls, Script } from '@central-ingress/testing';
import { internetVpcUsers } from './internet-vpc-users';

const main = exampleInternetVpc();
const NETWORKING = { vpcId: 'vpc-1', hostedZoneId: 'Z1' };
const STANDING: Script = {
  GetParameter: () => ({ Parameter: { Value: JSON.stringify(NETWORKING) } }),
  DescribeLoadBalancers: () => awsError('LoadBalancerNotFoundException'),
  DescribeVpcEndpoints: () => ({
    VpcEndpoints: [{ VpcEndpointId: 'vpce-1', ServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1' }],
  }),
  ListResourceRecordSets: () => ({ ResourceRecordSets: [{ Name: 'pay.apps.example.com.', Type: 'A' }] }),
};
const users = (script: Script, calls: Calls = []) =>
  internetVpcUsers({ namePrefix: 'acme' }, main, [main], {
    ec2: scriptedClient(new EC2Client(OFFLINE), script, calls),
    elb: scriptedClient(new ElasticLoadBalancingV2Client(OFFLINE), script, calls),
    route53: scriptedClient(new Route53Client(OFFLINE), script, calls),
    ssm: scriptedClient(new SSMClient(OFFLINE), script, calls),
  });

describe('internetVpcUsers', () => {
  it('names who is connected and who is in the zone, of the network that it reads once', async () => {
    const calls: Calls = [];
    expect(await users(STANDING, calls)).toEqual({
      connections: [{ kind: 'interface endpoint', id: 'vpce-1' }],
      zone: { hosts: ['pay.apps.example.com'], internetVpcs: [] },
    });
    expect(calls.filter(([name]) => name === 'GetParameter')).toEqual([
      ['GetParameter', { Name: '/acme/internet-vpc/main/networking' }],
    ]);
  });

  it('finds nobody where nothing is deployed', async () => {
    const nothing = { ...STANDING, GetParameter: () => awsError('ParameterNotFound') };
    expect(await users(nothing)).toEqual({ connections: [], zone: { hosts: [], internetVpcs: [] } });
  });

  it.each(['GetParameter', 'DescribeVpcEndpoints', 'ListResourceRecordSets'])(
    'rejects when %s is not answered, for then somebody may need it',
    async (call) => {
      await expect(users({ ...STANDING, [call]: () => awsError('AccessDenied', 'no') })).rejects.toThrow('no');
    },
  );
});
