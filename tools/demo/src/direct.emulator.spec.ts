import { DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { DescribeRouteTablesCommand } from '@aws-sdk/client-ec2';
import { CreateLoadBalancerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ListHostedZonesCommand, ListResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { handoverParameter } from '@central-ingress/contract';
import type { TenantDirectIngress } from '@central-ingress/contract';
import { deployStacks } from '@central-ingress/ingress';
import { nlbName } from '@central-ingress/naming';
import { stackGraph } from '@central-ingress/stack-graph';
import { bootstrapAccount } from '@central-ingress/state-bucket';
import type { AccountClients } from './account-clients';
import { openStage } from './stage';
import type { Stage } from './stage';
import { StagedWorld } from './staged-world';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const TENANT = 'partner-api';
const HOST = 'partner-api.apps.example.com';
const TENANT_ACCOUNT = '444444444444';
/** What a direct tenant needs of AWS; its cluster and what runs in it are another suite's. */
const STACKS = [
  'central-roles',
  'main-networking',
  ...['registration', 'roles', 'networking', 'ingress'].map((part) => `${TENANT}-${part}`),
];

describe('a direct tenant on the emulator', () => {
  let stage: Stage;
  let staged: StagedWorld;
  let tenant: AccountClients;
  let handover: TenantDirectIngress;
  const records = async () => {
    const { route53 } = await staged.clientsOf('111111111111');
    const { HostedZones = [] } = await route53.send(new ListHostedZonesCommand({}));
    const found = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: HostedZones[0]?.Id }));
    return (found.ResourceRecordSets ?? []).filter(({ Name }) => Name === `${HOST}.`);
  };

  beforeAll(async () => {
    stage = await openStage('direct', tell);
    staged = new StagedWorld(stage, tell);
    const { world } = staged;
    for (const accountId of ['111111111111', TENANT_ACCOUNT]) await bootstrapAccount(world.platform, accountId);
    const report = await deployStacks({
      action: 'deploy',
      world,
      worldFolder: stage.worldFolder,
      owners: ['central', 'main', TENANT],
      stacks: stackGraph(world).filter(({ name }) => STACKS.includes(name)),
      concurrency: 2,
      print: tell,
    });
    expect(report.stacks.map(({ stack, status }) => [stack, status])).toEqual(STACKS.map((name) => [name, 'done']));
    tenant = await staged.clientsOf(TENANT_ACCOUNT);
    const Name = handoverParameter('acme', 'tenant/direct-ingress', TENANT);
    const { Parameter } = await tenant.ssm.send(new GetParameterCommand({ Name }));
    handover = JSON.parse(Parameter?.Value ?? '') as TenantDirectIngress;
  });
  afterAll(() => stage?.close());

  it("hands over an issued certificate of its host, in the tenant's account", async () => {
    const { Certificate } = await tenant.acm.send(
      new DescribeCertificateCommand({ CertificateArn: handover.certificateArns }),
    );
    expect([Certificate?.DomainName, Certificate?.Status]).toEqual([HOST, 'ISSUED']);
    expect(handover.certificateArns).toMatch(/^arn:aws:acm:eu-central-1:444444444444:certificate\//);
  });

  it('leads the subnets of the NLB to the internet, and no other subnet of its VPC', async () => {
    const { RouteTables = [] } = await tenant.ec2.send(new DescribeRouteTablesCommand({}));
    const open = RouteTables.filter(({ Routes = [] }) => Routes.some(({ GatewayId }) => GatewayId?.startsWith('igw-')));
    const subnets = open.flatMap(({ Associations = [] }) => Associations.flatMap(({ SubnetId }) => SubnetId ?? []));
    expect(subnets.sort()).toEqual(Object.values(handover.publicSubnetIds).sort());
    expect(Object.keys(handover.publicSubnetIds)).toEqual(['euc1-az1', 'euc1-az2', 'euc1-az3']);
  });

  it('is told to clients by its records once the NLB of its fixed name stands, and not before', async () => {
    const before = await staged.act('connect', [TENANT]);
    expect(before.stacks.map(({ status }) => status)).toEqual(['failed']);
    expect(await records()).toEqual([]);

    const { LoadBalancers } = await tenant.elb.send(
      new CreateLoadBalancerCommand({
        Name: nlbName('acme', TENANT),
        Type: 'network',
        Scheme: 'internet-facing',
        Subnets: Object.values(handover.publicSubnetIds),
      }),
    );
    const connected = await staged.act('connect', [TENANT]);
    expect(connected.stacks.map(({ stack, status }) => [stack, status])).toEqual([[`${TENANT}-dns`, 'done']]);
    const [record, ...more] = await records();
    expect([record?.Type, record?.AliasTarget?.DNSName?.replace(/\.$/, ''), more]).toEqual([
      'A',
      LoadBalancers?.[0]?.DNSName,
      [],
    ]);
  });

  it('is taken from the clients by disconnecting, and its certificate stays', async () => {
    const { stacks } = await staged.act('disconnect', [TENANT]);
    expect(stacks.map(({ status }) => status)).toEqual(['done']);
    expect(await records()).toEqual([]);
    const proof = new DescribeCertificateCommand({ CertificateArn: handover.certificateArns });
    expect((await tenant.acm.send(proof)).Certificate?.Status).toBe('ISSUED');
  });
});
