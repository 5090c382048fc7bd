import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { DeploymentReport } from '@central-ingress/deployment';
import { renderReport } from '@central-ingress/deployment';
import { ownersOf, synthesize } from '@central-ingress/ingress';
import { bootstrapAccount } from '@central-ingress/state-bucket';
import { resourcesIn } from './leftovers';
import { openStage } from './stage';
import type { Stage } from './stage';
import { StagedWorld } from './staged-world';
import { THIRD_TENANT, THIRD_TENANT_ACCOUNT } from './third-tenant';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

describe('a world with its internet VPC deployed', () => {
  let stage: Stage;
  let staged: StagedWorld;
  const folder = () => join(stage.worldFolder, 'apps/eks-service-account/tenants/reporting');
  const platform = () => staged.world.platform;
  const act: StagedWorld['act'] = (...request) => staged.act(...request);
  const statuses = (report: DeploymentReport) =>
    Object.fromEntries(report.stacks.map(({ stack, status }) => [stack, status]));
  /** What becomes of the tenant's stacks when it is destroyed, but for the add-ons, which needs providers of its own. */
  const destroyed = async () => {
    const { stacks } = await act('destroy', ['reporting']);
    return stacks.filter(({ stack }) => stack !== 'reporting-addons').map(({ status }) => status);
  };

  beforeAll(async () => {
    stage = await openStage('third-tenant', tell);
    staged = new StagedWorld(stage, tell);
    await bootstrapAccount(platform(), platform().centralAccountId);
    expect(Object.values(statuses(await act('deploy', ['central', 'main'])))).toEqual(['done', 'done', 'done']);
  });
  afterAll(() => stage?.close());

  describe('and a third tenant', () => {
    const synthesized = (name: string): Readonly<Record<string, string>> => {
      const out = join(stage.worldFolder, '.ingress', name);
      synthesize(staged.world, ownersOf(staged.world), out);
      const read = (stack: string) => readFileSync(join(out, 'stacks', stack, 'cdk.tf.json'), 'utf8');
      return Object.fromEntries(readdirSync(join(out, 'stacks')).map((stack) => [stack, read(stack)]));
    };

    it('is one file more, leaves every other stack byte-equal, and deploys only its own', async () => {
      const before = synthesized('before');
      cpSync(join(stage.worldFolder, 'apps/eks-service-account/tenants/payments'), folder(), { recursive: true });
      writeFileSync(join(folder(), 'tenant.yaml'), THIRD_TENANT);

      const after = synthesized('after');
      const added = Object.keys(after).filter((stack) => !(stack in before));
      expect(added.sort()).toEqual(
        ['addons', 'cluster', 'connection', 'ingress', 'networking', 'registration', 'roles'].map(
          (word) => `reporting-${word}`,
        ),
      );
      for (const [stack, text] of Object.entries(before)) expect([stack, after[stack]]).toEqual([stack, text]);

      await bootstrapAccount(platform(), THIRD_TENANT_ACCOUNT);
      const deployed = await act('deploy', ['reporting']);
      expect(renderReport(deployed)).not.toContain('failed');
      expect(Object.keys(statuses(deployed)).every((stack) => stack.startsWith('reporting-'))).toBe(true);
      expect(statuses(await act('connect', ['reporting']))).toEqual({ 'reporting-connection': 'done' });
    });

    it('has its six hosts in two rules that lead to its own endpoint', async () => {
      const { rules, targets, interfaces } = await staged.pathOf('reporting');
      expect(rules.map(({ Priority }) => Priority)).toEqual(['61', '62']);
      const hosts = rules.map(({ Conditions }) => [...(Conditions?.[0]?.HostHeaderConfig?.Values ?? [])].sort());
      expect(hosts).toEqual([
        ['a', 'b', 'c', 'd', 'e'].map((label) => `${label}.apps.example.com`),
        ['f.apps.example.com'],
      ]);
      expect(targets).toEqual(interfaces.map(({ PrivateIpAddress }) => `${PrivateIpAddress}:443`).sort());
    });

    it('is disconnected and destroyed without a trace', async () => {
      expect(statuses(await act('disconnect', ['reporting']))).toEqual({ 'reporting-connection': 'done' });
      await expect(staged.pathOf('reporting')).rejects.toThrow('record a.apps.example.com does not exist');
      expect(await destroyed()).toEqual(Array(6).fill('done'));
      expect(await resourcesIn(await staged.clientsOf(THIRD_TENANT_ACCOUNT))).toEqual([
        `S3 bucket acme-tfstate-${THIRD_TENANT_ACCOUNT}-eu-central-1`,
      ]);
    });
  });

  describe('and a failure', () => {
    it('keeps back what needs it and nothing else, in Terraform’s words, and says how to resume', async () => {
      // Without its state bucket no stack of the account can start; the registration is the central account's.
      // As in a new clone: Terraform stops a state that it remembers elsewhere before it looks for its bucket.
      rmSync(join(stage.worldFolder, '.ingress/run/reporting'), { recursive: true });
      writeFileSync(join(folder(), 'tenant.yaml'), THIRD_TENANT.replace(THIRD_TENANT_ACCOUNT, '888888888888'));
      const report = await act('deploy', ['reporting']);
      expect(statuses(report)).toEqual({
        'reporting-registration': 'done',
        'reporting-roles': 'failed',
        'reporting-networking': 'not started',
        'reporting-cluster': 'not started',
        'reporting-ingress': 'not started',
        'reporting-addons': expect.stringMatching(/^not (?:started|applied)$/),
      });
      expect(report.stacks[1]?.reason).toContain('S3 bucket "acme-tfstate-888888888888-eu-central-1" does not exist');
      expect(report.resume).toMatch(/^npx ingress deploy reporting --world /);
    });

    it('ends in good order when it is interrupted in an apply: no lock stays, and it can be taken down', async () => {
      await bootstrapAccount(platform(), '888888888888');
      const controller = new AbortController();
      const stopInApply = (line: string): void => {
        tell(line);
        if (line.includes('▶ reporting-networking')) setTimeout(() => controller.abort(), 9_000);
      };
      const report = await act('deploy', ['reporting'], { signal: controller.signal, print: stopInApply });
      expect(report.interrupted).toBe(true);
      expect(statuses(report)).toMatchObject({ 'reporting-roles': 'done', 'reporting-cluster': 'not started' });
      for (const accountId of ['111111111111', '888888888888']) {
        const { s3 } = await staged.clientsOf(accountId);
        const { Contents = [] } = await s3.send(
          new ListObjectsV2Command({ Bucket: `acme-tfstate-${accountId}-eu-central-1` }),
        );
        expect(Contents.map(({ Key }) => Key).filter((key) => key?.endsWith('.tflock'))).toEqual([]);
      }

      expect(await destroyed()).toEqual(Array(6).fill('done'));
      expect(await resourcesIn(await staged.clientsOf('888888888888'))).toEqual([
        'S3 bucket acme-tfstate-888888888888-eu-central-1',
      ]);
    });
  });
});
