import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY, synthesizedDocuments } from '@central-ingress/ingress';
import { manyTenants } from './many-tenants';

const COUNT = 500;
const BINARY = join(REPOSITORY, 'tools', 'ingress', 'bin', 'ingress.cjs');
/** Prints what the process used, as the last thing it does. */
const METER = `data:text/javascript,process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))`;

interface Usage {
  readonly maxRSS: number;
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
}

describe(`ingress check --from with ${COUNT} tenants`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'many-tenants-'));
    const stacks = manyTenants(synthesizedDocuments({ world: REPOSITORY }), COUNT);
    for (const [name, text] of stacks) {
      mkdirSync(join(folder, 'stacks', name), { recursive: true });
      writeFileSync(join(folder, 'stacks', name, 'cdk.tf.json'), text);
    }
    const manifest = { stacks: Object.fromEntries([...stacks.keys()].map((name) => [name, {}])) };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('proves every path in less than 20 seconds of CPU and 500 MB', async () => {
    const args = ['--import', METER, BINARY, 'check', '--from', folder];
    const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
      execFile(process.execPath, args, { maxBuffer: 2 ** 27 }, (_, out, err) => resolve({ stdout: out, stderr: err }));
    });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`${COUNT} tenant(s), ${COUNT} host(s): proven`);
    const usage = JSON.parse(stderr.slice(stderr.lastIndexOf('{"userCPUTime'))) as Usage;
    expect((usage.userCPUTime + usage.systemCPUTime) / 1e6).toBeLessThan(20);
    expect(usage.maxRSS / 1024).toBeLessThan(500);
  }, 120_000);
});
