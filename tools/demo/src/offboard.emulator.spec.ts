import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateSecurityGroupCommand, DeleteSecurityGroupCommand, DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import {
  DescribeLoadBalancersCommand,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ListHostedZonesCommand, ListResourceRecordSetsCommand } from '@aws-sdk/client-route-53';
import { REPOSITORY } from '@central-ingress/ingress';
import type { MovePlan, OffboardingReport } from '@central-ingress/offboarding';
import { stackGraph } from '@central-ingress/stack-graph';
import { bootstrapAccount } from '@central-ingress/state-bucket';
import type { AccountClients } from './account-clients';
import { resourcesIn } from './leftovers';
import { openStage } from './stage';
import type { Stage } from './stage';
import { StagedWorld } from './staged-world';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const TENANT = 'storefront';

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('a tenant that moves and goes on the emulator', () => {
  let stage: Stage;
  let staged: StagedWorld;
  let central: AccountClients;
  let service: AccountClients;
  let untouched: readonly string[];

  /** Runs the command line in a process of its own; Ctrl-C is sent once it prints a line that matches. */
  const ingress = (args: readonly string[], interruptAt?: RegExp) =>
    new Promise<Outcome>((resolve) => {
      const binary = join(REPOSITORY, 'tools', 'ingress', 'bin', 'ingress.cjs');
      const child = spawn(process.execPath, [binary, ...args, '--world', stage.worldFolder], { env: process.env });
      let [stdout, stderr] = ['', ''];
      let sent = false;
      child.stdout.setEncoding('utf8').on('data', (text: string) => void (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        process.stderr.write(text);
        stderr += text;
        if (!interruptAt?.test(stderr) || sent) return;
        sent = true;
        child.kill('SIGINT');
      });
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    });
  const offboard = async (more: readonly string[] = [], interruptAt?: RegExp) => {
    const args = ['offboard', TENANT, '--yes', TENANT, '--drain-seconds', '1', '--json', ...more];
    const { code, stdout } = await ingress(args, interruptAt);
    const report = JSON.parse(stdout) as OffboardingReport;
    return { code, report, step: (id: string) => report.steps.find(({ step }) => step === id) };
  };
  const deploy = async (owners: readonly string[]): Promise<void> => {
    // No Kubernetes API answers on the emulator, so nothing of the add-ons can stand there.
    const stacks = stackGraph(staged.world).filter(
      ({ owner, name }) => owners.includes(owner) && !name.endsWith('-addons'),
    );
    const report = await staged.act('deploy', owners, { stacks });
    expect(report.stacks.filter(({ status }) => status !== 'done')).toEqual([]);
  };
  const fileOf = (path: string): string => join(stage.worldFolder, 'apps', path);
  const change = (path: string, from: string, to: string): void => {
    const text = readFileSync(fileOf(path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(fileOf(path), text.replace(from, to));
  };
  const move = async (...more: readonly string[]) => {
    const args = ['move', TENANT, '--yes', TENANT, '--drain-seconds', '1', '--json', ...more];
    const { code, stdout } = await ingress(args);
    const { steps, message } = JSON.parse(stdout) as Partial<MovePlan> & { readonly message?: string };
    return { code, message, done: steps?.filter(({ status }) => status === 'done').map(({ step }) => step) };
  };
  const albOfRecord = async (): Promise<string | undefined> => {
    const { record } = await staged.pathOf(TENANT);
    const { LoadBalancers = [] } = await central.elb.send(new DescribeLoadBalancersCommand({}));
    const target = record.AliasTarget?.DNSName?.replace(/\.$/, '');
    return LoadBalancers.find(({ DNSName }) => DNSName === target)?.LoadBalancerName;
  };
  const proofs = async (): Promise<readonly (string | undefined)[]> => {
    const { HostedZones = [] } = await central.route53.send(new ListHostedZonesCommand({}));
    const HostedZoneId = HostedZones[0]?.Id;
    const { ResourceRecordSets = [] } = await central.route53.send(new ListResourceRecordSetsCommand({ HostedZoneId }));
    return ResourceRecordSets.filter(({ Type }) => Type === 'CNAME').map(({ Name }) => Name);
  };
  const vpcOfTenant = async (): Promise<string> => {
    const Filters = [{ Name: 'tag:stack', Values: [`${TENANT}-networking`] }];
    return (await service.ec2.send(new DescribeVpcsCommand({ Filters }))).Vpcs?.[0]?.VpcId ?? '';
  };
  const addGroup = async (GroupName: string, tag?: string): Promise<string> => {
    const Tags = tag ? [{ Key: 'elbv2.k8s.aws/cluster', Value: tag }] : [{ Key: 'owner', Value: 'somebody' }];
    const { GroupId = '' } = await service.ec2.send(
      new CreateSecurityGroupCommand({
        GroupName,
        Description: 'left over',
        VpcId: await vpcOfTenant(),
        TagSpecifications: [{ ResourceType: 'security-group', Tags }],
      }),
    );
    return GroupId;
  };

  beforeAll(async () => {
    stage = await openStage('offboard', tell);
    const tenants = join(stage.worldFolder, 'apps/eks-service-account/tenants');
    for (const other of readdirSync(tenants).filter((name) => name !== TENANT)) {
      rmSync(join(tenants, other), { recursive: true });
    }
    staged = new StagedWorld(stage, tell);
    const { platform } = staged.world;
    const { accountId } = staged.tenant(TENANT);
    for (const account of [platform.centralAccountId, accountId]) await bootstrapAccount(platform, account);
    central = await staged.clientsOf(platform.centralAccountId);
    service = await staged.clientsOf(accountId);
    const second = 'central-internet-account/internet-vpcs/second';
    mkdirSync(fileOf(second), { recursive: true });
    const main = readFileSync(fileOf('central-internet-account/internet-vpcs/main/internet-vpc.yaml'), 'utf8');
    writeFileSync(fileOf(`${second}/internet-vpc.yaml`), main.replace('hostedZone: create', 'hostedZone: lookup'));
    await deploy(['central', 'main', 'second']);
    untouched = await resourcesIn(central);
    await deploy([TENANT]);
  });
  afterAll(() => stage?.close());

  it('keeps the internet VPC from being destroyed under it, and says whose way it is', async () => {
    const before = await resourcesIn(central);
    const { code, stderr } = await ingress(['destroy', 'main', '--yes']);
    expect([code, stderr]).toEqual([
      3,
      `main: tenants are connected: ${TENANT}; expected none. Offboard them, move them, or disconnect them first: ` +
        `npx ingress disconnect ${TENANT}\nNothing was changed.\n`,
    ]);
    expect(await resourcesIn(central)).toEqual(before);
  });

  describe('moved to another internet VPC', () => {
    it('is given a second connection there, and is left alone meanwhile', async () => {
      expect(await move('--to', 'second')).toMatchObject({ code: 0, done: [] });
      expect(await move('--to', 'second', '--step', 'prepare')).toMatchObject({ code: 0, done: ['prepare'] });
      expect(await albOfRecord()).toBe('acme-main-alb');
      const { code, stderr } = await ingress(['connect', TENANT]);
      expect([code, stderr]).toEqual([3, expect.stringContaining(`${TENANT}: is being moved to another internet VPC`)]);
    });

    it('is led there by its record, and refuses to settle before its file says so', async () => {
      expect(await move('--step', 'switch')).toMatchObject({ code: 0, done: ['prepare', 'switch'] });
      expect(await albOfRecord()).toBe('acme-second-alb');
      expect(await move('--step', 'settle')).toMatchObject({
        code: 3,
        message: expect.stringContaining('got internetVpc main, slot 2; expected internetVpc second, slot 1'),
      });
    });

    it('stands there at the end, in the state that it always had, and nothing stands in the old one', async () => {
      const file = `eks-service-account/tenants/${TENANT}/tenant.yaml`;
      change(file, 'internetVpc: main', 'internetVpc: second');
      change(file, 'slot: 2', 'slot: 1');
      expect(await move('--step', 'settle')).toMatchObject({ code: 0, done: ['prepare', 'switch', 'settle'] });
      expect((await move('--step', 'finish')).code).toBe(0);
      const path = await staged.pathOf(TENANT);
      expect([path.alb.LoadBalancerName, path.targets.length]).toEqual(['acme-second-alb', 3]);
      const endpoints = (await resourcesIn(central)).filter((name) => name.startsWith('VPC endpoint '));
      expect(endpoints).toEqual([`VPC endpoint ${path.endpoint.VpcEndpointId}`]);
    });
  });

  it('tells in a dry run what each step would remove, and removes nothing', async () => {
    const before = [await resourcesIn(central), await resourcesIn(service)];
    const { code, report, step } = await offboard(['--dry-run']);
    expect(code).toBe(0);
    expect(step('records')?.what).toEqual([expect.stringMatching(/^aws_route53_record\..* \(storefront\.apps\./)]);
    expect(step('rules')?.what).toHaveLength(1);
    expect(step('endpoint service')?.what).toEqual([expect.stringMatching(/\(vpce-svc-/)]);
    const idle = report.steps.filter(({ status }) => status !== 'would').map((each) => each.step);
    expect(idle.filter((id) => id !== 'addons')).toEqual(['network sweep', 'sweep', 'release']);
    expect([await resourcesIn(central), await resourcesIn(service)]).toEqual(before);
  });

  it('stops before anything is removed while the NLB refuses to be deleted', async () => {
    const { LoadBalancers } = await service.elb.send(new DescribeLoadBalancersCommand({}));
    const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn;
    const protect = (Value: string) =>
      service.elb.send(
        new ModifyLoadBalancerAttributesCommand({
          LoadBalancerArn,
          Attributes: [{ Key: 'deletion_protection.enabled', Value }],
        }),
      );
    await protect('true');
    const before = await resourcesIn(central);
    const { code, step } = await offboard();
    expect([code, step('hold')?.status, step('hold')?.reason]).toEqual([
      3,
      'refused',
      `apps/eks-service-account/tenants/${TENANT}/tenant.yaml: deletionProtection: the load balancer acme-${TENANT}-nlb ` +
        `refuses to be deleted; expected false. Set it to false and run npx ingress deploy ${TENANT}.`,
    ]);
    expect(await resourcesIn(central)).toEqual(before);
    await protect('false');
  });

  it('ends in good order when it is interrupted, with the routing gone and the endpoint still there', async () => {
    const { code, report, step } = await offboard([], /✔ remove the listener rules/);
    expect([code, report.interrupted]).toEqual([130, true]);
    expect([step('records')?.status, step('rules')?.status]).toEqual(['done', 'done']);
    expect(step('endpoint service')?.status).toBe('not started');
    await expect(staged.pathOf(TENANT)).rejects.toThrow(`record ${TENANT}.apps.example.com does not exist`);
    expect((await resourcesIn(central)).filter((name) => name.startsWith('VPC endpoint '))).toHaveLength(1);
  });

  it.each(['deploy', 'connect'])('is not to be undone by %s, which changes nothing', async (action) => {
    const before = [await resourcesIn(central), await resourcesIn(service)];
    const { code, stderr } = await ingress([action, TENANT]);
    expect(code).toBe(3);
    expect(stderr).toContain(`${TENANT}: is being offboarded since `);
    expect(stderr).toContain(
      `npx ingress offboard ${TENANT} --cancel, then ${action} it again.\nNothing was changed.\n`,
    );
    expect([await resourcesIn(central), await resourcesIn(service)]).toEqual(before);
  });

  it('is given back by --cancel: connecting it again leads its clients to it as before', async () => {
    const cancel = ['offboard', TENANT, '--cancel'];
    expect(await ingress(cancel)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${TENANT}: may be deployed again.`),
    });
    expect(await ingress(cancel)).toMatchObject({
      code: 1,
      stderr: `${TENANT}: is not being offboarded; nothing was changed.\n`,
    });
    expect((await ingress(['connect', TENANT])).code).toBe(0);
    const { rules, targets, alb } = await staged.pathOf(TENANT);
    expect([alb.LoadBalancerName, rules.length, targets.length]).toEqual(['acme-second-alb', 1, 3]);
  });

  it("goes on to the network, removes what is the cluster's there, and not what is somebody else's", async () => {
    const left = await addGroup('k8s-traffic', `acme-${TENANT}`);
    const strange = await addGroup('of-somebody');
    const { code, step } = await offboard();
    expect(code).toBe(3);
    const taken = ['records', 'rules', 'connection', 'endpoint service', 'ingress', 'cluster'];
    expect(taken.map((id) => step(id)?.status)).toEqual(Array(6).fill('done'));
    expect(step('network sweep')?.what).toEqual([`security group ${left} in ${service.accountId} (k8s-traffic)`]);
    expect(step('networking')).toMatchObject({
      status: 'refused',
      reason:
        `security group ${strange} in ${service.accountId} (of-somebody): lies in the VPC of ${TENANT}; ` +
        'expected nothing. Remove it.',
    });
    await service.ec2.send(new DeleteSecurityGroupCommand({ GroupId: strange }));
  });

  it('leaves nothing of the tenant, and the internet VPC as it was before it came', async () => {
    const agents = `/aws/containerinsights/acme-${TENANT}/application`;
    for (const logGroupName of [agents, `/aws/eks/acme-${TENANT}/cluster`]) {
      await service.logs.send(new CreateLogGroupCommand({ logGroupName }));
    }
    const { code, report, step } = await offboard();
    expect(code).toBe(2);
    expect(['records', 'rules', 'cluster'].map((id) => step(id)?.status)).toEqual(Array(3).fill('nothing to do'));
    expect(report.left.map(({ kind, id }) => [kind, id])).toEqual([['log group', agents]]);
    expect(step('sweep')?.what).toEqual([`log group /aws/eks/acme-${TENANT}/cluster in ${service.accountId}`]);
    expect(report.kept).toContain(
      `apps/eks-service-account/tenants/${TENANT}: remove this folder; nothing of it is deployed any more`,
    );
    expect(await resourcesIn(service)).toEqual([
      `S3 bucket acme-tfstate-${service.accountId}-eu-central-1`,
      `log group ${agents}`,
    ]);
    expect(await resourcesIn(central)).toEqual(untouched);
  });

  it('keeps the internet VPC from being destroyed under another one that has its zone', async () => {
    const { code, stderr } = await ingress(['destroy', 'main', '--yes']);
    expect([code, stderr]).toEqual([
      3,
      'main: its hosted zone apps.example.com is used by internet VPCs: second; expected none. Destroy them first: ' +
        'npx ingress destroy second\nNothing was changed.\n',
    ]);
  });

  it('leaves the proof of its certificate when another internet VPC of the domain is destroyed', async () => {
    const before = await proofs();
    expect(before).toHaveLength(1);
    expect((await ingress(['destroy', 'second', '--yes'])).code).toBe(0);
    expect(await proofs()).toEqual(before);
  });
});
