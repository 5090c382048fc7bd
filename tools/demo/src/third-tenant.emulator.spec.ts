import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HeadBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { DeploymentReport } from '@central-ingress/deployment';
import { onboardTenant, ownersOf, synthesize } from '@central-ingress/ingress';
import { bootstrapAccount, bucketOf, operatorCredentials } from '@central-ingress/state-bucket';
import { resourcesIn } from './leftovers';
import { openStage } from './stage';
import type { Stage } from './stage';
import { StagedWorld } from './staged-world';
import { THIRD_TENANT, THIRD_TENANT_ACCOUNT } from './third-tenant';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

describe('a third tenant', () => {
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
  const synthesized = (name: string): Readonly<Record<string, string>> => {
    const out = join(stage.worldFolder, '.ingress', name);
    synthesize(staged.world, ownersOf(staged.world), out);
    const read = (stack: string) => readFileSync(join(out, 'stacks', stack, 'cdk.tf.json'), 'utf8');
    return Object.fromEntries(readdirSync(join(out, 'stacks')).map((stack) => [stack, read(stack)]));
  };
  /** Onboards the tenant; with a line to wait for, the run is stopped once that is printed. */
  const onboard = (stopAfter?: string): Promise<DeploymentReport> => {
    const stop = new AbortController();
    const print = (line: string): void => {
      tell(line);
      if (stopAfter && line.includes(stopAfter)) stop.abort();
    };
    const tenant = staged.tenant('reporting');
    const request = { world: staged.world, worldFolder: stage.worldFolder, tenant, concurrency: 3, print };
    return onboardTenant({ ...request, signal: stop.signal, kinds: { except: ['addons'] } });
  };
  const hasStateBucket = async (): Promise<boolean> => {
    const credentials = await operatorCredentials(platform(), THIRD_TENANT_ACCOUNT);
    const s3 = new S3Client({ region: platform().region, credentials });
    const Bucket = bucketOf(platform(), THIRD_TENANT_ACCOUNT);
    return s3.send(new HeadBucketCommand({ Bucket })).then(
      () => true,
      () => false,
    );
  };

  beforeAll(async () => {
    stage = await openStage('third-tenant', tell);
    staged = new StagedWorld(stage, tell);
  });
  afterAll(() => stage?.close());

  it('is one file more, and leaves every other stack byte-equal', () => {
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
  });

  it('is not onboarded while its internet VPC is not deployed, and nothing changes', async () => {
    await expect(onboard()).rejects.toThrow(
      /^reporting: cannot be onboarded yet, as main-networking and main-alb are not deployed; nothing was changed\. Run npx ingress deploy central main --world /,
    );
    expect(await hasStateBucket()).toBe(false);
  });

  describe('with its internet VPC deployed', () => {
    beforeAll(async () => {
      await bootstrapAccount(platform(), platform().centralAccountId);
      expect(Object.values(statuses(await act('deploy', ['central', 'main'])))).toEqual(['done', 'done', 'done']);
    });

    it('is onboarded: its bucket and its own stacks only, going on where it was cut off', async () => {
      const cut = await onboard('✔ reporting-registration');
      expect(cut.interrupted).toBe(true);
      expect(cut.resume).toContain('npx ingress onboard reporting --world ');
      expect(await hasStateBucket()).toBe(true);
      expect(statuses(cut)['reporting-connection']).toBe('not started');

      const { stacks, resume } = await onboard();
      expect(stacks.map(({ stack, status }) => [stack, status])).toEqual(
        ['registration', 'roles', 'networking', 'cluster', 'ingress', 'connection'].map((word) => [
          `reporting-${word}`,
          'done',
        ]),
      );
      expect(resume).toBeUndefined();
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

  describe('that fails', () => {
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
