import type { World } from '@central-ingress/config';
import { exampleInternetVpc, exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { awsError } from '@central-ingress/testing';
import type { Script } from '@central-ingress/testing';
import { scriptedAccount } from '../rehearsal/scripted-account';
import { movePlace } from './aws-move-place';
import type { AwsMoveProps } from './aws-move-place';

const world: World = {
  ...exampleWorld(),
  internetVpcs: [exampleInternetVpc(), { ...exampleInternetVpc('second'), hostedZone: 'lookup' }],
};
const move = { from: { internetVpc: 'main', slot: 1 }, to: { internetVpc: 'second', slot: 4 }, bridgeSlot: 5 };
const endpoint = (vpc_id: string) => [
  { mode: 'managed', type: 'aws_vpc_endpoint', name: 'e', instances: [{ attributes: { vpc_id } }] },
];
const STATES: Readonly<Record<string, readonly object[]>> = {
  'payments/connection': endpoint('vpc-main'),
  'payments/bridge/connection': endpoint('vpc-second'),
};
const CENTRAL: Script = {
  GetObject: ({ Key }) => {
    const resources = STATES[String(Key)];
    return resources
      ? { Body: { transformToString: async () => JSON.stringify({ resources }) } }
      : awsError('NoSuchKey');
  },
  GetParameter: ({ Name }) => {
    const vpc = /internet-vpc\/(\w+)\/networking$/.exec(String(Name))?.[1];
    return vpc ? { Parameter: { Value: JSON.stringify({ vpcId: `vpc-${vpc}` }) } } : awsError('ParameterNotFound');
  },
  DescribeLoadBalancers: ({ Names }) => ({
    LoadBalancers: [{ LoadBalancerArn: 'arn:alb', DNSName: `${(Names as string[])[0]}.elb.amazonaws.com` }],
  }),
  DescribeListeners: () => ({ Listeners: [] }),
  ListHostedZonesByName: () => ({ HostedZones: [{ Id: '/hostedzone/Z1', Name: 'apps.example.com.' }] }),
  GetHostedZone: () => ({ DelegationSet: {} }),
  ListResourceRecordSets: ({ StartRecordName }) => ({
    ResourceRecordSets: [
      { Name: `${StartRecordName}.`, Type: 'A', AliasTarget: { DNSName: 'ACME-second-alb.elb.amazonaws.com.' } },
    ],
  }),
  DescribeTargetGroups: ({ Names }) => ({ TargetGroups: [{ TargetGroupArn: (Names as string[])[0] }] }),
  DescribeTargetHealth: ({ TargetGroupArn }) => ({
    TargetHealthDescriptions:
      TargetGroupArn === 'acme-payments-next'
        ? [{ Target: { Id: '10.12.0.7' }, TargetHealth: { State: 'initial' } }]
        : [{ Target: { Id: '10.12.0.8' }, TargetHealth: { State: 'healthy' } }],
  }),
};
const place = (script: Script = {}, more: Pick<AwsMoveProps, 'drainSeconds'> = {}) =>
  movePlace(
    {
      world,
      tenant: exampleTenant(),
      hands: { deploy: async () => {}, forgetInBridge: async () => {}, destroyBridge: async () => {} },
      ...more,
    },
    move,
    scriptedAccount(world.platform.centralAccountId, { ...CENTRAL, ...script }),
  );

describe('movePlace', () => {
  it('tells which internet VPC each connection stands in by the VPC of its endpoint', async () => {
    expect(await place().internetVpcOf('connection')).toBe('main');
    expect(await place().internetVpcOf('bridge')).toBe('second');
    expect(await place({ GetObject: () => awsError('NoSuchKey') }).internetVpcOf('bridge')).toBeUndefined();
  });

  it('tells which of the two ALBs a record leads to, however it is written', async () => {
    expect([...(await place().recordTargets())]).toEqual([['payments.apps.example.com', 'second']]);
    const byHand: Script = {
      ListResourceRecordSets: ({ StartRecordName }) => ({
        ResourceRecordSets: [
          {
            Name: `${StartRecordName}.`,
            Type: 'A',
            AliasTarget: { DNSName: 'dualstack.acme-main-alb.elb.amazonaws.com.' },
          },
        ],
      }),
    };
    expect([...(await place(byHand).recordTargets())]).toEqual([['payments.apps.example.com', 'main']]);
    const none = { ListResourceRecordSets: () => ({ ResourceRecordSets: [] }) };
    expect([...(await place(none).recordTargets())]).toEqual([['payments.apps.example.com', undefined]]);
  });

  it('tells the targets of each connection that are not healthy, and misses them where there are none', async () => {
    expect(await place().unhealthyTargets('connection')).toEqual([]);
    expect(await place().unhealthyTargets('bridge')).toEqual([
      'target 10.12.0.7 of acme-payments-next: is initial; expected healthy. See npx ingress verify payments.',
    ]);
    const none = { DescribeTargetHealth: () => ({ TargetHealthDescriptions: [] }) };
    expect(await place(none).unhealthyTargets('bridge')).toEqual([
      'target group acme-payments-next: has no target; expected one per zone.',
    ]);
  });

  it('shortens the wait for resolvers when it is asked to, and no other', async () => {
    const hurried = place({}, { drainSeconds: 0 });
    expect([place().dnsSeconds, hurried.dnsSeconds]).toEqual([60, 0]);
    const before = performance.now();
    await hurried.sleep(0.1);
    expect(performance.now() - before).toBeGreaterThan(90);
  });

  it('rejects when AWS may not be asked', async () => {
    const denied = { DescribeTargetHealth: () => awsError('AccessDenied') };
    await expect(place(denied).unhealthyTargets('bridge')).rejects.toThrow(/^AccessDenied: needs /);
  });
});
