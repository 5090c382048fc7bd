import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { DeploymentReport } from '@central-ingress/deployment';
import { deployStacks, onboardTenant, stacksOf } from '@central-ingress/ingress';
import { bootstrapAccount, bucketOf, operatorCredentials } from '@central-ingress/state-bucket';
import { openStage } from './stage';
import type { Stage } from './stage';
import { StagedWorld } from './staged-world';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const TENANT = 'payments';

describe('onboarding on the emulator', () => {
  let stage: Stage;
  let staged: StagedWorld;
  beforeAll(async () => {
    stage = await openStage('onboard', tell);
    staged = new StagedWorld(stage, tell);
  });
  afterAll(() => stage?.close());

  /** Onboards the tenant; with a line to wait for, the run is stopped once that is printed. */
  function onboard(stopAfter?: string): Promise<DeploymentReport> {
    const stop = new AbortController();
    const print = (line: string): void => {
      tell(line);
      if (stopAfter && line.includes(stopAfter)) stop.abort();
    };
    const { world } = staged;
    const tenant = staged.tenant(TENANT);
    const request = { world, worldFolder: stage.worldFolder, tenant, concurrency: 3, print, signal: stop.signal };
    return onboardTenant({ ...request, kinds: { except: ['addons'] } });
  }

  async function hasStateBucket(): Promise<boolean> {
    const { platform } = staged.world;
    const { accountId } = staged.tenant(TENANT);
    const s3 = new S3Client({ region: platform.region, credentials: await operatorCredentials(platform, accountId) });
    return s3.send(new HeadBucketCommand({ Bucket: bucketOf(platform, accountId) })).then(
      () => true,
      () => false,
    );
  }

  it('refuses while the internet VPC is not deployed, and changes nothing', async () => {
    await expect(onboard()).rejects.toThrow(
      /^payments: cannot be onboarded yet, as main-networking and main-alb are not deployed; nothing was changed\. Run npx ingress deploy central main --world /,
    );
    expect(await hasStateBucket()).toBe(false);
  });

  it('makes the bucket and every stack, and goes on where it was cut off', async () => {
    const { world } = staged;
    await bootstrapAccount(world.platform, world.platform.centralAccountId);
    const owners = ['central', 'main'];
    const first = await deployStacks({
      action: 'deploy',
      world,
      worldFolder: stage.worldFolder,
      owners,
      stacks: stacksOf(world, owners, 'deploy'),
      concurrency: 2,
      print: tell,
    });
    expect(first.resume).toBeUndefined();

    const cut = await onboard('✔ payments-registration');
    expect(cut.interrupted).toBe(true);
    expect(cut.resume).toContain('npx ingress onboard payments --world ');
    expect(await hasStateBucket()).toBe(true);
    expect(cut.stacks.find(({ stack }) => stack === 'payments-connection')?.status).toBe('not started');

    const { stacks, resume } = await onboard();
    const words = ['registration', 'roles', 'networking', 'cluster', 'ingress', 'connection'];
    expect(stacks.map(({ stack, status }) => [stack, status])).toEqual(
      words.map((word) => [`${TENANT}-${word}`, 'done']),
    );
    expect(resume).toBeUndefined();
    const { endpoint } = await staged.pathOf(TENANT);
    expect(endpoint).toBeDefined();
  });
});
