import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addonLock } from '@central-ingress/addon-lock';
import type { AddonLock } from '@central-ingress/addon-lock';
import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { mirrorImages } from './mirror-images';
import type { MirrorRequest, MirrorResult } from './mirror-images';
import { upstreamReader } from './read-upstream';
import { startAccountEndpoint } from './rehearsal/account-endpoint';
import type { AccountEndpoint } from './rehearsal/account-endpoint';
import { pushExampleImage } from './rehearsal/example-image';
import type { ExampleImage } from './rehearsal/example-image';
import { REGISTRY_USER, startRegistry } from './rehearsal/local-registry';
import type { LocalRegistry } from './rehearsal/local-registry';
import type { MirrorOrder } from './rehearsal/mirror-program';
import { bringPrograms } from './rehearsal/programs';
import { linkTo } from './rehearsal/registry-link';
import type { RegistryLink } from './rehearsal/registry-link';
import { digestAt } from './registry';
import { parseUpstream } from './upstream';

const NAMES = ['aws-load-balancer-controller', 'contour', 'envoy'] as const;
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

/** The skopeo that a process has started; it has other children, of its TypeScript loader. */
function skopeoOf(parent: ChildProcess): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'comm='], { encoding: 'utf8' });
  const row = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  const pid = row.find(([, owner, command]) => owner === String(parent.pid) && command === 'skopeo')?.[0];
  if (!pid) throw new Error(`process ${parent.pid} runs no skopeo`);
  return Number(pid);
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const cannot = bringPrograms(tell);
const rehearse = cannot ? describe.skip : describe;
// Jest does not name a suite of which nothing runs.
if (cannot) tell(`mirrorImages is not rehearsed: ${cannot}`);

jest.setTimeout(60_000);

rehearse('mirrorImages', () => {
  const former = { ...process.env };
  const platform = examplePlatform();
  const tenant = exampleTenant();
  let folder: string;
  let publisher: LocalRegistry;
  let link: RegistryLink;
  let images: Record<(typeof NAMES)[number], ExampleImage>;
  let lock: AddonLock;
  let ours: LocalRegistry;
  let account: AccountEndpoint;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mirror-'));
    publisher = await startRegistry(join(folder, 'publisher'));
    link = await linkTo(publisher.host);
    const committed = addonLock();
    const push = (name: (typeof NAMES)[number]) =>
      pushExampleImage(publisher.host, committed.images[name].repository, committed.images[name].tag, PLATFORMS);
    images = {
      'aws-load-balancer-controller': await push(NAMES[0]),
      contour: await push('contour'),
      envoy: await push('envoy'),
    };
    lock = {
      ...committed,
      images: {
        ...committed.images,
        ...Object.fromEntries(NAMES.map((name) => [name, { ...committed.images[name], digest: images[name].digest }])),
      },
    };
  });

  beforeEach(async () => {
    const id = mkdtempSync(join(folder, 'run-'));
    mkdirSync(join(id, 'tmp'));
    ours = await startRegistry(join(id, 'ours'), { withPassword: true });
    account = await startAccountEndpoint({ proxyEndpoint: `http://${ours.host}`, user: REGISTRY_USER });
    process.env = environment(account.url, join(id, 'tmp'));
    link.repair();
    link.forget();
  });

  afterEach(async () => {
    await account.stop();
    await ours.stop();
    process.env = former;
  });

  afterAll(async () => {
    await link?.stop();
    await publisher?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const environment = (url: string, TMPDIR: string): NodeJS.ProcessEnv => ({
    ...former,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'example',
    AWS_SECRET_ACCESS_KEY: 'example',
    TMPDIR,
  });
  const request = (given: Partial<MirrorRequest> = {}): MirrorRequest => ({
    platform,
    tenants: [tenant],
    lock,
    upstream: parseUpstream([link.host]),
    copy: true,
    concurrency: 2,
    logFolder: join(folder, 'logs'),
    ...given,
  });
  const statuses = (results: readonly MirrorResult[]) => results.map(({ status }) => status);
  const our = () =>
    ({ host: ours.host, scheme: 'http', basic: Buffer.from(REGISTRY_USER).toString('base64') }) as const;
  const leftBehind = () => readdirSync(process.env['TMPDIR'] ?? '').filter((name) => name.startsWith('ingress-mirror'));
  /** Mirrors in a process of its own, one image at a time, until it waits for a layer of the second platform of Envoy. */
  const startAndHold = async (): Promise<{ ingress: ChildProcess; skopeo: number; output: Promise<string> }> => {
    const waits = link.holdBack(images.envoy.layers[1] ?? '');
    // As JSON it has no function in it: the upstream is made of `from` again.
    const order: MirrorOrder = { ...request({ concurrency: 1 }), from: [link.host] };
    const program = join(__dirname, 'rehearsal', 'mirror-program.ts');
    const ingress = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(order)], { env: process.env });
    const output = new Promise<string>((resolve) => {
      let text = '';
      ingress.stdout.on('data', (chunk: Buffer) => void (text += chunk.toString()));
      ingress.stderr.on('data', (chunk: Buffer) => void (text += chunk.toString()));
      ingress.on('close', () => resolve(text));
    });
    await Promise.race([waits, output.then((text) => Promise.reject(new Error(text)))]);
    const skopeo = skopeoOf(ingress);
    return { ingress, skopeo, output };
  };
  const expectTheRestIsCopied = async (): Promise<void> => {
    link.repair();
    link.forget();
    expect(statuses(await mirrorImages(request()))).toEqual(['present', 'present', 'copied']);
    const asked = link.asked.map((path) => path.split('/').at(-1));
    expect(asked).toContain(images.envoy.layers[1]);
    expect(asked).not.toContain(images.envoy.layers[0]);
    expect(await digestAt(our(), 'acme-payments/envoy', lock.images.envoy.tag)).toBe(images.envoy.digest);
  };

  it('copies every platform by digest as the role of the add-ons, then has nothing to do', async () => {
    const { image, target, digest } = (await mirrorImages(request()))[2] ?? {};
    expect([image, target, digest]).toEqual([
      'envoy',
      `${ours.host}/acme-payments/envoy:${lock.images.envoy.tag}`,
      images.envoy.digest,
    ]);
    expect(account.assumed).toEqual(['arn:aws:iam::222222222222:role/acme/acme-payments-addons-role']);
    const { basic } = our();
    for (const layer of images.envoy.layers) {
      const url = `http://${ours.host}/v2/acme-payments/envoy/blobs/${layer}`;
      expect((await fetch(url, { headers: { authorization: `Basic ${basic}` } })).status).toBe(200);
    }
    link.forget();
    expect(statuses(await mirrorImages(request()))).toEqual(['present', 'present', 'present']);
    expect(link.asked).toEqual([]);
    const logs = readdirSync(join(folder, 'logs')).map((name) => readFileSync(join(folder, 'logs', name), 'utf8'));
    expect(logs.join('')).toContain('Writing manifest');
    expect(logs.join('')).not.toContain(basic);
  });

  it('tells what is missing or different and changes nothing, when it is not to copy', async () => {
    await mirrorImages(request({ lock: { ...lock, images: { ...lock.images, envoy: lock.images.contour } } }));
    link.forget();
    const before = await mirrorImages(request({ copy: false }));
    expect(statuses(before)).toEqual(['present', 'present', 'missing']);
    expect(link.asked).toEqual([]);
    const envoyAsContour = { ...lock.images.contour, digest: images.envoy.digest };
    const [, other] = await mirrorImages(
      request({ copy: true, lock: { ...lock, images: { ...lock.images, contour: envoyAsContour } } }),
    );
    expect(other).toMatchObject({
      status: 'different',
      reason: expect.stringContaining(`got ${images.contour.digest}`),
    });
    expect(await digestAt(our(), 'acme-payments/contour', lock.images.contour.tag)).toBe(images.contour.digest);
  });

  it('goes on where a killed skopeo left off', async () => {
    const { skopeo, output } = await startAndHold();
    process.kill(skopeo, 'SIGKILL');
    const results = JSON.parse(await output) as readonly MirrorResult[];
    expect(statuses(results)).toEqual(['copied', 'copied', 'failed']);
    expect(results[2]?.reason).toBe('skopeo was ended by SIGKILL');
    await expectTheRestIsCopied();
  });

  it('goes on where it was killed itself', async () => {
    const { ingress, skopeo, output } = await startAndHold();
    ingress.kill('SIGKILL');
    process.kill(skopeo, 'SIGKILL');
    expect(await output).toBe('');
    await expectTheRestIsCopied();
  });

  it('ends skopeo and leaves no credentials behind on Ctrl-C', async () => {
    const { ingress, skopeo, output } = await startAndHold();
    expect(leftBehind()).toHaveLength(1);
    ingress.kill('SIGINT');
    const results = JSON.parse(await output) as readonly MirrorResult[];
    expect(results[2]).toMatchObject({ status: 'failed', reason: 'interrupted' });
    expect(() => process.kill(skopeo, 0)).toThrow('ESRCH');
    expect(leftBehind()).toEqual([]);
    await expectTheRestIsCopied();
  });

  it('rejects an image that is not what its digest says', async () => {
    link.exchange(
      images.envoy.digest,
      '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}',
    );
    const results = await mirrorImages(request());
    expect(statuses(results)).toEqual(['copied', 'copied', 'failed']);
    expect(results[2]?.reason).toContain('digest');
    expect(await digestAt(our(), 'acme-payments/envoy', lock.images.envoy.tag)).toBeUndefined();
  });

  it('rejects a digest that the publisher does not have, and copies the others', async () => {
    const unknown = { ...lock.images.envoy, digest: `sha256:${'0'.repeat(64)}` };
    const results = await mirrorImages(request({ lock: { ...lock, images: { ...lock.images, envoy: unknown } } }));
    expect(statuses(results)).toEqual(['copied', 'copied', 'failed']);
    expect(results[2]?.reason).toContain('manifest unknown');
  });

  it('fails where our registry is down, and where the publisher is', async () => {
    const [first] = await mirrorImages(
      request({ upstream: parseUpstream(['127.0.0.1:9']), tenants: [{ ...tenant, ingressController: 'nginx' }] }),
    );
    expect(first).toMatchObject({ status: 'failed', reason: expect.stringContaining('connection refused') });
    await ours.stop();
    const [second] = await mirrorImages(request());
    expect(second?.reason).toBe(`${ours.host}: does not answer: ECONNREFUSED. Check the way to the registry.`);
  });

  it('fails without credentials of the account, and with some that the registry refuses', async () => {
    process.env['AWS_ENDPOINT_URL'] = 'http://127.0.0.1:9';
    const [noAccount] = await mirrorImages(request());
    expect(noAccount?.reason).toMatch(
      /^payments: no way into the ECR of account 222222222222 as role .*-addons-role; got .* deploy payments-roles first\.$/,
    );
    const reasonsWith = async (answers: { readonly user: string; readonly refusesRoles?: boolean }) => {
      const other = await startAccountEndpoint({ proxyEndpoint: `http://${ours.host}`, ...answers });
      process.env['AWS_ENDPOINT_URL'] = other.url;
      const results = await mirrorImages(request());
      await other.stop();
      return results.map(({ reason }) => reason);
    };
    expect(await reasonsWith({ user: 'AWS:wrong' })).toEqual(
      NAMES.map((name) => `${ours.host}: refuses our credentials for acme-payments/${name} with 401.`),
    );
    const noRole =
      'payments: no way into the ECR of account 222222222222 as role arn:aws:iam::222222222222:role/acme/acme-payments-' +
      'addons-role; got AccessDenied: not authorized to perform: sts:AssumeRole; expected credentials of one of ' +
      'deployerPrincipals in platform.yaml. Log in as one of them, and deploy payments-roles first.';
    expect(await reasonsWith({ user: REGISTRY_USER, refusesRoles: true })).toEqual(NAMES.map(() => noRole));
  });

  it('says how to install skopeo where it is missing', async () => {
    await expect(mirrorImages(request({ env: { PATH: folder } }))).rejects.toThrow(
      'skopeo: is not installed; it copies and reads images. Install it: apt-get install skopeo (Debian, Ubuntu)',
    );
  });

  it('reads digests and platforms of images, and digests of OCI charts', async () => {
    const reader = upstreamReader(parseUpstream([link.host]), folder);
    expect(await reader.image({ ...lock.images.envoy, digest: null })).toEqual({
      digest: images.envoy.digest,
      platforms: PLATFORMS,
    });
    const chart = await pushExampleImage(publisher.host, 'charts/contour', '1.2.3');
    const repository = `oci://${publisher.host}/charts`;
    expect(await reader.chart('contour', { repository, version: '1.2.3', digest: '' })).toEqual({
      digest: chart.digest,
    });
  });
});
