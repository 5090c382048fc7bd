import type { CertificateDetail } from '@aws-sdk/client-acm';
import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
import { centralTenants } from '@central-ingress/config';
import type { World } from '@central-ingress/config';
import { exampleWorld } from '@central-ingress/fixtures';
import { expectationOf } from '../judging/expectation';
import type { Expectation } from '../judging/expectation';
import { found } from '../reading/reading';
import type { RequestPathReadings } from '../reading/request-path';

/** The present time of specs. */
export const NOW = new Date('2026-11-21T12:00:00Z');

const ALB_ARN = 'arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/app/acme-main-alb/1';
/** Target group of the tenant `payments`. */
export const TARGET_GROUP_ARN = 'arn:aws:elasticloadbalancing:eu-central-1:111111111111:targetgroup/acme-payments/2';
const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';
const SERVICE_NAME = 'com.amazonaws.vpce.eu-central-1.vpce-svc-1';
const ADDRESSES = ['10.12.0.10', '10.12.2.10', '10.12.4.10'];
const AZ_IDS = ['euc1-az1', 'euc1-az2', 'euc1-az3'];

/** EC2 answers in small letters, whatever the SDK's types say. */
const AVAILABLE = 'available' as 'Available';

/** What must hold for the tenant `payments` of the example world. */
export function paymentsExpectation(world: World = exampleWorld()): Expectation {
  const [payments] = centralTenants(world);
  if (!payments) throw new RangeError('the world has no tenant');
  return expectationOf(world, payments, NOW);
}

/** An action that sends to target groups. */
export function forwardTo(...arns: readonly string[]): Action {
  return {
    Type: 'forward',
    TargetGroupArn: arns[0],
    ForwardConfig: { TargetGroups: arns.map((TargetGroupArn) => ({ TargetGroupArn })) },
  };
}

/** An issued certificate that ends on a day. */
export function certificateUntil(end: string, ...names: readonly string[]): CertificateDetail {
  return {
    DomainName: names[0],
    SubjectAlternativeNames: [...names],
    Status: 'ISSUED',
    Type: 'AMAZON_ISSUED',
    NotAfter: new Date(end),
  };
}

/** The zone of the example domain, delegated and alone of its name. */
export function healthyZones(): RequestPathReadings['names']['zones'] {
  const zone = { name: 'apps.example.com', id: 'Z1', nameServers: ['ns-1.awsdns-01.org'], namesakes: 1 };
  return new Map([[zone.name, found(zone)]]);
}

/** The path of `payments` with everything as it must be; a new object at each call. */
export function healthyPath(): RequestPathReadings {
  return {
    names: {
      zones: healthyZones(),
      records: new Map([
        [
          'payments.apps.example.com',
          found({
            Name: 'payments.apps.example.com.',
            Type: 'A' as const,
            AliasTarget: {
              HostedZoneId: 'Z2',
              DNSName: 'dualstack.acme-main-alb-1.elb.amazonaws.com.',
              EvaluateTargetHealth: true,
            },
          }),
        ],
      ]),
    },
    alb: {
      balancer: found({
        LoadBalancerName: 'acme-main-alb',
        LoadBalancerArn: ALB_ARN,
        DNSName: 'acme-main-alb-1.elb.amazonaws.com',
        Scheme: 'internet-facing' as const,
        State: { Code: 'active' as const },
      }),
      listeners: found([
        {
          Port: 80,
          Protocol: 'HTTP' as const,
          DefaultActions: [
            {
              Type: 'redirect' as const,
              RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' as const },
            },
          ],
        },
      ]),
      secure: found({
        Port: 443,
        Protocol: 'HTTPS' as const,
        SslPolicy: TLS_POLICY,
        DefaultActions: [{ Type: 'fixed-response' as const, FixedResponseConfig: { StatusCode: '404' } }],
      }),
      certificates: found([certificateUntil('2027-10-01', 'apps.example.com', '*.apps.example.com')]),
    },
    accessLogs: found({
      enabled: true,
      place: 's3://acme-main-alb-logs-111111111111/access',
      newest: found({ key: 'access/x.log.gz', at: new Date('2026-11-21T11:55:00Z') }),
    }),
    rules: found([
      {
        Priority: '21',
        IsDefault: false,
        Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['payments.apps.example.com'] } }],
        Actions: [forwardTo(TARGET_GROUP_ARN)],
      },
      {
        Priority: '41',
        IsDefault: false,
        Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['storefront.apps.example.com'] } }],
        Actions: [forwardTo('arn:other/acme-storefront/3')],
      },
      { Priority: 'default', IsDefault: true, Conditions: [], Actions: [{ Type: 'fixed-response' as const }] },
    ]),
    webAcl: found({
      Name: 'acme-main-alb',
      Id: '1',
      ARN: 'arn:acl',
      DefaultAction: { Allow: {} },
      VisibilityConfig: undefined,
      Rules: [],
    }),
    wafLogging: found({
      ResourceArn: 'arn:acl',
      LogDestinationConfigs: ['arn:aws:logs:eu-central-1:111111111111:log-group:aws-waf-logs-acme-main'],
    }),
    route: {
      targetGroup: found({
        TargetGroupName: 'acme-payments',
        TargetGroupArn: TARGET_GROUP_ARN,
        Protocol: 'HTTPS' as const,
        Port: 443,
        TargetType: 'ip' as const,
        VpcId: 'vpc-1',
        HealthCheckPath: '/',
        LoadBalancerArns: [ALB_ARN],
      }),
      health: found(
        ADDRESSES.map((Id) => ({ Target: { Id, Port: 443 }, TargetHealth: { State: 'healthy' as const } })),
      ),
    },
    serviceName: found(SERVICE_NAME),
    privateLink: {
      endpoint: found({ VpcEndpointId: 'vpce-1', State: AVAILABLE, VpcId: 'vpc-1', ServiceName: SERVICE_NAME }),
      others: found([]),
      interfaces: found(ADDRESSES.map((PrivateIpAddress) => ({ PrivateIpAddress }))),
      subnets: found(AZ_IDS.map((AvailabilityZoneId) => ({ AvailabilityZoneId }))),
      service: found({
        ServiceName: SERVICE_NAME,
        ServiceId: 'vpce-svc-1',
        ServiceState: 'Available' as const,
        AcceptanceRequired: false,
      }),
      principals: found(['arn:aws:iam::111111111111:role/acme/acme-connection-role']),
      connections: found([{ VpcEndpointId: 'vpce-1', VpcEndpointOwner: '111111111111', VpcEndpointState: AVAILABLE }]),
    },
    nlb: {
      balancer: found({
        LoadBalancerName: 'acme-payments-nlb',
        Scheme: 'internal' as const,
        State: { Code: 'active' as const },
        SecurityGroups: ['sg-1'],
        EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off',
      }),
      listeners: found([]),
      secure: found({ Port: 443, Protocol: 'TLS' as const, SslPolicy: TLS_POLICY }),
      certificates: found([certificateUntil('2027-10-01', 'payments.apps.example.com')]),
    },
    pods: {
      targetGroup: found({ TargetGroupName: 'acme-payments-pods' }),
      health: found([{ Target: { Id: '10.11.3.4', Port: 8080 }, TargetHealth: { State: 'healthy' as const } }]),
    },
    cluster: found({
      status: 'ACTIVE' as const,
      version: '1.35',
      resourcesVpcConfig: {
        endpointPublicAccess: false,
        endpointPrivateAccess: true,
        publicAccessCidrs: [],
      },
    }),
  };
}
