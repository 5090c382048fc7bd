import { exampleDirectTenant, exampleInternetVpc, examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { awsError } from '@central-ingress/testing';
import type { Script } from '@central-ingress/testing';
import { liveConnections, protectedNlb, recordsToAlb, rulesToTenant, serviceBeforeNlb } from './obstacles';
import type { ObstacleSources } from './obstacles';
import { scriptedAccount } from './rehearsal/scripted-account';

const NLB = { LoadBalancerArn: 'arn:nlb', LoadBalancerName: 'acme-payments-nlb' };
const SERVICE: Script = {
  DescribeLoadBalancers: () => ({ LoadBalancers: [NLB] }),
  DescribeLoadBalancerAttributes: () => ({ Attributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }] }),
  DescribeListeners: () => ({ Listeners: [] }),
  DescribeVpcEndpointServiceConfigurations: () => ({
    ServiceConfigurations: [{ ServiceId: 'vpce-svc-1', NetworkLoadBalancerArns: ['arn:nlb'] }],
  }),
  DescribeVpcEndpointServicePermissions: () => ({ AllowedPrincipals: [] }),
  DescribeVpcEndpointConnections: () => ({
    VpcEndpointConnections: [
      { VpcEndpointId: 'vpce-1', VpcEndpointOwner: '111111111111', VpcEndpointState: 'available' },
      { VpcEndpointId: 'vpce-2', VpcEndpointOwner: '111111111111', VpcEndpointState: 'deleted' },
      { VpcEndpointId: 'vpce-3', VpcEndpointOwner: '111111111111', VpcEndpointState: 'rejected' },
    ],
  }),
};
const CENTRAL: Script = {
  DescribeLoadBalancers: () => ({ LoadBalancers: [{ LoadBalancerArn: 'arn:alb', DNSName: 'ALB.elb.amazonaws.com' }] }),
  DescribeListeners: () => ({ Listeners: [{ ListenerArn: 'arn:443', Port: 443 }] }),
  DescribeListenerCertificates: () => ({ Certificates: [] }),
  DescribeTargetGroups: () => ({ TargetGroups: [{ TargetGroupArn: 'arn:tg' }] }),
  DescribeTargetHealth: () => ({ TargetHealthDescriptions: [] }),
  DescribeRules: () => ({
    Rules: [
      { RuleArn: 'arn:rule-1', Actions: [{ TargetGroupArn: 'arn:tg' }] },
      { RuleArn: 'arn:rule-2', Actions: [{ TargetGroupArn: 'arn:tg-of-another' }] },
    ],
  }),
  ListHostedZonesByName: () => ({ HostedZones: [{ Id: '/hostedzone/Z1', Name: 'apps.example.com.' }] }),
  GetHostedZone: () => ({ DelegationSet: { NameServers: [] } }),
  ListResourceRecordSets: ({ StartRecordName }) => ({
    ResourceRecordSets: [
      { Name: `${StartRecordName}.`, Type: 'A', AliasTarget: { DNSName: 'alb.elb.amazonaws.com.' } },
    ],
  }),
};
const sources = (service: Script, central: Script, more: Partial<ObstacleSources> = {}): ObstacleSources => ({
  platform: examplePlatform(),
  tenant: exampleTenant(),
  internetVpc: exampleInternetVpc(),
  central: scriptedAccount('111111111111', { ...CENTRAL, ...central }).eyes,
  service: scriptedAccount('222222222222', { ...SERVICE, ...service }).eyes,
  ...more,
});
const gone = { DescribeLoadBalancers: () => awsError('LoadBalancerNotFoundException') };

describe('protectedNlb', () => {
  it('names the file, the load balancer and the way out', async () => {
    expect(await protectedNlb(sources({}, {}))).toEqual([
      'apps/eks-service-account/tenants/payments/tenant.yaml: deletionProtection: the load balancer acme-payments-nlb ' +
        'refuses to be deleted; expected false. Set it to false and run npx ingress deploy payments.',
    ]);
  });

  it('finds none when the protection is off, or the load balancer gone', async () => {
    const off = { DescribeLoadBalancerAttributes: () => ({ Attributes: [] }) };
    expect(await protectedNlb(sources(off, {}))).toEqual([]);
    expect(await protectedNlb(sources(gone, {}))).toEqual([]);
  });

  it('rejects when it may not be asked for', async () => {
    const denied = { DescribeLoadBalancers: () => awsError('AccessDenied') };
    await expect(protectedNlb(sources(denied, {}))).rejects.toThrow(/^AccessDenied: needs /);
  });

  it('rejects when AWS fails, whatever it says', async () => {
    const failed = { DescribeLoadBalancers: () => awsError('InternalFailure', 'the shard does not exist') };
    await expect(protectedNlb(sources(failed, {}))).rejects.toThrow('InternalFailure: the shard does not exist');
  });
});

describe('recordsToAlb', () => {
  it('names a record that leads to the ALB though no state holds it', async () => {
    expect(await recordsToAlb(sources({}, {}))).toEqual([
      'record payments.apps.example.com: leads to alb.elb.amazonaws.com, and the state of payments-connection does ' +
        'not hold it; expected none. Remove it, or bring it into the state.',
    ]);
  });

  it('knows the ALB also by the name that the console of Route 53 writes', async () => {
    const byHand = {
      ListResourceRecordSets: ({ StartRecordName }: { StartRecordName?: unknown }) => ({
        ResourceRecordSets: [
          { Name: `${StartRecordName}.`, Type: 'A', AliasTarget: { DNSName: 'dualstack.alb.elb.amazonaws.com.' } },
        ],
      }),
    };
    expect(await recordsToAlb(sources({}, byHand))).toEqual(await recordsToAlb(sources({}, {})));
  });

  it('finds none where the record is gone, or leads elsewhere', async () => {
    expect(await recordsToAlb(sources({}, { ListResourceRecordSets: () => ({ ResourceRecordSets: [] }) }))).toEqual([]);
    const elsewhere = {
      ListResourceRecordSets: ({ StartRecordName }: { StartRecordName?: unknown }) => ({
        ResourceRecordSets: [
          { Name: `${StartRecordName}.`, Type: 'A', AliasTarget: { DNSName: 'other.example.com.' } },
        ],
      }),
    };
    expect(await recordsToAlb(sources({}, elsewhere))).toEqual([]);
  });

  it('has nothing to ask for a tenant that has no ALB', async () => {
    const { platform, central, service } = sources({}, {});
    expect(await recordsToAlb({ platform, central, service, tenant: exampleDirectTenant() })).toEqual([]);
  });
});

describe('rulesToTenant', () => {
  it("names the rules that send to the tenant's target group, and no other", async () => {
    expect(await rulesToTenant(sources({}, {}))).toEqual([
      'listener rule arn:rule-1: still sends requests to acme-payments; expected none. Remove it.',
    ]);
  });
});

describe('liveConnections', () => {
  it('names each connection that has not ended, and how to end it', async () => {
    expect(await liveConnections(sources({}, {}))).toEqual([
      'endpoint vpce-1 of account 111111111111: is available at vpce-svc-1; expected no live connection. Delete it ' +
        'there, or cut it off: aws ec2 reject-vpc-endpoint-connections --service-id vpce-svc-1 --vpc-endpoint-ids vpce-1',
    ]);
  });

  it('finds none without a load balancer or a service', async () => {
    expect(await liveConnections(sources(gone, {}))).toEqual([]);
    const none = { DescribeVpcEndpointServiceConfigurations: () => ({ ServiceConfigurations: [] }) };
    expect(await liveConnections(sources(none, {}))).toEqual([]);
  });

  it('rejects when the connections may not be listed', async () => {
    const denied = { DescribeVpcEndpointConnections: () => awsError('UnauthorizedOperation') };
    await expect(liveConnections(sources(denied, {}))).rejects.toThrow(/^AccessDenied: needs /);
  });
});

describe('serviceBeforeNlb', () => {
  it('names the service that stands before the load balancer', async () => {
    expect(await serviceBeforeNlb(sources({}, {}))).toEqual([
      'endpoint service vpce-svc-1: stands before the load balancer acme-payments-nlb, and no state holds it; ' +
        'expected none. Remove it.',
    ]);
  });
});
