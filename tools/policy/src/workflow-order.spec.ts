import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly uses?: string;
  readonly environment?: string;
  readonly concurrency?: { readonly group: string };
  readonly steps?: readonly Step[];
}
type Jobs = Readonly<Record<string, Job>>;

const FOLDER = join(__dirname, '..', '..', '..', '.github');
const read = (...path: readonly string[]): string => readFileSync(join(FOLDER, ...path), 'utf8');
const jobsOf = (workflow: string): Jobs => (parse(read('workflows', `${workflow}.yml`)) as { jobs: Jobs }).jobs;
const needsOf = ({ needs = [] }: Job): readonly string[] => [needs].flat();
const stepOf = (job: Job | undefined, name: string): Step | undefined => job?.steps?.find((step) => step.name === name);

/** Every job that comes before a job, by way of others too. */
function ancestorsOf(jobs: Jobs, name: string): readonly string[] {
  const direct = needsOf(jobs[name] ?? {});
  return [...new Set([...direct, ...direct.flatMap((each) => ancestorsOf(jobs, each))])];
}

describe('the order of a deployment', () => {
  const cases = ['main', 'central', 'tenants'].flatMap((workflow) => {
    const jobs = jobsOf(workflow);
    const following = Object.keys(jobs).filter((name) => jobs[name]?.if?.includes('!cancelled()'));
    return following.map((name): [string, string, Jobs] => [workflow, name, jobs]);
  });

  it('has jobs that go on where one before them had nothing to do', () => {
    expect(cases.map(([workflow, name]) => `${workflow} ${name}`)).toEqual([
      'main tenants',
      'central internet-vpcs',
      'tenants service',
      'tenants addons',
      'tenants connect',
    ]);
  });

  // GitHub keeps one waiting entry per group: a second entry of one run would drop the first of a newer one.
  it('enters the queue of an account once a run', () => {
    const groups = ['main', 'central', 'tenants'].flatMap((workflow) =>
      Object.values(jobsOf(workflow)).flatMap(({ concurrency }) => concurrency?.group ?? []),
    );
    expect(groups).toEqual(['central', '${{ matrix.guard }}']);
  });

  it.each(cases)('in %s lets %s look at all that comes before it', (_, name, jobs) => {
    expect([...needsOf(jobs[name] ?? {})].sort()).toEqual([...ancestorsOf(jobs, name)].sort());
  });

  it.each(cases)('in %s stops %s where one before it failed or was cancelled', (_, name, jobs) => {
    expect(jobs[name]?.if).toContain("!failure() && !contains(needs.*.result, 'cancelled')");
  });
});

describe('the nightly look', () => {
  it('takes what ran out of time for something wrong', () => {
    const report = jobsOf('nightly')['report'];
    expect(ancestorsOf(jobsOf('nightly'), 'report')).toEqual(['accounts', 'central', 'tenants']);
    expect(stepOf(report, 'Open the issue, add to it, or close it')?.env?.['FAILED']).toBe(
      "${{ contains(needs.*.result, 'failure') || contains(needs.*.result, 'cancelled') }}",
    );
  });
});

describe('a plan of a pull request', () => {
  it('takes nothing from a cache, which an earlier push may have written', () => {
    const privileged = Object.entries(jobsOf('pull-request')).filter(([, { environment }]) => environment);
    expect(privileged.map(([name]) => name)).toEqual(['plan']);
    const setUps = privileged.flatMap(([, { steps = [] }]) => steps.filter(({ uses }) => uses?.endsWith('/set-up')));
    expect(setUps.map((step) => step.with?.['cache'])).toEqual(['false']);
  });

  it('has a set-up that leaves every cache alone when it is told to', () => {
    const { runs } = parse(read('actions', 'set-up', 'action.yml')) as { runs: { steps: readonly Step[] } };
    const caches = runs.steps.filter(({ uses }) => uses?.startsWith('actions/cache@'));
    expect(caches.length).toBeGreaterThan(0);
    expect(caches.filter((step) => !step.if?.includes("inputs.cache == 'true'"))).toEqual([]);
  });

  describe('in its comment', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'comment-'));
      // Stands for GitHub's program: there is no comment yet, and everything is taken.
      writeFileSync(join(folder, 'gh'), '#!/bin/sh\n');
      chmodSync(join(folder, 'gh'), 0o755);
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    /** What the job would write for this plan. */
    function bodyOf(plan: string | undefined): string {
      if (plan !== undefined) writeFileSync(join(folder, 'plan.md'), plan);
      const script = stepOf(jobsOf('pull-request')['comment'], 'Write the one comment, or write it anew')?.run ?? '';
      const env = {
        PATH: `${folder}${delimiter}${process.env['PATH']}`,
        COMMIT: 'abc',
        RUN: 'https://run',
        NUMBER: '1',
      };
      execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd: folder,
        env: { ...env, GITHUB_REPOSITORY: 'a/b' },
      });
      return readFileSync(join(folder, 'body.md'), 'utf8');
    }

    const HEAD = '<!-- ingress plan -->\nOf commit abc, by [this run](https://run).';

    it('says of which commit it is', () => {
      expect(bodyOf('no change\n')).toBe(`${HEAD}\n\nno change\n`);
    });

    it.each([undefined, ''])('says where to look when there is none: %j', (plan) => {
      expect(bodyOf(plan)).toBe(`${HEAD}\n\nThere is no plan: [see why](https://run).\n`);
    });

    it('cuts what is longer than GitHub takes, and says so first', () => {
      const body = bodyOf('x'.repeat(70_000));
      expect(body.startsWith(`${HEAD} It is cut: all of it is in the summary of that run.\n\nxxx`)).toBe(true);
      expect(body.length).toBeLessThanOrEqual(65_536);
      expect(body.length).toBeGreaterThan(65_000);
    });
  });
});
