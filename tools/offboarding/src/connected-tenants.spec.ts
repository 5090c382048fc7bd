import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { awsError, OFFLINE, scriptedClient } from '@central-ingress/testing';
import type { Calls, Script } from '@central-ingress/testing';
import { connectionsOf } from './connected-tenants';

const SERVICE = 'com.amazonaws.vpce.eu-central-1.vpce-svc-1';
const stack = (Value: string) => [{ Key: 'stack', Value }];
const tagsByArn: Readonly<Record<string, readonly object[]>> = { 'arn:rule-1': stack('payments-connection') };
const CONNECTED: Script = {
  DescribeLoadBalancers: () => ({ LoadBalancers: [{ LoadBalancerArn: 'arn:alb' }] }),
  DescribeListeners: () => ({ Listeners: [{ ListenerArn: 'arn:443' }] }),
  DescribeRules: () => ({
    Rules: [{ RuleArn: 'arn:rule-1' }, { RuleArn: 'arn:rule-2' }, { RuleArn: 'arn:default', IsDefault: true }],
  }),
  DescribeTags: ({ ResourceArns }) => ({
    TagDescriptions: (ResourceArns as string[]).map((ResourceArn) => ({
      ResourceArn,
      Tags: tagsByArn[ResourceArn] ?? [],
    })),
  }),
  DescribeVpcEndpoints: () => ({
    VpcEndpoints: [
      { VpcEndpointId: 'vpce-1', ServiceName: SERVICE, State: 'available', Tags: stack('gone-away-connection') },
      { VpcEndpointId: 'vpce-2', ServiceName: SERVICE, State: 'deleted', Tags: stack('old-connection') },
      { VpcEndpointId: 'vpce-3', ServiceName: 'com.amazonaws.eu-central-1.logs', State: 'available' },
    ],
  }),
};
const clients = (script: Script, calls: Calls = []) => ({
  ec2: scriptedClient(new EC2Client(OFFLINE), script, calls),
  elb: scriptedClient(new ElasticLoadBalancingV2Client(OFFLINE), script, calls),
});
const connections = (script: Script, calls?: Calls) =>
  connectionsOf({ namePrefix: 'acme' }, { name: 'main' }, { vpcId: 'vpc-1' }, clients(script, calls));
const connectionsWithout = (script: Script) =>
  connectionsOf({ namePrefix: 'acme' }, { name: 'main' }, undefined, clients(script));

describe('connectionsOf', () => {
  it('names the tenants of rules and endpoints by their tags, and leaves out what leads to none', async () => {
    expect(await connections(CONNECTED)).toEqual([
      { kind: 'listener rule', id: 'arn:rule-1', tenant: 'payments' },
      { kind: 'listener rule', id: 'arn:rule-2' },
      { kind: 'interface endpoint', id: 'vpce-1', tenant: 'gone-away' },
    ]);
  });

  it('asks for the ALB and the network of that internet VPC', async () => {
    const calls: Calls = [];
    await connections(CONNECTED, calls);
    expect(calls).toContainEqual(['DescribeLoadBalancers', { Names: ['acme-main-alb'] }]);
    const ofVpc = expect.objectContaining({ Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] });
    expect(calls).toContainEqual(['DescribeVpcEndpoints', ofVpc]);
  });

  it('finds only rules where no network stands, and nobody where no ALB does either', async () => {
    const noAlb = { ...CONNECTED, DescribeLoadBalancers: () => awsError('LoadBalancerNotFoundException') };
    const kinds = async (script: Script) => (await connectionsWithout(script)).map(({ kind }) => kind);
    expect([await kinds(CONNECTED), await kinds(noAlb)]).toEqual([['listener rule', 'listener rule'], []]);
  });

  it('rejects when AWS does not answer, for then somebody may be connected', async () => {
    await expect(connections({ ...CONNECTED, DescribeRules: () => awsError('AccessDenied', 'no') })).rejects.toThrow(
      'no',
    );
  });
});
