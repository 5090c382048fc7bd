import { mkdtempSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import { runIngress } from './rehearsal/command-line';
import { asksForJson, reportError } from './report-error';
import { REPOSITORY } from './world-folder';

/** Runs the real command line without credentials. */
const ingress = (...args: readonly string[]) =>
  runIngress(args, {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_EC2_METADATA_DISABLED: 'true',
  });

describe('reportError', () => {
  function told(error: unknown, json: boolean): readonly [number, string, string] {
    let [text, object] = ['', ''];
    const code = reportError(
      error,
      { write: (part: string) => (text += part) },
      json ? { write: (part: string) => (object += part) } : undefined,
    );
    return [code, text, object];
  }

  class Refusal extends UserError {
    override readonly exitCode = 3;
  }

  it('tells a mistake of the user as text, or as JSON, with the exit code of its own', () => {
    expect(told(new Refusal('main: is connected.'), false)).toEqual([3, 'main: is connected.\n', '']);
    expect(told(new Refusal('main: is connected.'), true)).toEqual([
      3,
      '',
      '{\n  "message": "main: is connected."\n}\n',
    ]);
  });

  it('tells every problem of the configuration in parts', () => {
    const what = { what: 'is missing', got: 'nothing', expected: 'a name', fix: 'Name it' };
    const problems = [
      { file: 'a.yaml', path: 'x', line: 3, ...what },
      { file: 'b.yaml', path: 'y', ...what },
    ];
    const [code, text, object] = told(new ConfigError(problems), true);
    expect([code, text, JSON.parse(object)]).toEqual([1, '', { valid: false, problems }]);
  });

  it('tells what AWS or the network did not let happen', () => {
    const [code, text, object] = told(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), true);
    expect([code, text]).toEqual([1, '']);
    expect(JSON.parse(object)).toEqual({
      message: 'AWS could not be asked: connect ECONNREFUSED. See to the network and its proxies, and run it again.',
    });
  });

  it('keeps a defect of ours, with its stack, for standard error', () => {
    const [code, text, object] = told(new TypeError('ours'), true);
    expect([code, object]).toEqual([1, '']);
    expect(text).toMatch(/^This is a defect of ingress, please report it:\nTypeError: ours\n {4}at /);
  });
});

describe('asksForJson', () => {
  it.each([
    [['check', '--json'], true],
    [['check'], false],
    [['check', '--', '--json'], false],
  ])('reads %j', (args, expected) => {
    expect(asksForJson(args)).toBe(expected);
  });
});

describe('ingress --json', () => {
  let world: string;
  beforeAll(() => {
    world = mkdtempSync(join(tmpdir(), 'ingress-world-'));
    for (const part of ['platform.yaml', 'apps/central-internet-account/internet-vpcs'])
      cpSync(join(REPOSITORY, part), join(world, part), { recursive: true });
    const tenant = join(world, 'apps/eks-service-account/tenants/payments');
    cpSync(join(REPOSITORY, 'apps/eks-service-account/tenants/payments'), tenant, { recursive: true });
    writeFileSync(join(tenant, 'tenant.yaml'), 'connectionName: payments\ncolour: red\n');
  });
  afterAll(() => rmSync(world, { recursive: true, force: true }));

  it.each([
    ['validate'],
    ['check'],
    ['plan', '--all'],
    ['deploy', '--all'],
    ['verify', '--all'],
    ['offboard', 'payments', '--yes', 'payments'],
  ])(
    'has the problems of a wrong file as one object: %s',
    async (...args) => {
      const { code, stdout, stderr } = await ingress(...args, '--world', world, '--json');
      const { valid, problems } = JSON.parse(stdout) as { valid: boolean; problems: readonly object[] };
      expect([code, stderr, valid]).toEqual([1, '', false]);
      expect(problems).toContainEqual({
        file: 'apps/eks-service-account/tenants/payments/tenant.yaml',
        path: 'colour',
        line: 2,
        what: 'is no known key',
        got: '"colour"',
        expected: expect.stringContaining('one of the keys connectionName, '),
        fix: 'Remove it',
      });
    },
    30_000,
  );

  it.each([
    [['check', 'payment'], 1, 'payment: no tenant of this name; expected '],
    [['cost', '--from', '/nowhere'], 2, '/nowhere/manifest.json: is missing; expected a folder that ingress synth '],
    [['lock', 'haproxy'], 2, 'lock: haproxy: is not in the lock; expected '],
    [['move', 'payments', '--to', 'second'], 3, '--to second: no internet VPC of this name; expected '],
    [
      ['deploy', 'main', '--concurrency', '0'],
      1,
      "option '-c, --concurrency <number>' argument '0' is invalid. expected ",
    ],
    [['validate', '--wrld', '.'], 1, "unknown option '--wrld'\n(Did you mean --world?)"],
  ])(
    'has the message of another mistake, and its exit code: %j',
    async (args, expected, message) => {
      const { code, stdout } = await ingress(...args, '--json');
      const { message: told, ...rest } = JSON.parse(stdout) as { message: string };
      expect([code, told.slice(0, message.length), rest]).toEqual([expected, message, {}]);
    },
    30_000,
  );

  it('leaves help as it is', async () => {
    expect(await ingress('check', '--json', '--help')).toEqual(await ingress('check', '--help'));
  }, 30_000);
});
