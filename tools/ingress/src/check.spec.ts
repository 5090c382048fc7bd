import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding, ProofReport } from '@central-ingress/path-proof';
import { loadWorld } from '@central-ingress/world-files';
import { ownersOf } from './owners';
import { runIngress } from './rehearsal/command-line';
import type { Outcome } from './rehearsal/command-line';
import { synthesize } from './synthesize';
import { REPOSITORY } from './world-folder';

/** Prints what the process used, as the last thing it does. */
const METER = `data:text/javascript,process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))`;

/** The median counts: one run can be a fifth quicker or slower by chance. */
const FEWEST_RUNS = 3;
const MOST_RUNS = 9;
const LIMIT_SECONDS = 2;

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

/** Runs the real command line with an empty environment: no credentials, no programs to find. */
const ingress = (args: readonly string[], node: readonly string[] = []) => runIngress(args, { TMPDIR: tmpdir() }, node);

describe('ingress check', () => {
  let folder: string;
  let document: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ingress-check-'));
    const world = loadWorld(REPOSITORY);
    synthesize(world, ownersOf(world), folder);
    document = join(folder, 'stacks', 'payments-connection', 'cdk.tf.json');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs with one text of a stack replaced, and puts it back. */
  async function withReplaced(pattern: RegExp | string, text: string, run: () => Promise<Outcome>): Promise<Outcome> {
    const before = readFileSync(document, 'utf8');
    writeFileSync(document, before.replace(pattern, text));
    try {
      return await run();
    } finally {
      writeFileSync(document, before);
    }
  }

  it('synthesizes the world and proves it', async () => {
    const { code, stdout, stderr } = await ingress(['check']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('\n  pay.apps.example.com\n    ok        record           alias of acme-main-alb in');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('3 tenant(s), 4 host(s): proven');
  }, 60_000);

  it('takes less than two seconds of CPU', async () => {
    const taken: number[] = [];
    while (taken.length < FEWEST_RUNS || (taken.length < MOST_RUNS && median(taken) >= LIMIT_SECONDS)) {
      const { stderr } = await ingress(['check', '--from', folder], ['--import', METER]);
      const usage = JSON.parse(stderr) as { userCPUTime: number; systemCPUTime: number };
      taken.push((usage.userCPUTime + usage.systemCPUTime) / 1e6);
    }
    expect(median(taken)).toBeLessThan(LIMIT_SECONDS);
  }, 120_000);

  it('tells what is wrong, where, and the likely fix, and ends with 1', async () => {
    const { code, stdout } = await withReplaced(
      '"port": 443,\n        "protocol"',
      '"port": 80,\n        "protocol"',
      () => ingress(['check', 'payments', '--from', folder]),
    );
    expect(code).toBe(1);
    expect(stdout).toContain(
      [
        '    WRONG     target-group     payments-connection: aws_lb_target_group.route_target-group_target_group_867C75E0',
        '                                 wrong: acme-payments speaks HTTPS on port 80; the endpoint service listens on 443',
        '                                 fix:   Set the port to 443.\n',
      ].join('\n'),
    );
    expect(stdout).not.toContain('storefront  account');
  }, 60_000);

  it('gives the report as JSON, each finding once', async () => {
    const { code, stdout } = await withReplaced(/"priority": 21,/, '', () =>
      ingress(['check', '--from', folder, '--json']),
    );
    const report = JSON.parse(stdout) as ProofReport & { proven: boolean; findings: Finding[] };
    expect([code, report.proven]).toEqual([1, false]);
    expect(report.findings).toEqual([
      {
        code: 'rule-priority-missing',
        hop: 'rule',
        stack: 'payments-connection',
        address: 'aws_lb_listener_rule.route_rules_alb_listener_rule-1_496A1C1B',
        message: 'the rule acme-payments-1 has no priority; AWS would choose one, and another at the next change',
        fix: 'Set the priority of the slot.',
      },
    ]);
    expect(report.tenants.map(({ tenant, hosts }) => [tenant, hosts.length])).toEqual([
      ['partner-api', 1],
      ['payments', 2],
      ['storefront', 1],
    ]);
  }, 60_000);

  describe('of a part of the world', () => {
    let part: string;
    beforeAll(() => {
      part = mkdtempSync(join(tmpdir(), 'ingress-part-'));
    });
    afterAll(() => rmSync(part, { recursive: true, force: true }));

    const without = (count: number, names: string): string =>
      `${part}: is not the whole world; got ${count} stack(s) without ${names}; expected every stack. What follows is of ` +
      'those that are there. Run ingress synth without names.\n';

    const verdictOf = ({ stdout }: Outcome) => {
      const { proven, missingStacks, findings } = JSON.parse(stdout) as Record<string, unknown>;
      return { proven, missingStacks, findings };
    };

    it('says first what is missing', async () => {
      synthesize(loadWorld(REPOSITORY), ['payments'], part);
      const { code, stdout, stderr } = await ingress(['check', '--from', part]);
      expect([code, stderr]).toEqual([1, without(7, 'central-roles, main-alb, main-networking')]);
      expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
        /^1 tenant\(s\), 2 host\(s\): \d+ finding\(s\); 3 stack\(s\) are missing$/,
      );
    }, 60_000);

    it('says what --world has beside it, and does not call the world proven though nothing is wrong', async () => {
      synthesize(loadWorld(REPOSITORY), ['central', 'main', 'payments', 'partner-api'], part);
      const alone = await ingress(['check', '--from', part, '--json']);
      expect([alone.code, alone.stderr, verdictOf(alone)]).toEqual([
        0,
        '',
        { proven: true, missingStacks: [], findings: [] },
      ]);
      const missingStacks = ['addons', 'cluster', 'connection', 'ingress', 'networking', 'registration', 'roles'].map(
        (kind) => `storefront-${kind}`,
      );
      const beside = await ingress(['check', '--from', part, '--world', REPOSITORY, '--json']);
      expect([beside.code, beside.stderr, verdictOf(beside)]).toEqual([
        1,
        without(17, missingStacks.join(', ')),
        { proven: false, missingStacks, findings: [] },
      ]);
      const { stdout } = await ingress(['check', '--from', part, '--world', REPOSITORY]);
      expect(stdout.trimEnd().split('\n').at(-1)).toBe('2 tenant(s), 3 host(s): not proven; 7 stack(s) are missing');
    }, 60_000);
  });

  it.each([
    [
      '{"terraform": {}, "resource": []}',
      'payments-connection: resource: is no object; got a list. Synthesize the stack again.\n',
    ],
    ['{}', 'payments-connection: terraform: is missing; expected a stack that ingress synth has written.\n'],
  ])(
    'rejects %s with exit code 2',
    async (text, message) => {
      const outcome = await withReplaced(/[^]*/, text, () => ingress(['check', '--from', folder]));
      expect(outcome).toEqual({ code: 2, stdout: '', stderr: message });
    },
    60_000,
  );

  it('rejects a folder that synth has not written, and a name that is no tenant', async () => {
    const nowhere = join(folder, 'nowhere');
    expect(await ingress(['check', '--from', nowhere])).toEqual({
      code: 2,
      stdout: '',
      stderr: `${join(nowhere, 'manifest.json')}: is missing; expected a folder that ingress synth has written. Run ingress synth again, or correct --from.\n`,
    });
    expect(await ingress(['check', 'main', '--from', folder])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'main: no tenant of this name; expected partner-api, payments, storefront.\n',
    });
  }, 60_000);
});
