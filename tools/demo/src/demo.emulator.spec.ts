import { centralTenants } from '@central-ingress/config';
import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { GetBucketPolicyCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { DescribeRouteTablesCommand, DescribeVpcEndpointServicePermissionsCommand } from '@aws-sdk/client-ec2';
import { serviceNameParameter } from '@central-ingress/contract';
import { renderReport } from '@central-ingress/deployment';
import type { DeploymentReport } from '@central-ingress/deployment';
import { ownersOf, REPOSITORY, stacksOf, synthesize } from '@central-ingress/ingress';
import { albLogBucketName, centralRoleName, roleArn } from '@central-ingress/naming';
import { bootstrapAccount } from '@central-ingress/state-bucket';
import { verifyTenant } from '@central-ingress/verification';
import type { AccountClients } from './account-clients';
import { Demo } from './demo';
import { resourcesIn } from './leftovers';
import { planWorld } from './plan-world';
import { explain } from './explain';
import { openStage } from './stage';
import type { Stage } from './stage';
import { StagedWorld } from './staged-world';
import { THIRD_TENANT } from './third-tenant';

const run = promisify(execFile);
const quiet = (): void => {};
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

describe('the reference set on the emulator', () => {
  let stage: Stage;
  let demo: Demo;
  let nxOutput: string;
  let central: AccountClients;
  let staged: StagedWorld;
  const world = () => staged.world;
  const clientsOf = (accountId: string) => staged.clientsOf(accountId);
  const pathOf = (name: string) => staged.pathOf(name);
  const act: StagedWorld['act'] = (...request) => staged.act(...request);
  const statuses = (report: DeploymentReport) =>
    Object.fromEntries(report.stacks.map(({ stack, status }) => [stack, status]));

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
    const stacks = stacksOf(world(), ownersOf(world()), 'destroy');
    expect([...done].sort()).toEqual(stacks.map(({ name }) => name).sort());
    for (const { name, needs } of stacks) {
      for (const need of needs) expect([name, done.indexOf(need) < done.indexOf(name)]).toEqual([name, true]);
    }
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
    const resolver = { resolve4: () => Promise.reject(Object.assign(new Error('no DNS'), { code: 'ECONNREFUSED' })) };
    const { hops } = await verifyTenant(world(), staged.tenant('payments'), { resolver });
    expect(hops).toHaveLength(26);
    expect(hops.filter(({ verdict }) => verdict !== 'ok').map(({ name, verdict }) => [name, verdict])).toEqual([
      ['access logs', 'warn'],
      ['endpoint connection', 'skipped'],
      ['pods', 'fail'],
      ...['DNS answer', 'TLS handshake', 'HTTPS answer'].map((name) => [name, 'skipped']),
      ...['HTTP redirect', 'foreign host', 'WAF probe'].map((name) => [name, 'skipped']),
    ]);
  });

  it('lets load balancer log delivery, and nobody without TLS, write to the log bucket', async () => {
    const Bucket = albLogBucketName('acme', 'main', '111111111111');
    const { Policy } = await central.s3.send(new GetBucketPolicyCommand({ Bucket }));
    const statements = (JSON.parse(Policy ?? '') as { Statement: Record<string, unknown>[] }).Statement;
    const delivery = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(delivery.length).toBeGreaterThan(0);
    for (const { Principal, Action, Resource } of delivery) {
      expect(Object.keys(Principal as object)).toEqual(['Service']);
      const { Service } = Principal as { Service: string | string[] };
      expect([Service].flat()).toEqual(['logdelivery.elasticloadbalancing.amazonaws.com']);
      expect([Action].flat()).toEqual(['s3:PutObject']);
      for (const resource of [Resource].flat()) {
        expect(resource).toMatch(new RegExp(`^arn:aws:s3:::${Bucket}/.*AWSLogs/111111111111/\\*$`));
      }
    }
    expect(statements.filter(({ Effect }) => Effect === 'Deny').map(({ Condition }) => Condition)).toContainEqual({
      Bool: { 'aws:SecureTransport': 'false' },
    });
  });

  it('gives the tenants no way to the internet', async () => {
    for (const { accountId } of world().tenants) {
      const { ec2 } = await clientsOf(accountId);
      const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({}));
      const routes = RouteTables.flatMap((table) => table.Routes ?? []);
      expect(routes.filter(({ GatewayId, NatGatewayId }) => GatewayId?.startsWith('igw-') || NatGatewayId)).toEqual([]);
    }
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

  const folder = () => join(stage.worldFolder, 'apps/eks-service-account/tenants/reporting');

  describe('a third tenant', () => {
    const synthesized = (name: string): Readonly<Record<string, string>> => {
      const out = join(stage.worldFolder, '.ingress', name);
      synthesize(world(), ownersOf(world()), out);
      const read = (stack: string) => readFileSync(join(out, 'stacks', stack, 'cdk.tf.json'), 'utf8');
      return Object.fromEntries(readdirSync(join(out, 'stacks')).map((stack) => [stack, read(stack)]));
    };

    it('is one file more, leaves every other stack byte-equal, and deploys only its own', async () => {
      const before = synthesized('before');
      const existing = await resourcesIn(await clientsOf('222222222222'));
      cpSync(join(stage.worldFolder, 'apps/eks-service-account/tenants/payments'), folder(), { recursive: true });
      writeFileSync(join(folder(), 'tenant.yaml'), THIRD_TENANT);

      const after = synthesized('after');
      const added = Object.keys(after).filter((stack) => !(stack in before));
      expect(added.sort()).toEqual(
        ['cluster', 'connection', 'ingress', 'networking', 'registration', 'roles'].map((word) => `reporting-${word}`),
      );
      for (const [stack, text] of Object.entries(before)) expect([stack, after[stack]]).toEqual([stack, text]);

      await bootstrapAccount(world().platform, '444444444444');
      const deployed = await act('deploy', ['reporting']);
      expect(renderReport(deployed)).not.toContain('failed');
      expect(Object.keys(statuses(deployed)).every((stack) => stack.startsWith('reporting-'))).toBe(true);
      expect(statuses(await act('connect', ['reporting']))).toEqual({ 'reporting-connection': 'done' });
      expect(await resourcesIn(await clientsOf('222222222222'))).toEqual(existing);
    });

    it('has its six hosts in two rules that lead to its own endpoint', async () => {
      const { rules, targets, interfaces } = await pathOf('reporting');
      expect(rules.map(({ Priority }) => Priority)).toEqual(['61', '62']);
      const hosts = rules.map(({ Conditions }) => [...(Conditions?.[0]?.HostHeaderConfig?.Values ?? [])].sort());
      expect(hosts).toEqual([
        ['a', 'b', 'c', 'd', 'e'].map((label) => `${label}.apps.example.com`),
        ['f.apps.example.com'],
      ]);
      expect(targets).toEqual(interfaces.map(({ PrivateIpAddress }) => `${PrivateIpAddress}:443`).sort());
      const others = (await pathOf('payments')).targets;
      expect(targets.filter((target) => others.includes(target))).toEqual([]);
    });

    it('is disconnected and destroyed without a trace, and the others stay', async () => {
      expect(statuses(await act('disconnect', ['reporting']))).toEqual({ 'reporting-connection': 'done' });
      await expect(pathOf('reporting')).rejects.toThrow('record a.apps.example.com does not exist');
      expect(Object.values(statuses(await act('destroy', ['reporting'])))).toEqual(Array(6).fill('done'));
      expect(await resourcesIn(await clientsOf('444444444444'))).toEqual([
        'S3 bucket acme-tfstate-444444444444-eu-central-1',
      ]);
      expect((await pathOf('payments')).targets).toHaveLength(3);
    });
  });

  describe('a failure', () => {
    it('keeps back what needs it and nothing else, in Terraform’s words, and says how to resume', async () => {
      // Without its state bucket no stack of the account can start; the registration is the central account's.
      // As in a new clone: Terraform stops a state that it remembers elsewhere before it looks for its bucket.
      rmSync(join(stage.worldFolder, '.ingress/run/reporting'), { recursive: true });
      writeFileSync(join(folder(), 'tenant.yaml'), THIRD_TENANT.replace('444444444444', '555555555555'));
      const report = await act('deploy', ['reporting']);
      expect(statuses(report)).toEqual({
        'reporting-registration': 'done',
        'reporting-roles': 'failed',
        'reporting-networking': 'not started',
        'reporting-cluster': 'not started',
        'reporting-ingress': 'not started',
      });
      expect(report.stacks[1]?.reason).toContain('S3 bucket "acme-tfstate-555555555555-eu-central-1" does not exist');
      expect(report.resume).toMatch(/^npx ingress deploy reporting --world /);
    });

    it('ends in good order when it is interrupted in an apply: no lock stays, and it can be taken down', async () => {
      await bootstrapAccount(world().platform, '555555555555');
      const controller = new AbortController();
      const stopInApply = (line: string): void => {
        tell(line);
        if (line.includes('▶ reporting-networking')) setTimeout(() => controller.abort(), 9_000);
      };
      const report = await act('deploy', ['reporting'], { signal: controller.signal, print: stopInApply });
      expect(report.interrupted).toBe(true);
      expect(statuses(report)).toMatchObject({ 'reporting-roles': 'done', 'reporting-cluster': 'not started' });
      for (const accountId of ['111111111111', '555555555555']) {
        const { s3 } = await clientsOf(accountId);
        const { Contents = [] } = await s3.send(
          new ListObjectsV2Command({ Bucket: `acme-tfstate-${accountId}-eu-central-1` }),
        );
        expect(Contents.map(({ Key }) => Key).filter((key) => key?.endsWith('.tflock'))).toEqual([]);
      }

      expect(Object.values(statuses(await act('destroy', ['reporting'])))).toEqual(Array(6).fill('done'));
      expect(await resourcesIn(await clientsOf('555555555555'))).toEqual([
        'S3 bucket acme-tfstate-555555555555-eu-central-1',
      ]);
      rmSync(folder(), { recursive: true });
    });
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
