import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addonLock } from '@central-ingress/addon-lock';
import { LOAD_BALANCER_CONTROLLER_VERSION } from '@central-ingress/eks';
import { ScriptedEndpoint } from '@central-ingress/testing';
import { runIngress, withOwnWorld } from './rehearsal/command-line';

/** Runs the real command line, with the repository's own world unless `env` names another one. */
const ingress = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => runIngress(args, withOwnWorld(env));

describe('ingress mirror', () => {
  const { images } = addonLock();
  const names = ['aws-load-balancer-controller', 'ingress-nginx-controller'] as const;
  const aws = new ScriptedEndpoint();
  const emptyRegistry = createServer((_, response) => response.writeHead(404).end());
  let host: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    await once(emptyRegistry.listen(0, '127.0.0.1'), 'listening');
    host = `127.0.0.1:${(emptyRegistry.address() as AddressInfo).port}`;
    const data = { authorizationToken: 'QVdTOng=', proxyEndpoint: `http://${host}` };
    aws.answers({ GetAuthorizationToken: () => ({ authorizationData: [data] }) });
    env = await aws.start();
  });
  afterAll(async () => {
    emptyRegistry.close();
    await aws.stop();
  });

  it('tells with --check what is missing, and fails', async () => {
    const missing = names.map(
      (name) => `  ✖ storefront/${name}: ${host}/acme-storefront/${name}:${images[name].tag}: is not in the registry\n`,
    );
    expect(await ingress(['mirror', 'storefront', '--check'], env)).toEqual({
      code: 1,
      stdout: `2 images of 1 tenant: 2 missing.\n${missing.join('')}`,
      stderr: '',
    });
  }, 30_000);

  it('tells with --dry-run what would be copied', async () => {
    const { code, stdout } = await ingress(['mirror', 'storefront', '--dry-run', '--json'], env);
    const results = JSON.parse(stdout) as readonly { image: string; status: string; digest: string }[];
    expect(code).toBe(0);
    expect(results.map(({ image, status, digest }) => [image, status, digest])).toEqual(
      names.map((name) => [name, 'missing', images[name].digest]),
    );
  }, 30_000);

  it.each([
    [[], 'mirror: nothing is named; expected names of tenants: '],
    [['payments', '--all'], 'mirror: too much is named; expected names of tenants: '],
    [['main'], 'main: no tenant of this name; expected '],
    [
      ['payments', '--from', 'https://r.example.com'],
      '--from: is no rule; got "https://r.example.com"; expected host/path',
    ],
  ])(
    'rejects %j with exit code 2',
    async (args, message) => {
      const { code, stdout, stderr } = await ingress(['mirror', ...args]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
    },
    30_000,
  );
});

describe('INGRESS_MIRROR_FROM', () => {
  it.each([
    [['mirror', 'payments', '--dry-run'], 2],
    [['lock', '--check'], 2],
    [['onboard', 'payments'], 1],
  ])(
    'is named by %j where it has a wrong rule, before anything is done',
    async (args, expected) => {
      const { code, stdout, stderr } = await ingress(args, { INGRESS_MIRROR_FROM: 'r.example.com,docker.io=' });
      expect([code, stdout]).toEqual([expected, '']);
      expect(stderr).toMatch(
        /^INGRESS_MIRROR_FROM: is no rule; got "docker.io="; expected .* INGRESS_MIRROR_FROM=docker\.io=/,
      );
    },
    30_000,
  );
});

describe('ingress lock', () => {
  it.each([
    [['haproxy'], 2, 'lock: haproxy: is not in the lock; expected aws-load-balancer-controller, contour, '],
    [
      ['--chart', 'aws-load-balancer-controller=99.0.0'],
      1,
      'would leave the version whose rights are pinned; got chart 99.0.0 and image ' +
        `${LOAD_BALANCER_CONTROLLER_VERSION}; expected ${LOAD_BALANCER_CONTROLLER_VERSION} for both.`,
    ],
  ])(
    'rejects %j with exit code %d',
    async (args, expected, message) => {
      const { code, stdout, stderr } = await ingress(['lock', ...args]);
      expect([code, stdout]).toEqual([expected, '']);
      expect(stderr).toContain(message);
      expect(stderr).not.toContain('    at ');
    },
    30_000,
  );

  it.each(['mirror', 'lock'])(
    'has help with examples and exit codes for %s',
    async (command) => {
      const { code, stdout } = await ingress([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`\nExamples:\n  ingress ${command}`);
      expect(stdout).toContain('\nExit codes:\n  0 ');
    },
    30_000,
  );
});
