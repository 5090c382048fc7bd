import type { DirectTenant } from '@central-ingress/config';
import { exampleDirectTenant, exampleWorld } from '@central-ingress/fixtures';
import { directExpectation } from '../judging/direct-expectation';
import type { DirectExpectation } from '../judging/direct-expectation';
import type { DirectPathReadings } from '../reading/direct-path';
import { found } from '../reading/reading';
import { certificateUntil, healthyZones, NOW } from './healthy-path';

const NLB = 'acme-partner-api-nlb';
const HOST = 'partner-api.apps.example.com';
const SUBNETS = ['euc1-az1', 'euc1-az2', 'euc1-az3'].map((AvailabilityZoneId, index) => ({
  SubnetId: `subnet-${index + 1}`,
  AvailabilityZoneId,
}));

/** What must hold for the direct tenant `partner-api`. */
export function partnerExpectation(tenant: DirectTenant = exampleDirectTenant()): DirectExpectation {
  return directExpectation({ ...exampleWorld(), tenants: [tenant] }, tenant, NOW);
}

/** The path of `partner-api` with everything as it must be; a new object at each call. */
export function healthyDirectPath(): DirectPathReadings {
  return {
    names: {
      zones: healthyZones(),
      records: new Map([
        [
          HOST,
          found({
            Name: `${HOST}.`,
            Type: 'A' as const,
            AliasTarget: { HostedZoneId: 'Z3', DNSName: `${NLB}-1.elb.amazonaws.com.`, EvaluateTargetHealth: true },
          }),
        ],
      ]),
    },
    nlb: {
      balancer: found({
        LoadBalancerName: NLB,
        DNSName: `${NLB}-1.elb.amazonaws.com`,
        Type: 'network' as const,
        Scheme: 'internet-facing' as const,
        State: { Code: 'active' as const },
      }),
      listeners: found([
        { Port: 443, Protocol: 'TLS' as const, SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09' },
      ]),
    },
    certificates: found([certificateUntil('2027-10-01', HOST)]),
    securityGroups: found([
      {
        GroupId: 'sg-1',
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      },
      { GroupId: 'sg-2', IpPermissions: [] },
    ]),
    subnets: found(SUBNETS),
    routeTables: found([
      {
        Associations: SUBNETS.map(({ SubnetId }) => ({ SubnetId })),
        Routes: [
          { DestinationCidrBlock: '10.11.0.0/16', GatewayId: 'local' },
          { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' },
        ],
      },
    ]),
    targetGroups: found([
      {
        targetGroup: { TargetGroupName: 'k8s-1', TargetType: 'ip' as const, Protocol: 'TCP' as const },
        targets: [{ Target: { Id: '10.11.3.4', Port: 8080 }, TargetHealth: { State: 'healthy' as const } }],
      },
    ]),
    cluster: found({
      status: 'ACTIVE' as const,
      version: '1.35',
      resourcesVpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: true, publicAccessCidrs: [] },
    }),
  };
}
