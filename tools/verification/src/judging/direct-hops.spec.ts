import { exampleDirectTenant } from '@central-ingress/fixtures';
import type { DirectPathReadings } from '../reading/direct-path';
import { found, missing, untried, valueOf } from '../reading/reading';
import type { Reading } from '../reading/reading';
import { amend } from '../rehearsal/cases';
import { healthyDirectPath, partnerExpectation } from '../rehearsal/healthy-direct-path';
import { certificateUntil } from '../rehearsal/healthy-path';
import type { Verdict } from '../verification';
import { judgeDirectControlPlane } from './direct-hops';

const HOST = 'partner-api.apps.example.com';
const OPEN = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const direct = exampleDirectTenant();
/** The first item of a list with some fields other than they were. */
function amendFirst<T extends object>(reading: Reading<readonly T[]>, change: Partial<T>): Reading<readonly T[]> {
  const [first, ...rest] = valueOf(reading) ?? [];
  return found([{ ...first, ...change } as T, ...rest]);
}

describe('judgeDirectControlPlane', () => {
  it('has nothing to say against a path on which everything is as it must be', () => {
    const hops = judgeDirectControlPlane(healthyDirectPath(), partnerExpectation());
    expect(hops.filter(({ verdict }) => verdict !== 'ok').map(({ name, verdict }) => [name, verdict])).toEqual([
      ['WAF', 'skipped'],
    ]);
    expect(hops.map(({ name, subject }) => `${name} ${subject}`)).toEqual([
      'hosted zone apps.example.com',
      `DNS record ${HOST}`,
      'NLB acme-partner-api-nlb',
      'WAF acme-partner-api-nlb',
      'security group of acme-partner-api-nlb',
      'public subnets of acme-partner-api-nlb',
      'listeners of acme-partner-api-nlb',
      `certificate ${HOST}`,
      'target groups of acme-partner-api-nlb',
      'pods of acme-partner-api-nlb',
      'EKS cluster acme-partner-api',
    ]);
  });

  it.each<readonly [string, Verdict, string, (path: DirectPathReadings) => Partial<DirectPathReadings>]>([
    ['WAF', 'skipped', 'not part of a direct tenant: an NLB takes no web ACL', () => ({})],
    [
      'DNS record',
      'fail',
      `record ${HOST} does not exist`,
      ({ names }) => ({ names: { ...names, records: new Map([[HOST, missing(`record ${HOST}`)]]) } }),
    ],
    [
      'DNS record',
      'fail',
      `${HOST} leads to acme-partner-api-nlb-1.elb.amazonaws.com; expected second.elb.amazonaws.com`,
      ({ nlb }) => ({ nlb: { ...nlb, balancer: amend(nlb.balancer, { DNSName: 'second.elb.amazonaws.com' }) } }),
    ],
    [
      'NLB',
      'fail',
      'load balancer acme-partner-api-nlb does not exist',
      ({ nlb }) => ({ nlb: { ...nlb, balancer: missing('load balancer acme-partner-api-nlb') } }),
    ],
    [
      'NLB',
      'fail',
      'state provisioning; expected active',
      ({ nlb }) => ({ nlb: { ...nlb, balancer: amend(nlb.balancer, { State: { Code: 'provisioning' } }) } }),
    ],
    [
      'NLB',
      'fail',
      'scheme internal; expected internet-facing',
      ({ nlb }) => ({ nlb: { ...nlb, balancer: amend(nlb.balancer, { Scheme: 'internal' }) } }),
    ],
    [
      'NLB',
      'fail',
      'type application; expected network',
      ({ nlb }) => ({ nlb: { ...nlb, balancer: amend(nlb.balancer, { Type: 'application' }) } }),
    ],
    ['security group', 'fail', 'no security group: everybody may connect', () => ({ securityGroups: found([]) })],
    [
      'security group',
      'fail',
      'TCP 443 from 0.0.0.0/0 is not let in',
      () => ({ securityGroups: found([{ IpPermissions: [] }]) }),
    ],
    [
      'security group',
      'fail',
      "TCP 22-23 from ::/0 is let in, which the tenant's file does not allow",
      () => ({
        securityGroups: found([
          {
            IpPermissions: [OPEN, { IpProtocol: 'tcp', FromPort: 22, ToPort: 23, Ipv6Ranges: [{ CidrIpv6: '::/0' }] }],
          },
        ]),
      }),
    ],
    [
      'security group',
      'fail',
      "everything from sg-9 is let in, which the tenant's file does not allow",
      () => ({
        securityGroups: found([
          { IpPermissions: [OPEN, { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-9' }] }] },
        ]),
      }),
    ],
    [
      'public subnets',
      'fail',
      'AZs euc1-az1; expected euc1-az1, euc1-az2, euc1-az3',
      () => ({ subnets: found([{ SubnetId: 'subnet-1', AvailabilityZoneId: 'euc1-az1' }]) }),
    ],
    [
      'public subnets',
      'fail',
      'subnet-2 has no route 0.0.0.0/0 to an internet gateway',
      ({ routeTables }) => ({ routeTables: amendFirst(routeTables, { Associations: [{ SubnetId: 'subnet-1' }] }) }),
    ],
    [
      'public subnets',
      'fail',
      'subnet-1 has no route 0.0.0.0/0 to an internet gateway',
      ({ routeTables }) => ({
        routeTables: amendFirst(routeTables, {
          Routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'blackhole' }],
        }),
      }),
    ],
    [
      'public subnets',
      'skipped',
      'AccessDenied: needs ec2:DescribeRouteTables',
      () => ({ routeTables: untried('AccessDenied: needs ec2:DescribeRouteTables') }),
    ],
    ['listeners', 'fail', 'no listener on 443', ({ nlb }) => ({ nlb: { ...nlb, listeners: found([]) } })],
    [
      'listeners',
      'fail',
      'port 443: protocol TCP; expected TLS',
      ({ nlb }) => ({ nlb: { ...nlb, listeners: amendFirst(nlb.listeners, { Protocol: 'TCP' }) } }),
    ],
    [
      'listeners',
      'fail',
      'TLS policy ELBSecurityPolicy-2016-08; expected one that takes TLS 1.2 and 1.3 only',
      ({ nlb }) => ({
        nlb: { ...nlb, listeners: amendFirst(nlb.listeners, { SslPolicy: 'ELBSecurityPolicy-2016-08' }) },
      }),
    ],
    [
      'listeners',
      'warn',
      "also listens on 80, which the tenant's file does not name",
      ({ nlb }) => ({
        nlb: { ...nlb, listeners: found([...(valueOf(nlb.listeners) ?? []), { Port: 80, Protocol: 'TCP' as const }]) },
      }),
    ],
    ['certificate', 'fail', `no certificate of the listener has the name ${HOST}`, () => ({ certificates: found([]) })],
    [
      'certificate',
      'fail',
      `${HOST} (for ${HOST}) expires in 9 days; expected more than 30 days`,
      () => ({ certificates: found([certificateUntil('2026-12-01', HOST)]) }),
    ],
    ['target groups', 'fail', 'no target group', () => ({ targetGroups: found([]) })],
    [
      'target groups',
      'fail',
      'targets by instance; expected ip',
      ({ targetGroups }) => ({
        targetGroups: amendFirst(targetGroups, { targetGroup: { TargetType: 'instance', Protocol: 'TCP' } }),
      }),
    ],
    [
      'target groups',
      'fail',
      'protocol TLS; expected TCP',
      ({ targetGroups }) => ({
        targetGroups: amendFirst(targetGroups, { targetGroup: { TargetType: 'ip', Protocol: 'TLS' } }),
      }),
    ],
    [
      'pods',
      'fail',
      'no pod is registered',
      ({ targetGroups }) => ({ targetGroups: amendFirst(targetGroups, { targets: [] }) }),
    ],
    [
      'pods',
      'fail',
      '10.11.3.4:8080 is unhealthy (Target.FailedHealthChecks)',
      ({ targetGroups }) => ({
        targetGroups: amendFirst(targetGroups, {
          targets: [
            {
              Target: { Id: '10.11.3.4', Port: 8080 },
              TargetHealth: { State: 'unhealthy', Reason: 'Target.FailedHealthChecks' },
            },
          ],
        }),
      }),
    ],
    [
      'EKS cluster',
      'fail',
      'state FAILED; expected ACTIVE',
      ({ cluster }) => ({ cluster: amend(cluster, { status: 'FAILED' }) }),
    ],
  ])('%s: %s: %s', (name, verdict, what, change) => {
    const path = { ...healthyDirectPath(), ...change(healthyDirectPath()) };
    const hop = judgeDirectControlPlane(path, partnerExpectation()).find((each) => each.name === name);
    expect([hop?.verdict, hop?.findings.filter((each) => each.verdict === verdict).map((each) => each.what)]).toEqual([
      verdict,
      expect.arrayContaining([what]),
    ]);
    for (const finding of hop?.findings ?? []) {
      expect([finding.what, Boolean(finding.fix)]).toEqual([finding.what, ['warn', 'fail'].includes(finding.verdict)]);
    }
  });

  it('expects plain listeners where the tenant ends no TLS at its NLB', () => {
    const plain = { ...direct, exposure: { ...direct.exposure, ports: [80], sslPorts: [] } };
    const path = { ...healthyDirectPath(), certificates: found([]) };
    const nlb = { ...path.nlb, listeners: found([{ Port: 80, Protocol: 'TCP' as const }]) };
    const hops = judgeDirectControlPlane({ ...path, nlb }, partnerExpectation(plain));
    const textOf = (name: string) => hops.find((hop) => hop.name === name)?.findings.map(({ what }) => what);
    expect(textOf('listeners')).toEqual(['port 80: protocol TCP']);
    expect(textOf('certificate')).toEqual(['the NLB ends no TLS']);
  });

  it('takes either protocol towards pods that end TLS themselves', () => {
    const inCluster = { ...direct, inClusterTls: { secretName: 'ingress-tls' } };
    const path = healthyDirectPath();
    const targetGroups = amendFirst(path.targetGroups, { targetGroup: { TargetType: 'ip', Protocol: 'TLS' } });
    const hops = judgeDirectControlPlane({ ...path, targetGroups }, partnerExpectation(inCluster));
    expect(hops.find(({ name }) => name === 'target groups')?.verdict).toBe('ok');
  });
});
