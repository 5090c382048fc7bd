import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { SSMClient } from '@aws-sdk/client-ssm';
import { awsError, OFFLINE, scriptedClient } from '@central-ingress/testing';
import type { Calls, Script } from '@central-ingress/testing';
import { balancerLeftovers } from './balancer-leftovers';
import { logLeftovers } from './log-leftovers';
import { clusterProof, networkLeftovers } from './network-leftovers';
import { removeLeftover } from './remove-leftover';
import type { Leftover } from './workplace';

const accountId = '222222222222';
const place = {
  accountId,
  vpcId: 'vpc-1',
  cluster: 'acme-payments',
  isStackOfTenant: (stack: string) => stack.startsWith('payments-'),
};
const tag = (Key: string, Value: string) => ({ Key, Value });
const ours = tag('stack', 'payments-networking');
const ofCluster = tag('elbv2.k8s.aws/cluster', 'acme-payments');
const ofOtherCluster = tag('elbv2.k8s.aws/cluster', 'acme-payments-eu');

describe('clusterProof', () => {
  it.each([
    ['cluster.k8s.amazonaws.com/name', 'acme-payments'],
    ['elbv2.k8s.aws/cluster', 'acme-payments'],
    ['aws:eks:cluster-name', 'acme-payments'],
    ['kubernetes.io/cluster/acme-payments', 'owned'],
  ])('is the tag %s=%s', (key, value) => {
    expect(clusterProof([tag('Name', 'x'), tag(key, value)], 'acme-payments')).toBe(`tag ${key}=${value}`);
  });

  it.each([
    ['elbv2.k8s.aws/cluster', 'acme-payments-eu'],
    ['kubernetes.io/cluster/acme-payments', 'shared'],
    ['kubernetes.io/cluster/acme-payments-eu', 'owned'],
    ['Name', 'acme-payments'],
  ])('is not the tag %s=%s', (key, value) => {
    expect(clusterProof([tag(key, value)], 'acme-payments')).toBeUndefined();
  });

  it('is nothing without tags', () => expect(clusterProof(undefined, 'acme-payments')).toBeUndefined());
});

describe('networkLeftovers', () => {
  const eni = (NetworkInterfaceId: string, more: object = {}) => ({ NetworkInterfaceId, Status: 'available', ...more });
  const look = (interfaces: readonly object[], groups: readonly object[] = [], calls: Calls = []) =>
    networkLeftovers(
      scriptedClient(
        new EC2Client(OFFLINE),
        {
          DescribeVpcEndpoints: () => ({ VpcEndpoints: [{ NetworkInterfaceIds: ['eni-endpoint'] }] }),
          DescribeNetworkInterfaces: () => ({ NetworkInterfaces: interfaces }),
          DescribeSecurityGroups: () => ({ SecurityGroups: groups }),
        },
        calls,
      ),
      place,
    );

  it('proves free interfaces of the cluster, and only tells of used and strange ones', async () => {
    const found = await look([
      eni('eni-endpoint'),
      eni('eni-free', { TagSet: [ofCluster], Description: 'aws-K8S-i-1' }),
      eni('eni-used', { TagSet: [ofCluster], Status: 'in-use' }),
      eni('eni-other', { TagSet: [ofOtherCluster] }),
      eni('eni-bare'),
    ]);
    expect(found).toEqual([
      {
        kind: 'network interface',
        id: 'eni-free',
        accountId,
        says: 'aws-K8S-i-1',
        proof: 'tag elbv2.k8s.aws/cluster=acme-payments',
      },
      { kind: 'network interface', id: 'eni-used', accountId, says: 'in-use' },
      { kind: 'network interface', id: 'eni-other', accountId },
      { kind: 'network interface', id: 'eni-bare', accountId },
    ]);
  });

  it('proves groups of the cluster, and leaves out the default one and those of a state', async () => {
    const group = (GroupId: string, GroupName: string, ...Tags: object[]) => ({ GroupId, GroupName, Tags });
    const found = await look(
      [],
      [
        group('sg-0', 'default'),
        group('sg-1', 'acme-payments-endpoints', ours),
        group('sg-2', 'k8s-traffic-1', ofCluster),
        group('sg-3', 'by-hand', tag('stack', 'storefront-networking')),
      ],
    );
    expect(found.map(({ id, says, proof }) => [id, says, Boolean(proof)])).toEqual([
      ['sg-2', 'k8s-traffic-1', true],
      ['sg-3', 'by-hand', false],
    ]);
  });

  it("asks only for the tenant's VPC", async () => {
    const calls: Calls = [];
    await look([], [], calls);
    expect(calls).toHaveLength(3);
    for (const [, { Filters }] of calls) expect(Filters).toEqual([{ Name: 'vpc-id', Values: ['vpc-1'] }]);
  });
});

describe('balancerLeftovers', () => {
  const tags: Readonly<Record<string, readonly object[]>> = {
    'arn:lb-1': [ofCluster],
    'arn:tg-1': [ofCluster],
    'arn:lb-2': [ours],
  };
  const elb = scriptedClient(new ElasticLoadBalancingV2Client(OFFLINE), {
    DescribeLoadBalancers: () => ({
      LoadBalancers: [
        { LoadBalancerArn: 'arn:lb-1', LoadBalancerName: 'k8s-1', VpcId: 'vpc-1' },
        { LoadBalancerArn: 'arn:lb-2', LoadBalancerName: 'acme-payments-nlb', VpcId: 'vpc-1' },
        { LoadBalancerArn: 'arn:lb-3', LoadBalancerName: 'by-hand', VpcId: 'vpc-1' },
        { LoadBalancerArn: 'arn:lb-4', LoadBalancerName: 'elsewhere', VpcId: 'vpc-2' },
      ],
    }),
    DescribeTargetGroups: () => ({
      TargetGroups: [{ TargetGroupArn: 'arn:tg-1', TargetGroupName: 'k8s-tg', VpcId: 'vpc-1' }],
    }),
    DescribeTags: ({ ResourceArns }) => ({
      TagDescriptions: (ResourceArns as string[]).map((ResourceArn) => ({
        ResourceArn,
        Tags: tags[ResourceArn] ?? [],
      })),
    }),
  });

  it('proves what the controller of the cluster has made in the VPC, and tells of what is strange there', async () => {
    const found = await balancerLeftovers(elb, place);
    expect(found.map(({ kind, id, proof }) => [kind, id, Boolean(proof)])).toEqual([
      ['load balancer', 'arn:lb-1', true],
      ['load balancer', 'arn:lb-3', false],
      ['target group', 'arn:tg-1', true],
    ]);
  });
});

describe('logLeftovers', () => {
  it('proves the groups that bear the exact name of the tenant, and only tells of what agents have made', async () => {
    const names = [
      '/aws/eks/acme-payments/cluster',
      '/aws/eks/acme-payments/cluster-old',
      'acme-payments-flow-logs',
      '/aws/containerinsights/acme-payments/application',
    ];
    const logs = scriptedClient(new CloudWatchLogsClient(OFFLINE), {
      DescribeLogGroups: ({ logGroupNamePrefix }) => ({
        logGroups: names
          .filter((name) => name.startsWith(String(logGroupNamePrefix)))
          .map((logGroupName) => ({ logGroupName })),
      }),
    });
    const found = await logLeftovers(logs, { accountId, namePrefix: 'acme', connectionName: 'payments' });
    expect(found.map(({ id, proof }) => [id, Boolean(proof)])).toEqual([
      ['/aws/eks/acme-payments/cluster', true],
      ['acme-payments-flow-logs', true],
      ['/aws/containerinsights/acme-payments/application', false],
    ]);
  });
});

describe('removeLeftover', () => {
  const remove = async (leftover: Pick<Leftover, 'kind' | 'id'> & { readonly proof?: string }, script: Script = {}) => {
    const calls: Calls = [];
    const all = {
      DeleteLoadBalancer: () => ({}),
      DeleteTargetGroup: () => ({}),
      DeleteNetworkInterface: () => ({}),
      DeleteSecurityGroup: () => ({}),
      DeleteLogGroup: () => ({}),
      RevokeSecurityGroupIngress: () => ({}),
      RevokeSecurityGroupEgress: () => ({}),
      DescribeSecurityGroupRules: () => ({ SecurityGroupRules: [] }),
      ...script,
    };
    const hands = {
      ec2: scriptedClient(new EC2Client(OFFLINE), all, calls),
      elb: scriptedClient(new ElasticLoadBalancingV2Client(OFFLINE), all, calls),
      logs: scriptedClient(new CloudWatchLogsClient(OFFLINE), all, calls),
      ssm: scriptedClient(new SSMClient(OFFLINE), all, calls),
    };
    await removeLeftover(hands, { accountId, ...leftover });
    return calls;
  };
  const proof = 'tag';

  it.each([
    ['load balancer', ['DeleteLoadBalancer', { LoadBalancerArn: 'x' }]],
    ['target group', ['DeleteTargetGroup', { TargetGroupArn: 'x' }]],
    ['network interface', ['DeleteNetworkInterface', { NetworkInterfaceId: 'x' }]],
    ['log group', ['DeleteLogGroup', { logGroupName: 'x' }]],
  ] as const)('removes a %s', async (kind, call) => {
    expect(await remove({ kind, id: 'x', proof })).toEqual([call]);
  });

  it("takes a group's own rules first, so that two groups that name each other can go", async () => {
    const rules = [
      { SecurityGroupRuleId: 'sgr-in', IsEgress: false },
      { SecurityGroupRuleId: 'sgr-out', IsEgress: true },
    ];
    const script = { DescribeSecurityGroupRules: () => ({ SecurityGroupRules: rules }) };
    expect((await remove({ kind: 'security group', id: 'sg-1', proof }, script)).slice(1)).toEqual([
      ['RevokeSecurityGroupIngress', { GroupId: 'sg-1', SecurityGroupRuleIds: ['sgr-in'] }],
      ['RevokeSecurityGroupEgress', { GroupId: 'sg-1', SecurityGroupRuleIds: ['sgr-out'] }],
      ['DeleteSecurityGroup', { GroupId: 'sg-1' }],
    ]);
  });

  it('rejects what nothing proves to be the tenant', async () => {
    await expect(remove({ kind: 'security group', id: 'sg-1' })).rejects.toThrow(
      'security group sg-1: nothing proves whose it is; it is not removed.',
    );
  });

  it("passes AWS's refusal on", async () => {
    const script = { DeleteTargetGroup: () => awsError('ResourceInUse', 'is in use') };
    await expect(remove({ kind: 'target group', id: 'x', proof }, script)).rejects.toThrow('is in use');
  });
});
