import { centralTenants } from '@central-ingress/config';
import type { TenantConfig } from '@central-ingress/config';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { ListHostedZonesCommand, ListResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
import { GetBucketPolicyCommand } from '@aws-sdk/client-s3';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { DescribeRouteTablesCommand, DescribeVpcEndpointServicePermissionsCommand } from '@aws-sdk/client-ec2';
import { handoverParameter, serviceNameParameter } from '@central-ingress/contract';
import type { TenantDirectIngress } from '@central-ingress/contract';
import { MISSING_PROVIDERS_VARIABLE } from '@central-ingress/deployment';
import { ownersOf, REPOSITORY, stacksOf } from '@central-ingress/ingress';
import { albLogBucketName, centralRoleName, nlbName, roleArn } from '@central-ingress/naming';
import { bootstrapAccount } from '@central-ingress/state-bucket';
import { verifyTenants } from '@central-ingress/verification';
import type { AccountClients } from './account-clients';
import { Demo } from './demo';
import { resourcesIn } from './leftovers';
import { planWorld } from './plan-world';
import { explain } from './explain';
import { makeStandInNlb } from './stand-in-nlb';
import type { StandInNlb } from './stand-in-nlb';
import { openStage } from './stage';
import type { Stage } from './stage';
import { StagedWorld } from './staged-world';

const run = promisify(execFile);
const quiet = (): void => {};
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

const DIRECT = 'partner-api';
const DIRECT_HOST = 'partner-api.apps.example.com';
const NO_DNS = { resolve4: () => Promise.reject(Object.assign(new Error('no DNS'), { code: 'ECONNREFUSED' })) };
/** The emulator has no Kubernetes API, so neither the add-ons nor the records of an NLB that they make can stand. */
const needsKubernetes = (stack: string): boolean => /-(?:addons|dns)$/.test(stack);

describe('the reference set on the emulator', () => {
  let stage: Stage;
  let demo: Demo;
  let nxOutput: string;
  let central: AccountClients;
  let staged: StagedWorld;
  const world = () => staged.world;
  const hopsOf = async (tenant: TenantConfig) =>
    (await verifyTenants(world(), [tenant], { resolver: NO_DNS })).flatMap(({ hops }) => hops);
  const clientsOf = (accountId: string) => staged.clientsOf(accountId);
  const pathOf = (name: string) => staged.pathOf(name);

  beforeAll(async () => {
    stage = await openStage('test', tell);
    staged = new StagedWorld(stage, tell);
    demo = new Demo(stage, tell, new AbortController().signal);
    await demo.bootstrap();
    // The whole world through Nx, as the README says it.
    const env = { ...process.env, INGRESS_WORLD: stage.worldFolder, NX_DAEMON: 'false', NX_TUI: 'false' };
    const args = ['nx', 'run-many', '-t', 'deploy', 'connect', '--output-style=stream'];
    const nx = run('npx', args, { cwd: REPOSITORY, env, maxBuffer: 64 * 1024 * 1024 });
    nx.child.stdout?.pipe(process.stderr, { end: false });
    const { stdout, stderr } = await nx;
    nxOutput = `${stdout}\n${stderr}`;
    central = await clientsOf(world().platform.centralAccountId);
  });
  afterAll(() => stage?.close());

  it('is deployed by one Nx command, every stack once and after all it needs', () => {
    const done = [...stripVTControlCharacters(nxOutput).matchAll(/✔ (\S+) [\d.]+ s$/gm)].map(
      ([, stack]) => stack ?? '',
    );
    const stacks = stacksOf(world(), ownersOf(world()), 'destroy').filter(({ name }) => !needsKubernetes(name));
    expect([...done].sort()).toEqual(stacks.map(({ name }) => name).sort());
    for (const { name, needs } of stacks) {
      for (const need of needs) expect([name, done.indexOf(need) < done.indexOf(name)]).toEqual([name, true]);
    }
  });

  it('says of each stack that talks to a Kubernetes API why it is not applied', () => {
    const told = [...stripVTControlCharacters(nxOutput).matchAll(/○ (\S+) not applied: (.+)$/gm)];
    const names = stacksOf(world(), ownersOf(world()), 'destroy').map(({ name }) => name);
    expect(told.map(([, stack]) => stack).sort()).toEqual(names.filter(needsKubernetes).sort());
    for (const [, , reason] of told) expect(reason).toContain('cannot be used: the emulator has no Kubernetes API');
  });

  it('hands the endpoint service over through the parameter in the central account', async () => {
    const { Parameter } = await central.ssm.send(new GetParameterCommand({ Name: serviceNameParameter('payments') }));
    const path = await pathOf('payments');
    expect(Parameter?.Value).toBe(path.endpointService.ServiceName);
    expect(path.endpoint.ServiceName).toBe(Parameter?.Value);
    expect(path.endpointService.AcceptanceRequired).toBe(false);
    expect(path.endpointService.NetworkLoadBalancerArns).toEqual([path.nlb.LoadBalancerArn]);
    const { ec2 } = await clientsOf('222222222222');
    const permissions = await ec2.send(
      new DescribeVpcEndpointServicePermissionsCommand({ ServiceId: path.endpointService.ServiceId }),
    );
    expect(permissions.AllowedPrincipals?.map(({ Principal }) => Principal)).toEqual([
      roleArn('111111111111', 'acme', centralRoleName('acme', 'connection')),
    ]);
  });

  it.each(['payments', 'storefront'])('targets exactly the addresses of the endpoint of %s', async (name) => {
    const { interfaces, targets, targetGroup, endpoint } = await pathOf(name);
    expect(interfaces).toHaveLength(3);
    expect(targets).toEqual(interfaces.map(({ PrivateIpAddress }) => `${PrivateIpAddress}:443`).sort());
    expect([targetGroup.Protocol, targetGroup.Port, targetGroup.TargetType]).toEqual(['HTTPS', 443, 'ip']);
    expect(endpoint.VpcId).toBe(targetGroup.VpcId);
  });

  it('gives each tenant targets of its own', async () => {
    const [payments, storefront] = await Promise.all([pathOf('payments'), pathOf('storefront')]);
    expect(payments.targets.filter((target) => storefront.targets.includes(target))).toEqual([]);
  });

  it('routes the hosts of each tenant, and no other, to its target group', async () => {
    for (const { connectionName, exposure } of centralTenants(world())) {
      const { rules, targetGroup } = await pathOf(connectionName);
      expect(rules.map(({ Priority }) => Priority)).toEqual([`${exposure.slot * 20 + 1}`]);
      const conditions = rules[0]?.Conditions?.map(({ Field, HostHeaderConfig }) => [
        Field,
        [...(HostHeaderConfig?.Values ?? [])].sort(),
      ]);
      expect(conditions).toEqual([['host-header', exposure.hosts.map(({ name }) => name).sort()]]);
      expect(rules[0]?.Actions?.[0]?.TargetGroupArn).toBe(targetGroup.TargetGroupArn);
      expect(targetGroup.TargetGroupName).toBe(`acme-${connectionName}`);
    }
  });

  it('answers names on the ALB, guarded by the web ACL, over TLS', async () => {
    const { record, alb, webAcl, listener, nlbListener } = await pathOf('payments');
    expect(record.AliasTarget?.DNSName?.replace(/\.$/, '')).toBe(alb.DNSName);
    // AWS answers its default, the emulator nothing.
    expect(alb.Scheme ?? 'internet-facing').toBe('internet-facing');
    expect(webAcl.Name).toBe('acme-main-alb');
    expect([listener.Protocol, listener.SslPolicy]).toEqual(['HTTPS', 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09']);
    expect(listener.DefaultActions?.[0]?.FixedResponseConfig?.StatusCode).toBe('404');
    expect([nlbListener.Protocol, nlbListener.Port]).toEqual(['TLS', 443]);
  });

  it('is verified hop by hop: only what the emulator cannot have stands out', async () => {
    const hops = await hopsOf(staged.tenant('payments'));
    expect(hops).toHaveLength(26);
    expect(hops.filter(({ verdict }) => verdict !== 'ok').map(({ name, verdict }) => [name, verdict])).toEqual([
      ['access logs', 'warn'],
      ['pods', 'fail'],
      ...['DNS answer', 'TLS handshake', 'HTTPS answer'].map((name) => [name, 'skipped']),
      ...['HTTP redirect', 'foreign host', 'WAF probe'].map((name) => [name, 'skipped']),
    ]);
  });

  it('lets load balancer log delivery, and nobody without TLS, write to the log bucket', async () => {
    const Bucket = albLogBucketName('acme', 'main', '111111111111');
    const { Policy } = await central.s3.send(new GetBucketPolicyCommand({ Bucket }));
    expect(JSON.parse(Policy ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ElbDeliversLogs',
          Effect: 'Allow',
          Principal: { Service: ['logdelivery.elasticloadbalancing.amazonaws.com'] },
          Action: ['s3:PutObject'],
          Resource: ['access', 'connection'].map((kind) => `arn:aws:s3:::${Bucket}/${kind}/AWSLogs/111111111111/*`),
          Condition: {
            ArnLike: { 'aws:SourceArn': 'arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/*' },
          },
        },
        {
          Sid: 'TlsOnly',
          Effect: 'Deny',
          Principal: { AWS: ['*'] },
          Action: ['s3:*'],
          Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });

  it('gives the tenants behind the ALB no way to the internet', async () => {
    for (const { accountId } of centralTenants(world())) {
      const { ec2 } = await clientsOf(accountId);
      const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({}));
      const routes = RouteTables.flatMap((table) => table.Routes ?? []);
      expect(routes.filter(({ GatewayId, NatGatewayId }) => GatewayId?.startsWith('igw-') || NatGatewayId)).toEqual([]);
    }
  });

  describe('with a tenant that has an NLB of its own', () => {
    let tenant: AccountClients;
    let handover: TenantDirectIngress;
    let nlb: StandInNlb;
    // The NLB is made through the API here, where the add-ons would make it.
    const act: StagedWorld['act'] = (action, owners) =>
      staged.act(action, owners, { env: { ...process.env, [MISSING_PROVIDERS_VARIABLE]: '' } });
    const records = async () => {
      const { HostedZones = [] } = await central.route53.send(new ListHostedZonesCommand({}));
      const found = await central.route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: HostedZones[0]?.Id }));
      return (found.ResourceRecordSets ?? []).filter(({ Name }) => Name === `${DIRECT_HOST}.`);
    };

    beforeAll(async () => {
      tenant = await clientsOf('444444444444');
      const Name = handoverParameter('acme', 'tenant/direct-ingress', DIRECT);
      const { Parameter } = await tenant.ssm.send(new GetParameterCommand({ Name }));
      handover = JSON.parse(Parameter?.Value ?? '') as TenantDirectIngress;
    });

    it("hands over an issued certificate of its host, in the tenant's account", async () => {
      const { Certificate } = await tenant.acm.send(
        new DescribeCertificateCommand({ CertificateArn: handover.certificateArns }),
      );
      expect([Certificate?.DomainName, Certificate?.Status]).toEqual([DIRECT_HOST, 'ISSUED']);
      expect(handover.certificateArns).toMatch(/^arn:aws:acm:eu-central-1:444444444444:certificate\//);
    });

    it('leads the subnets of the NLB to the internet, and no other subnet of its VPC', async () => {
      const { RouteTables = [] } = await tenant.ec2.send(new DescribeRouteTablesCommand({}));
      const open = RouteTables.filter(({ Routes = [] }) =>
        Routes.some(({ GatewayId }) => GatewayId?.startsWith('igw-')),
      );
      const subnets = open.flatMap(({ Associations = [] }) => Associations.flatMap(({ SubnetId }) => SubnetId ?? []));
      expect(subnets.sort()).toEqual(Object.values(handover.publicSubnetIds).sort());
      expect(Object.keys(handover.publicSubnetIds)).toEqual(['euc1-az1', 'euc1-az2', 'euc1-az3']);
    });

    it('is told to clients by its records once the NLB of its fixed name stands, and not before', async () => {
      const before = await act('connect', [DIRECT]);
      expect(before.stacks.map(({ status }) => status)).toEqual(['failed']);
      expect(await records()).toEqual([]);

      nlb = await makeStandInNlb(tenant, nlbName('acme', DIRECT), handover);
      const connected = await act('connect', [DIRECT]);
      expect(connected.stacks.map(({ stack, status }) => [stack, status])).toEqual([[`${DIRECT}-dns`, 'done']]);
      const [record, ...more] = await records();
      expect([record?.Type, record?.AliasTarget?.DNSName?.replace(/\.$/, ''), more]).toEqual(['A', nlb.dnsName, []]);
    });

    it('is verified hop by hop: only its pods stand out, and what the emulator cannot have', async () => {
      const direct = world().tenants.find(({ connectionName }) => connectionName === DIRECT);
      if (!direct) throw new RangeError(`no tenant ${DIRECT}`);
      const hops = await hopsOf(direct);
      expect(hops.filter(({ verdict }) => verdict !== 'ok').map(({ name, verdict }) => [name, verdict])).toEqual([
        ['WAF', 'skipped'],
        ['pods', 'fail'],
        ...['DNS answer', 'TLS handshake', 'HTTPS answer'].map((name) => [name, 'skipped']),
        ...['HTTP redirect', 'foreign host', 'WAF probe'].map((name) => [name, 'skipped']),
      ]);
    });

    it('is taken from the clients by disconnecting, and its certificate stays', async () => {
      const { stacks } = await act('disconnect', [DIRECT]);
      expect(stacks.map(({ status }) => status)).toEqual(['done']);
      expect(await records()).toEqual([]);
      const proof = new DescribeCertificateCommand({ CertificateArn: handover.certificateArns });
      expect((await tenant.acm.send(proof)).Certificate?.Status).toBe('ISSUED');
      await nlb.remove();
    });
  });

  it('plans no change a second time beyond the known differences of the emulator', async () => {
    const stacks = stacksOf(world(), ownersOf(world()), 'destroy');
    const plan = await planWorld(stacks, stage.worldFolder, stage.terraform.binary, quiet);
    expect(plan.failures).toEqual([]);
    expect(explain(plan.changes).unknown).toEqual([]);
  });

  it('bootstraps again without a change', async () => {
    const { platform } = world();
    expect(await bootstrapAccount(platform, '222222222222')).toEqual({
      accountId: '222222222222',
      bucket: 'acme-tfstate-222222222222-eu-central-1',
      created: false,
      changed: [],
    });
  });

  it('works through the apps of cdktf as well', async () => {
    const env = { ...process.env, INGRESS_WORLD: stage.worldFolder, CI: 'true' };
    const cwd = join(REPOSITORY, 'apps', 'central-internet-account');
    const args = ['deploy', 'main-networking', '--auto-approve', '--skip-provider-lock'];
    const { stdout } = await run('npx', ['cdktf', ...args], { cwd, env, maxBuffer: 64 * 1024 * 1024 });
    expect(stdout).toContain('Resources: 0 added, 0 changed, 0 destroyed.');
  });

  it('is taken down in order and leaves nothing but the state buckets', async () => {
    await demo.destroy();
    for (const accountId of demo.accounts) {
      expect(await resourcesIn(await clientsOf(accountId))).toEqual([
        `S3 bucket acme-tfstate-${accountId}-eu-central-1`,
      ]);
    }
  });
});
