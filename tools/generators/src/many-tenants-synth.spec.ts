import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '@central-ingress/ingress';
import { crowdedWorld, writeWorld } from './crowded-world';

const BINARY = join(REPOSITORY, 'tools', 'ingress', 'bin', 'ingress.cjs');
const TENANT = 'team-1';
const COUNTS = [5, 500] as const;
/** Of each world, at most. The median counts: one run can be a fifth quicker or slower by chance. */
const MOST_RUNS = 13;
const LIMIT = 1.2;
/** Prints what the process used, as the last thing it does. */
const METER = `data:text/javascript,process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))`;

interface Usage {
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
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
    const taken: Record<(typeof COUNTS)[number], number[]> = { 5: [], 500: [] };
    const ratio = () => median(taken[500]) / median(taken[5]);
    for (let run = 0; run < 3 || (run < MOST_RUNS && ratio() > LIMIT); run += 1) {
      for (const count of COUNTS) taken[count].push(await synthesize(count));
    }
    expect(ratio()).toBeLessThan(LIMIT);
    const stack = (count: number): string =>
      readFileSync(join(folder, `out-${count}`, 'stacks', `${TENANT}-connection`, 'cdk.tf.json'), 'utf8');
    expect(stack(500)).toBe(stack(5));
  }, 240_000);
});
