import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateTagsCommand, DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { ListHostedZonesCommand } from '@aws-sdk/client-route-53';
import type { ChangeSummary } from '@central-ingress/change-summary';
import { REPOSITORY } from '@central-ingress/ingress';
import { stackGraph } from '@central-ingress/stack-graph';
import { bootstrapAccount } from '@central-ingress/state-bucket';
import { openStage } from './stage';
import type { Stage } from './stage';
import { StagedWorld } from './staged-world';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

describe('plan, drift and the guard of deploy on the emulator', () => {
  let stage: Stage;
  let staged: StagedWorld;
  const clients = () => staged.clientsOf(staged.world.platform.centralAccountId);

  /** Runs the command line in a process of its own, where its exit code counts. */
  const ingress = (...args: readonly string[]) =>
    new Promise<{ readonly code: number; readonly stdout: string }>((resolve) => {
      const binary = join(REPOSITORY, 'tools', 'ingress', 'bin', 'ingress.cjs');
      const options = { env: process.env, maxBuffer: 64 * 1024 * 1024 };
      const all = [binary, ...args, '--world', stage.worldFolder];
      execFile(process.execPath, all, options, (error, stdout, stderr) => {
        tell(stderr);
        resolve({ code: error ? Number(error.code) : 0, stdout });
      });
    });
  const ask = async (...args: readonly string[]) => {
    const { code, stdout } = await ingress(...args, '--json');
    const summary = JSON.parse(stdout) as ChangeSummary;
    const told = summary.stacks.map(({ stack, status, waitsFor }) => [stack, status, ...waitsFor].join(' '));
    return { code, told, summary, stack: (name: string) => summary.stacks.find(({ stack }) => stack === name) };
  };
  const deploy = (names: readonly string[], allow: readonly string[] = []) => {
    const stacks = stackGraph(staged.world).filter(({ name }) => names.includes(name));
    return staged.act('deploy', ['central', 'main'], { stacks, allow, settle: true });
  };
  const synthesizedResources = (owner: string, stack: string): number => {
    const file = join(stage.worldFolder, '.ingress', 'plan', owner, 'stacks', stack, 'cdk.tf.json');
    const { resource } = JSON.parse(readFileSync(file, 'utf8')) as { resource: Record<string, object> };
    return Object.values(resource).flatMap(Object.keys).length;
  };

  beforeAll(async () => {
    stage = await openStage('changes', tell);
    staged = new StagedWorld(stage, tell);
  });
  afterAll(() => stage?.close());

  describe('on day 0', () => {
    it('waits for the bootstrap where not even a state bucket exists', async () => {
      const { code, told, stack } = await ask('plan', 'central', 'main');
      expect([code, told]).toEqual([
        0,
        [
          'central-roles waiting ingress bootstrap',
          'main-networking waiting central-roles',
          'main-alb waiting main-networking',
        ],
      ]);
      expect(stack('main-alb')?.counts.create).toBe(synthesizedResources('main', 'main-alb'));
    });

    it('plans what needs nothing, and counts the rest from its synthesized JSON', async () => {
      const { platform, tenants } = staged.world;
      for (const accountId of [platform.centralAccountId, ...tenants.map((tenant) => tenant.accountId)]) {
        await bootstrapAccount(platform, accountId);
      }
      const { code, told, stack } = await ask('plan', '--all');
      expect(code).toBe(0);
      expect(told.filter((line) => !line.includes(' waiting '))).toEqual([
        'central-roles planned',
        'partner-api-roles planned',
        'payments-roles planned',
        'storefront-roles planned',
      ]);
      expect(told).toContain('payments-connection waiting payments-ingress main-alb');
      for (const name of ['central-roles', 'main-networking']) {
        const owner = name.split('-')[0] ?? '';
        expect(stack(name)?.counts.create).toBe(synthesizedResources(owner, name));
      }
      const left = readdirSync(join(stage.worldFolder, '.ingress'), { recursive: true, encoding: 'utf8' });
      expect(left.filter((file) => /tfplan|[\\/]plan$|tfstate$/.test(file) && !file.includes('.terraform'))).toEqual(
        [],
      );
    });
  });

  describe('with the central roles and the network of an internet VPC deployed', () => {
    beforeAll(async () => {
      const report = await deploy(['central-roles', 'main-networking']);
      expect(report.stacks.map(({ stack, status }) => [stack, status])).toEqual([
        ['central-roles', 'done'],
        ['main-networking', 'done'],
      ]);
    });

    it('plans what has all it needs, and waits with the rest for exactly what is missing', async () => {
      const { code, told, stack } = await ask('plan', 'main', 'payments');
      expect([code, told]).toEqual([
        0,
        [
          'main-networking planned',
          'main-alb planned',
          'payments-registration planned',
          'payments-roles planned',
          'payments-networking waiting payments-roles',
          'payments-cluster waiting payments-networking',
          'payments-ingress waiting payments-networking payments-registration',
          expect.stringMatching(/^payments-addons waiting /),
          'payments-connection waiting payments-ingress main-alb',
        ],
      ]);
      expect(stack('main-networking')?.changes).toEqual([]);
    });

    it('finds no drift right after a deployment', async () => {
      const { code, told, summary } = await ask('drift', 'central', 'main');
      expect(summary.stacks.flatMap(({ changes }) => changes)).toEqual([]);
      expect([code, told]).toEqual([0, ['central-roles planned', 'main-networking planned', 'main-alb not deployed']]);
    });

    it('finds a tag that somebody else has set', async () => {
      const { ec2 } = await clients();
      const { Vpcs = [] } = await ec2.send(
        new DescribeVpcsCommand({ Filters: [{ Name: 'cidr', Values: ['10.12.0.0/16'] }] }),
      );
      const Resources = Vpcs.map(({ VpcId = '' }) => VpcId);
      await ec2.send(new CreateTagsCommand({ Resources, Tags: [{ Key: 'seen-by', Value: 'somebody' }] }));
      const { code, stdout } = await ingress('drift', 'main');
      expect(code).toBe(2);
      expect(stdout).toContain('drift of 2 stacks: 1 changed\n');
      expect(stdout).toMatch(/~ changed aws_vpc\.\S+: tags, tags_all\n/);
      expect(stdout).not.toContain('somebody');
    });

    describe('and a domain that replaces the hosted zone', () => {
      const zone = () => Object.keys(synthesizedZones())[0] ?? '';
      const synthesizedZones = (): Record<string, unknown> => {
        const file = join(stage.worldFolder, '.ingress/plan/main/stacks/main-networking/cdk.tf.json');
        const json = JSON.parse(readFileSync(file, 'utf8')) as { resource: { aws_route53_zone: object } };
        return { ...json.resource.aws_route53_zone };
      };
      const zones = async () => {
        const { HostedZones = [] } = await (await clients()).route53.send(new ListHostedZonesCommand({}));
        return HostedZones.map(({ Name }) => Name);
      };
      const words = () => `main-networking: hosted zone aws_route53_zone.${zone()} would be replaced (name):`;

      beforeAll(() => {
        for (const file of readdirSync(join(stage.worldFolder, 'apps'), { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.yaml')) continue;
          const path = join(stage.worldFolder, 'apps', file);
          writeFileSync(path, readFileSync(path, 'utf8').replaceAll('apps.example.com', 'doors.example.com'));
        }
      });

      it('is called out by plan, with exit code 3', async () => {
        const { code, stdout } = await ingress('plan', 'main', '--markdown');
        expect(code).toBe(3);
        expect(stdout).toContain(`> ⛔ ${words()}`);
      });

      it('is refused by deploy in the same words, and nothing is changed', async () => {
        const { code, stdout } = await ingress('deploy', 'main');
        expect(code).toBe(3);
        expect(stdout).toContain(`  ${words()}`);
        expect(stdout).toContain(`If that is meant: --allow main-networking:aws_route53_zone.${zone()}`);
        expect(stdout).toMatch(/main-alb +not started/);
        expect(await zones()).toEqual(['apps.example.com.']);
      });

      it('passes when it is allowed', async () => {
        const report = await deploy(['main-networking'], [`main-networking:aws_route53_zone.${zone()}`]);
        expect(report.stacks.map(({ status, reason }) => [status, reason])).toEqual([['done', undefined]]);
        expect(await zones()).toEqual(['doors.example.com.']);
      });
    });
  });
});
