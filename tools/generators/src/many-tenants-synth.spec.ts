import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '@central-ingress/ingress';
import { crowdedWorld, writeWorld } from './crowded-world';

const BINARY = join(REPOSITORY, 'tools', 'ingress', 'bin', 'ingress.cjs');
const TENANT = 'team-1';
const COUNTS = [5, 500] as const;
/** Of each world, at most: the least is what the work takes, the rest is what else runs on the machine. */
const MOST_RUNS = 8;
const LIMIT = 1.2;
/** Prints what the process used, as the last thing it does. */
const METER = `data:text/javascript,process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))`;

interface Usage {
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
}

describe(`ingress synth ${TENANT}`, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'many-tenants-synth-'));
    COUNTS.forEach((count) => writeWorld(join(folder, `world-${count}`), crowdedWorld(count)));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Synthesizes the tenant in a world of so many, in a process of its own. @returns seconds of CPU */
  async function synthesize(count: number): Promise<number> {
    const world = ['--world', join(folder, `world-${count}`), '--out', join(folder, `out-${count}`)];
    const stderr = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, ['--import', METER, BINARY, 'synth', TENANT, ...world], (error, _, text) =>
        error ? reject(error) : resolve(text),
      );
    });
    const { userCPUTime, systemCPUTime } = JSON.parse(stderr.slice(stderr.lastIndexOf('{'))) as Usage;
    return (userCPUTime + systemCPUTime) / 1e6;
  }

  it('takes at most a fifth longer among 500 tenants than among five, and writes the same', async () => {
    const least: Record<(typeof COUNTS)[number], number> = { 5: Infinity, 500: Infinity };
    for (let run = 0; run < 2 || (run < MOST_RUNS && least[500] / least[5] > LIMIT); run += 1) {
      for (const count of COUNTS) least[count] = Math.min(least[count], await synthesize(count));
    }
    expect(least[500] / least[5]).toBeLessThan(LIMIT);
    const stack = (count: number): string =>
      readFileSync(join(folder, `out-${count}`, 'stacks', `${TENANT}-connection`, 'cdk.tf.json'), 'utf8');
    expect(stack(500)).toBe(stack(5));
  }, 180_000);
});
