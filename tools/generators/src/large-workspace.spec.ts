import { execFile } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { internetVpcFile, tenantFile } from '@central-ingress/config';
import { crowdedWorld, removeFromWorld, writeWorld } from './crowded-world';
import { TemporaryWorkspace } from './temporary-workspace';

const COUNT = 500;
/** Makes the shell tell at its end what its children used: minutes and seconds of user and system time. */
const METERED = '"$@"; code=$?; times >&2; exit $code';

interface Outcome {
  readonly stdout: string;
  readonly code: number;
  /** Of all processes together: two cores need at least half of it. */
  readonly cpuSeconds: number;
}

/** Runs Nx in a workspace without its daemon. */
function nx({ folder }: TemporaryWorkspace, ...args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, NX_DAEMON: 'false', CI: 'true' };
  const program = join(folder, 'node_modules', '.bin', 'nx');
  return new Promise((resolve) => {
    execFile('sh', ['-c', METERED, 'sh', program, ...args], { cwd: folder, env }, (error, stdout, stderr) => {
      const [user, system] = [...(stderr.trimEnd().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
        ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
      );
      resolve({ stdout, code: error ? Number(error.code) : 0, cpuSeconds: (user ?? NaN) + (system ?? NaN) });
    });
  });
}

describe(`a workspace of ${COUNT} tenants`, () => {
  let workspace: TemporaryWorkspace;
  beforeAll(() => {
    workspace = new TemporaryWorkspace(crowdedWorld(COUNT));
  });
  afterAll(() => workspace.remove());

  const projects = async (): Promise<readonly string[]> =>
    JSON.parse((await nx(workspace, 'show', 'projects', '--json')).stdout) as string[];

  it('has its project graph in 10 s when nothing is known yet, and in 3 s after that, on two cores', async () => {
    const cold = await nx(workspace, 'show', 'projects', '--json');
    expect((JSON.parse(cold.stdout) as string[]).filter((name) => name.startsWith('team-'))).toHaveLength(COUNT);
    const warm = await nx(workspace, 'show', 'projects', '--json');
    expect(warm.stdout).toBe(cold.stdout);
    expect(cold.cpuSeconds).toBeLessThan(10);
    expect(warm.cpuSeconds).toBeLessThan(6);
  }, 180_000);

  it('takes a tenant by `nx g tenant`, and then exactly that project is affected', async () => {
    const former = await projects();
    const add = ['g', 'tenant', 'newcomer', '--account', '999999999999', '--hosts', 'new.door-3.example.com'];
    expect((await nx(workspace, ...add, '--no-interactive')).code).toBe(0);
    const files = tenantFile('newcomer');
    const affected = await nx(workspace, 'show', 'projects', '--affected', '--files', files, '--json');
    expect(JSON.parse(affected.stdout)).toEqual(['newcomer']);
    removeFromWorld(workspace.folder, [{ path: files, text: '' }]);
    expect(await projects()).toEqual(former);
  }, 180_000);

  it('names the tenants of an internet VPC as affected by a change of its file', async () => {
    const files = internetVpcFile('door-9');
    const { stdout } = await nx(workspace, 'show', 'projects', '--affected', '--files', files, '--json');
    const tenants = Array.from({ length: 50 }, (_, index) => `team-${450 + index}`);
    expect([...(JSON.parse(stdout) as string[])].sort()).toEqual(['door-9', ...tenants].sort());
  }, 180_000);
});

describe('nx synth', () => {
  let workspace: TemporaryWorkspace;
  beforeAll(() => {
    workspace = new TemporaryWorkspace(crowdedWorld(3));
  });
  afterAll(() => workspace.remove());

  const isFromCache = async (tenant: string): Promise<boolean> => {
    const { code, stdout } = await nx(workspace, 'synth', tenant);
    expect(code).toBe(0);
    return stdout.includes('[local cache]') || stdout.includes('existing outputs match the cache');
  };
  const comment = (path: string): void => appendFileSync(join(workspace.folder, path), '# a comment\n');

  it('takes from the cache what others’ files cannot change, and makes anew what its own can', async () => {
    expect(await isFromCache('team-1')).toBe(false);
    comment(tenantFile('team-2'));
    const [, door = { path: '', text: '' }] = crowdedWorld(1);
    const another = { path: internetVpcFile('door-7'), text: door.text.replaceAll('door-0', 'door-7') };
    writeWorld(workspace.folder, [another]);
    expect(await isFromCache('team-1')).toBe(true);
    comment(internetVpcFile('door-0'));
    expect(await isFromCache('team-1')).toBe(false);
    comment(tenantFile('team-1'));
    expect(await isFromCache('team-1')).toBe(false);
  }, 240_000);
});
