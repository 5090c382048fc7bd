import { exampleDirectTenant, examplePlatform } from '@central-ingress/fixtures';
import { awsError } from '@central-ingress/testing';
import type { Script } from '@central-ingress/testing';
import { scriptedClients } from '../rehearsal/scripted-clients';
import { readDirectPath } from './direct-path';
import { found, lacking, missing, untried, valueOf } from './reading';

const HOST = 'partner-api.apps.example.com';
const CENTRAL: Script = {
  ListHostedZonesByName: () => ({ HostedZones: [{ Id: '/hostedzone/Z1', Name: 'apps.example.com.' }] }),
  GetHostedZone: () => ({ DelegationSet: { NameServers: ['ns-1.awsdns-01.org'] } }),
  ListResourceRecordSets: () => ({ ResourceRecordSets: [{ Name: `${HOST}.`, Type: 'A' }] }),
};
const NLB = {
  LoadBalancerName: 'acme-partner-api-nlb',
  LoadBalancerArn: 'arn:nlb',
  SecurityGroups: ['sg-1'],
  AvailabilityZones: [{ SubnetId: 'subnet-1' }, { SubnetId: 'subnet-2' }],
};
const SERVICE: Script = {
  DescribeLoadBalancers: ({ Names }) =>
    (Names as string[])[0] === NLB.LoadBalancerName ? { LoadBalancers: [NLB] } : awsError('LoadBalancerNotFound'),
  DescribeListeners: () => ({
    Listeners: [
      { ListenerArn: 'arn:443', Port: 443, Protocol: 'TLS' },
      { ListenerArn: 'arn:8443', Port: 8443, Protocol: 'TLS' },
      { ListenerArn: 'arn:80', Port: 80, Protocol: 'TCP' },
    ],
  }),
  DescribeListenerCertificates: ({ ListenerArn }) => ({
    Certificates: [{ CertificateArn: `arn:aws:acm:x:1:${String(ListenerArn)}` }],
  }),
  DescribeCertificate: ({ CertificateArn }) => ({ Certificate: { CertificateArn } }),
  DescribeSecurityGroups: ({ GroupIds }) => ({
    SecurityGroups: (GroupIds as string[]).map((GroupId) => ({ GroupId })),
  }),
  DescribeSubnets: ({ SubnetIds }) => ({ Subnets: (SubnetIds as string[]).map((SubnetId) => ({ SubnetId })) }),
  DescribeRouteTables: ({ Filters }) => ({
    RouteTables: (Filters as { Values: string[] }[])[0]?.Values.map((SubnetId) => ({ Associations: [{ SubnetId }] })),
  }),
  DescribeTargetGroups: ({ LoadBalancerArn }) => ({
    TargetGroups: [{ TargetGroupArn: `${String(LoadBalancerArn)}-group` }],
  }),
  DescribeTargetHealth: ({ TargetGroupArn }) => ({
    TargetHealthDescriptions: [{ Target: { Id: String(TargetGroupArn) } }],
  }),
  DescribeCluster: ({ name }) => ({ cluster: { name } }),
};

describe('readDirectPath', () => {
  const pathOf = (service: Script) =>
    readDirectPath(examplePlatform(), exampleDirectTenant(), {
      central: scriptedClients('111111111111', CENTRAL),
      service: found(scriptedClients('444444444444', service)),
    });

  it('reads the NLB by its name with all that hangs on it, and the certificates of every listener that ends TLS', async () => {
    const path = await pathOf(SERVICE);
    expect(path.names.records.get(HOST)).toEqual(found({ Name: `${HOST}.`, Type: 'A' }));
    expect(valueOf(path.nlb.balancer)).toEqual(NLB);
    expect(valueOf(path.certificates)?.map(({ CertificateArn }) => CertificateArn)).toEqual([
      'arn:aws:acm:x:1:arn:443',
      'arn:aws:acm:x:1:arn:8443',
    ]);
    expect(valueOf(path.securityGroups)).toEqual([{ GroupId: 'sg-1' }]);
    expect(valueOf(path.subnets)?.map(({ SubnetId }) => SubnetId)).toEqual(['subnet-1', 'subnet-2']);
    expect(valueOf(path.routeTables)).toHaveLength(2);
    expect(valueOf(path.targetGroups)).toEqual([
      { targetGroup: { TargetGroupArn: 'arn:nlb-group' }, targets: [{ Target: { Id: 'arn:nlb-group' } }] },
    ]);
    expect(valueOf(path.cluster)?.name).toBe('acme-partner-api');
  });

  it('says of what hangs on an NLB that it was not asked for where there is none', async () => {
    const path = await pathOf({ ...SERVICE, DescribeLoadBalancers: () => awsError('LoadBalancerNotFound') });
    const nlb = 'load balancer acme-partner-api-nlb';
    expect(path.nlb.balancer).toEqual(missing(nlb));
    expect([path.securityGroups, path.subnets, path.routeTables, path.targetGroups]).toEqual(
      Array(4).fill(lacking(nlb)),
    );
    expect(path.cluster.state).toBe('found');
  });

  it('reads the names alone when the account of the tenant cannot be reached', async () => {
    const path = await readDirectPath(examplePlatform(), exampleDirectTenant(), {
      central: scriptedClients('111111111111', CENTRAL),
      service: untried('no way in'),
    });
    expect(path.names.records.get(HOST)?.state).toBe('found');
    expect([path.nlb.balancer, path.cluster]).toEqual(Array(2).fill(untried('no way in')));
  });
});
