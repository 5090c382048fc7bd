import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notices } from '@central-ingress/config';
import { loadWorld } from '@central-ingress/world-files';
import { buildProgram } from './program';
import { runIngress, withOwnWorld } from './rehearsal/command-line';
import { REPOSITORY } from './world-folder';

/** Runs the real command line, with the repository's own world unless `env` names another one. */
const ingress = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => runIngress(args, withOwnWorld(env));

/** What is told of the reference set by every command that deploys it. */
const NOTICES = notices(loadWorld(REPOSITORY))
  .map(({ tenant, text }) => `notice: ${tenant} ${text}\n`)
  .join('');

describe('ingress', () => {
  let world: string;
  beforeEach(() => {
    world = mkdtempSync(join(tmpdir(), 'ingress-world-'));
    for (const part of [
      'platform.yaml',
      'apps/central-internet-account/internet-vpcs',
      'apps/eks-service-account/tenants',
    ])
      cpSync(join(REPOSITORY, part), join(world, part), { recursive: true });
  });
  afterEach(() => rmSync(world, { recursive: true, force: true }));

  const breakTenant = (): void =>
    writeFileSync(
      join(world, 'apps/eks-service-account/tenants/payments/tenant.yaml'),
      'connectionName: payments\ncolour: red\n',
    );

  it('validates the world of --world, of INGRESS_WORLD, and its own', async () => {
    const text = 'valid: 1 internet VPC(s), 3 tenant(s)\n';
    expect(await ingress(['validate', '--world', world])).toEqual({ code: 0, stdout: text, stderr: NOTICES });
    expect((await ingress(['validate', '--json'], { INGRESS_WORLD: world })).stdout).toBe(
      '{"valid":true,"internetVpcs":1,"tenants":3}\n',
    );
    expect((await ingress(['validate'])).stdout).toBe(text);
  }, 30_000);

  it('tells on standard error, once, what the tenants that are named give up', async () => {
    const [direct = '', nginx = ''] = NOTICES.split(/(?<=\n)/);
    expect(direct).toMatch(/^notice: partner-api is exposed directly: no WAF protects it/);
    expect(nginx).toMatch(/^notice: storefront runs ingress-nginx, which is retired upstream/);
    const out = join(world, 'out');
    expect((await ingress(['synth', '--world', world, '--out', out])).stderr).toBe(NOTICES);
    expect((await ingress(['synth', 'storefront', 'main', '--world', world, '--out', out])).stderr).toBe(nginx);
    expect((await ingress(['synth', 'payments', '--world', world, '--out', out, '--json'])).stderr).toBe('');
  }, 30_000);

  it('tells where charts are not, which may lie on the runner alone', async () => {
    appendFileSync(join(world, 'platform.yaml'), 'charts: {type: folder, path: charts}\n');
    const path = join(world, 'charts');
    expect(await ingress(['validate', '--world', world])).toEqual({
      code: 0,
      stdout: 'valid: 1 internet VPC(s), 3 tenant(s)\n',
      stderr:
        `${NOTICES}notice: platform.yaml: charts.path: ${path} is missing here; what synthesizes add-ons needs it, with ` +
        'the charts of the lock file\n',
    });
    mkdirSync(path);
    expect((await ingress(['validate', '--world', world])).stderr).toBe(NOTICES);
  }, 30_000);

  it('rejects a broken file with every problem, exit code 1 and no stack trace', async () => {
    breakTenant();
    const { code, stdout, stderr } = await ingress(['validate', '--world', world]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('apps/eks-service-account/tenants/payments/tenant.yaml: colour: ');
    expect(stderr).toContain('apps/eks-service-account/tenants/payments/tenant.yaml: accountId: ');
    expect(stderr).not.toContain('    at ');
  }, 30_000);

  it('prints the problems as JSON when asked', async () => {
    breakTenant();
    const { code, stdout } = await ingress(['validate', '--world', world, '--json']);
    const result = JSON.parse(stdout) as { valid: boolean; problems: { file: string; path: string }[] };
    expect([code, result.valid]).toEqual([1, false]);
    expect(result.problems.map(({ path }) => path)).toContain('colour');
  }, 30_000);

  it('writes nothing when the configuration is broken', async () => {
    breakTenant();
    const out = join(world, 'out');
    expect((await ingress(['synth', '--world', world, '--out', out])).code).toBe(1);
    expect(existsSync(out)).toBe(false);
  }, 30_000);

  it('synthesizes named owners only, and removes what an earlier run wrote and is not among them', async () => {
    const out = join(world, 'out');
    const stacks = (): readonly string[] =>
      readdirSync(join(out, 'stacks')).filter((name) => existsSync(join(out, 'stacks', name, 'cdk.tf.json')));
    await ingress(['synth', '--world', world, '--out', out]);
    expect(stacks()).toHaveLength(24);
    const { stdout } = await ingress(['synth', 'main', '--world', world, '--out', out, '--json']);
    expect((JSON.parse(stdout) as { stacks: string[] }).stacks).toEqual(['main-networking', 'main-alb']);
    expect([...stacks()].sort()).toEqual(['main-alb', 'main-networking']);
  }, 30_000);

  it('writes the same bytes twice', async () => {
    const read = (out: string) =>
      readdirSync(join(out, 'stacks')).map((name) => readFileSync(join(out, 'stacks', name, 'cdk.tf.json'), 'utf8'));
    await ingress(['synth', '--world', world, '--out', join(world, 'a')]);
    await ingress(['synth', '--world', world, '--out', join(world, 'b')]);
    expect(read(join(world, 'a'))).toHaveLength(24);
    expect(read(join(world, 'a'))).toEqual(read(join(world, 'b')));
  }, 30_000);

  it.each([
    [
      ['synth', 'payment'],
      'payment: no internet VPC and no tenant of this name; expected central, main, partner-api, payments, storefront. ' +
        'Did you mean payments?\n',
    ],
    [
      ['deploy'],
      'deploy: nothing is named; expected names of internet VPCs or tenants, or --all. Give one of the two.\n',
    ],
    [
      ['destroy', 'main', '--all', '--yes'],
      'destroy: too much is named; expected names of internet VPCs or tenants, or --all. Give one of the two.\n',
    ],
    [
      ['plan'],
      'plan: nothing is named; expected names of internet VPCs or tenants, or --all, or --affected. Give one of the three.\n',
    ],
    [
      ['plan', 'main', '--all'],
      'plan: too much is named; expected names of internet VPCs or tenants, or --all, or --affected. Give one of the three.\n',
    ],
    [['connect', 'main'], 'main: has no stack to connect.\n'],
    ...['deploy', 'plan'].map((command): [string[], string] => [
      [command, 'main', '--only', 'roles'],
      '--only: leaves no stack of those that are named; got --only roles; expected one of their kinds to be left: ' +
        'alb, networking. Correct --only.\n',
    ]),
    ...['onboard', 'drift'].map((command): [string[], string] => [
      [command, 'payments', '--only', 'alb'],
      '--only: leaves no stack of those that are named; got --only alb; expected one of their kinds to be left: ' +
        'addons, cluster, connection, ingress, networking, registration, roles. Correct --only.\n',
    ]),
    [['diagram', '--out', ''], '--out: is empty; got ""; expected a file to write to. Name one, or leave out --out.\n'],
    [['quotas', 'door'], 'door: no internet VPC of this name; expected main.\n'],
    [
      ['onboard', 'newcomer'],
      'newcomer: no tenant of this name; expected partner-api, payments, storefront. To add it: npx nx g tenant newcomer.\n',
    ],
    [
      ['verify'],
      'verify: nothing is named; expected names of tenants: partner-api, payments, storefront, or --all. ' +
        'Give one of the two.\n',
    ],
    [
      ['verify', 'payments', '--all'],
      'verify: too much is named; expected names of tenants: partner-api, payments, storefront, or --all. ' +
        'Give one of the two.\n',
    ],
    [['verify', 'main'], 'main: no tenant of this name; expected partner-api, payments, storefront.\n'],
    [
      ['verify', '--all', '--connect-to', '10.0.0.7'],
      '--connect-to: not a rule; got "10.0.0.7"; expected HOST1:PORT1:HOST2:PORT2, each part possibly empty. ' +
        'Write an IPv6 address in square brackets.\n',
    ],
    [
      ['offboard', 'payment'],
      'payment: no tenant of this name; expected partner-api, payments, storefront. Did you mean payments? If its ' +
        'folder was removed before its stacks, bring it back from version control.\n',
    ],
    [['offboard', 'payments'], 'offboard: needs an answer and there is no terminal to ask on. Add --yes payments.\n'],
    [
      ['offboard', 'payments', '--yes', 'storefront'],
      'offboard: --yes names another tenant; got storefront; expected payments. Nothing was changed.\n',
    ],
    [['destroy', 'main'], 'destroy: needs an answer and there is no terminal to ask on. Add --yes to destroy main.\n'],
  ])(
    'rejects %j',
    async (args, message) => {
      expect(await ingress([...args, '--world', world])).toEqual({ code: 1, stdout: '', stderr: message });
    },
    30_000,
  );

  it.each([
    [['offboard', 'payments', '--cancel', '--dry-run'], '--dry-run'],
    [['move', 'payments', '--cancel', '--step', 'prepare'], '--step <step>'],
    [['move', 'payments', '--cancel', '--to', 'main'], '--to <internet-vpc>'],
    [['move', 'payments', '--cancel', '--slot', '1'], '--slot <n>'],
  ])(
    'rejects %j, which would cancel something else than it says',
    async (args, option) => {
      const { code, stdout, stderr } = await ingress([...args, '--world', world]);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(`error: option '--cancel' cannot be used with option '${option}'\n`);
    },
    30_000,
  );

  it.each([
    [
      ['move', 'payments', '--to', 'second'],
      '--to second: no internet VPC of this name; expected a further internet VPC, which is one more file.\n',
    ],
    [
      ['move', 'partner-api', '--to', 'main'],
      'partner-api: is exposed directly and stands in no internet VPC; expected exposure.type central.\n',
    ],
  ])(
    'refuses %j with exit code 3 before it asks AWS',
    async (args, message) => {
      expect(await ingress([...args, '--world', world])).toEqual({ code: 3, stdout: '', stderr: message });
    },
    30_000,
  );

  it('rejects a world that is none, and an unknown option, with what to do', async () => {
    const empty = join(world, 'apps');
    expect((await ingress(['validate', '--world', empty])).stderr).toBe(
      `${empty}: platform.yaml: is missing; got nothing; expected a folder with platform.yaml, ` +
        'apps/central-internet-account/internet-vpcs and apps/eks-service-account/tenants. Correct --world.\n',
    );
    const { code, stderr } = await ingress(['deploy', 'main', '--concurrency', '0']);
    expect(code).toBe(1);
    expect(stderr).toContain("argument '0' is invalid. expected a whole number of 1 or more.");
  }, 30_000);

  it.each(buildProgram().commands.map((command) => [command.name(), command] as const))(
    'has help with examples for %s',
    (name, command) => {
      let help = '';
      command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
      expect(help).not.toContain('[]');
      expect(help).toContain(`\nExamples:\n  ingress ${name}`);
      if (name !== 'lock') expect(help).toContain('--world <folder>');
      if (['validate', 'synth', 'cost', 'diagram', 'quotas', 'bootstrap', 'move', 'lock', 'mirror'].includes(name))
        return;
      expect(help).toMatch(/\n\nExit codes:\n {2}0 {2}[^]+\n {2}1 {2}/);
    },
  );

  it('says of what there is no help', async () => {
    const stderr = "error: unknown command 'deplyo'\n(Did you mean deploy?)\nAdd --help for the options.\n";
    expect(await ingress(['help', 'deplyo'])).toEqual({ code: 1, stdout: '', stderr });
    expect((await ingress(['help', 'deploy'])).stdout).toBe((await ingress(['deploy', '--help'])).stdout);
    expect(await ingress(['help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Commands:'),
      stderr: '',
    });
  }, 30_000);

  it('ends with 0 after help', async () => {
    expect(await ingress(['deploy', '--help'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('tells its version', async () => {
    expect(await ingress(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' });
  });
});
