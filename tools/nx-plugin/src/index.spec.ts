import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CreateNodesResultV2 } from '@nx/devkit';
import { NAME_PATTERN } from '@central-ingress/config';
import fc from 'fast-check';
import { createNodesV2 } from './index';
import { OWNER_NAME } from './world-of-files';

const TENANT = 'apps/eks-service-account/tenants/payments/tenant.yaml';
const VPC = 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml';
const EDGE = 'apps/central-internet-account/internet-vpcs/edge-2/internet-vpc.yaml';
const CENTRAL = 'apps/central-internet-account/package.json';

describe('createNodesV2', () => {
  let workspaceRoot: string;
  beforeEach(() => {
    workspaceRoot = mkdtempSync(join(tmpdir(), 'nx-plugin-'));
  });
  afterEach(() => rmSync(workspaceRoot, { recursive: true, force: true }));

  /** Projects that the plugin infers from files of this content, by their root. */
  async function infer(files: Readonly<Record<string, string>>) {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspaceRoot, file)), { recursive: true });
      writeFileSync(join(workspaceRoot, file), text);
    }
    const results: CreateNodesResultV2 = await createNodesV2[1](Object.keys(files), undefined, {
      workspaceRoot,
      nxJsonConfiguration: {},
    });
    return Object.assign({}, ...results.map(([, { projects }]) => projects ?? {}));
  }

  it('makes a project of each tenant, whose deploy waits for its internet VPC and whose connect for its deploy', async () => {
    const projects = await infer({ [TENANT]: 'exposure:\n  internetVpc: edge-2\n', [EDGE]: '' });
    const { name, tags, targets } = projects[dirname(TENANT)];
    expect([name, tags]).toEqual(['payments', ['kind:tenant', 'scope:service', 'layer:world']]);
    expect(targets.deploy).toEqual({
      executor: 'nx:run-commands',
      cache: false,
      dependsOn: [{ projects: ['edge-2'], target: 'deploy' }],
      options: { command: 'ingress deploy payments', cwd: '{workspaceRoot}' },
      metadata: { description: 'Deploy the stacks of tenant payments.' },
    });
    expect([targets.connect.dependsOn, targets.connect.cache]).toEqual([['deploy'], false]);
    expect(targets.onboard.options.command).toBe('ingress onboard payments');
    expect(Object.keys(targets).sort()).toEqual([
      'bootstrap',
      'connect',
      'deploy',
      'destroy',
      'disconnect',
      'onboard',
      'synth',
    ]);
  });

  it('makes a project of each internet VPC, whose deploy waits for the central roles', async () => {
    const projects = await infer({ [VPC]: 'cidr: 10.12.0.0/16\n' });
    const { name, tags, targets } = projects[dirname(VPC)];
    expect([name, tags]).toEqual(['main', ['kind:internet-vpc', 'scope:central', 'layer:world']]);
    expect(targets.deploy.dependsOn).toEqual([{ projects: ['central-internet-account'], target: 'deploy' }]);
    expect(Object.keys(targets).sort()).toEqual(['bootstrap', 'deploy', 'destroy', 'synth']);
  });

  it.each([
    ['its own internet VPC', 'exposure: {type: central, internetVpc: main}', 'main'],
    ['the internet VPC that creates its hosted zone', 'exposure: {type: direct, hostedZone: example.com}', 'edge-2'],
    ['nothing for a zone that no internet VPC has', 'exposure: {type: direct, hostedZone: example.org}', undefined],
    ['nothing for an internet VPC that is not there', 'exposure: {type: central, internetVpc: other}', undefined],
    ['nothing for a direct tenant without a zone', 'exposure: {type: direct}', undefined],
    ['nothing for a file that is none', 'exposure: [', undefined],
  ])('lets the deploy of a tenant wait for %s', async (_, tenant, internetVpc) => {
    const files = {
      [TENANT]: tenant,
      [VPC]: 'domain: example.com\nhostedZone: lookup\n',
      [EDGE]: 'domain: example.com\nhostedZone: create\n',
      'apps/central-internet-account/internet-vpcs/broken/internet-vpc.yaml': 'cidr: [',
    };
    const { targets } = (await infer(files))[dirname(TENANT)];
    expect(targets.deploy.dependsOn).toEqual(internetVpc ? [{ projects: [internetVpc], target: 'deploy' }] : []);
  });

  it.each([
    ['which it looks up', 'domain: example.com\nhostedZone: lookup\n', ['central-internet-account', 'edge-2']],
    ['which nobody creates', 'domain: example.org\nhostedZone: lookup\n', ['central-internet-account']],
    ['of its own', 'domain: example.net\nhostedZone: create\n', ['central-internet-account']],
  ])('lets an internet VPC wait for who creates the zone: one %s', async (_, vpc, waitsFor) => {
    const files = { [VPC]: vpc, [EDGE]: 'domain: example.com\nhostedZone: create\n' };
    const { targets } = (await infer(files))[dirname(VPC)];
    expect(targets.deploy.dependsOn).toEqual([{ projects: waitsFor, target: 'deploy' }]);
  });

  it("connects a tenant once the zones of its hosts exist, also another internet VPC's", async () => {
    const hosts = '[a.example.net, {name: a.example.com, hostedZone: example.com}, {name: b.org, hostedZone: b.org}]';
    const files = {
      [TENANT]: `exposure: {internetVpc: main, hosts: ${hosts}}`,
      [VPC]: 'domain: example.net\nhostedZone: create\n',
      [EDGE]: 'domain: example.com\nhostedZone: create\n',
    };
    const { targets } = (await infer(files))[dirname(TENANT)];
    expect(targets.connect.dependsOn).toEqual(['deploy', { projects: ['edge-2'], target: 'deploy' }]);
    expect(targets.deploy.dependsOn).toEqual([{ projects: ['main'], target: 'deploy' }]);
  });

  it('synthesizes again only when what the JSON is made from differs', async () => {
    const files = { [TENANT]: 'exposure: {internetVpc: main}', [VPC]: '', [EDGE]: '', [CENTRAL]: '{}' };
    const projects = await infer(files);
    const code = ['{workspaceRoot}/platform.yaml', '^production', 'synthesis', { env: 'INGRESS_KUBECONFIG' }];
    const inputsOf = (root: string) => projects[root].targets.synth.inputs;
    expect(inputsOf(dirname(TENANT))).toEqual(['{projectRoot}/tenant.yaml', `{workspaceRoot}/${VPC}`, ...code]);
    expect(inputsOf(dirname(VPC))).toEqual(['{projectRoot}/internet-vpc.yaml', ...code]);
    expect(inputsOf(dirname(CENTRAL))).toEqual(['production', ...code]);
    expect(projects[dirname(TENANT)].targets.synth.options.command).toBe(
      'ingress synth payments --world . --out .ingress/synth/payments',
    );
  });

  it('gives each package its checks, and the central app the central roles', async () => {
    const projects = await infer({
      'libs/config/package.json': '{}',
      [CENTRAL]: '{}',
    });
    const { lint, typecheck, test } = projects['libs/config'].targets;
    expect([lint, typecheck, test].map(({ options, cache }) => [options.command, cache])).toEqual([
      ['eslint libs/config --max-warnings 0', true],
      ['tsc -p libs/config', true],
      ['jest -c jest.config.cjs --rootDir libs/config --passWithNoTests', true],
    ]);
    const central = projects[dirname(CENTRAL)].targets;
    expect(central.deploy.options.command).toBe('ingress deploy central');
    expect(projects['libs/config'].targets.deploy).toBeUndefined();
  });

  it('never caches what changes an account, and caches synthesis', async () => {
    const projects = await infer({ [TENANT]: '', [VPC]: '', [EDGE]: '' });
    for (const { targets } of Object.values<{ targets: Record<string, { cache: boolean }> }>(projects)) {
      for (const [target, { cache }] of Object.entries(targets))
        expect([target, cache]).toEqual([target, target === 'synth']);
    }
  });

  it('leaves other files of these names alone', async () => {
    expect(
      await infer({
        'apps/eks-service-account/src/tenant.yaml': '',
        'libs/config/src/package.json': '{}',
        'tools/x/tenants/y/tenant.yaml': '',
      }),
    ).toEqual({});
  });

  const [TENANTS, VPCS] = [dirname(dirname(TENANT)), dirname(dirname(VPC))];
  it.each([
    ['a tenant with the name of an internet VPC', { [`${TENANTS}/main/tenant.yaml`]: '', [VPC]: '' }, 'main'],
    ['a tenant that is named like the central roles', { [`${TENANTS}/central/tenant.yaml`]: '' }, undefined],
    ['a name that is more than a word', { [`${TENANTS}/x; echo y/tenant.yaml`]: '', [VPC]: '' }, 'main'],
    ['an internet VPC of such a name', { [`${VPCS}/$(y)/internet-vpc.yaml`]: '', [TENANT]: '' }, 'payments'],
  ])('lets nothing run by the name of %s, and keeps the others', async (_, files, kept) => {
    const [odd = ''] = Object.keys(files).map(dirname);
    const projects = await infer(files);
    expect(projects[odd]).toMatchObject({ name: odd, targets: { synth: { cache: false } } });
    expect(Object.keys(projects[odd].targets)).toEqual(['synth']);
    expect(projects[odd].targets.synth.options.command).toBe('ingress validate --world .');
    const others = Object.values<{ name: string }>(projects).filter(({ name }) => name !== odd);
    expect(others.map(({ name }) => name)).toEqual(kept ? [kept] : []);
  });

  it('lets no target wait for an internet VPC that has no project', async () => {
    const files = { [TENANT]: 'exposure: {internetVpc: Main_1}', [`${VPCS}/Main_1/internet-vpc.yaml`]: '' };
    expect((await infer(files))[dirname(TENANT)].targets.deploy.dependsOn).toEqual([]);
  });

  it('has the rule of the configuration for names', () => expect(OWNER_NAME).toEqual(NAME_PATTERN));

  it('keeps the projects of all files when one cannot be read', async () => {
    mkdirSync(join(workspaceRoot, EDGE), { recursive: true });
    mkdirSync(dirname(join(workspaceRoot, VPC)), { recursive: true });
    writeFileSync(join(workspaceRoot, VPC), 'domain: example.com\n');
    const results: CreateNodesResultV2 = await createNodesV2[1]([EDGE, VPC, TENANT], undefined, {
      workspaceRoot,
      nxJsonConfiguration: {},
    });
    const names = results.flatMap(([, { projects }]) => Object.values(projects ?? {}).map(({ name }) => name));
    expect(names).toEqual(['edge-2', 'main', 'payments']);
  });

  it('makes a project of any text, for validation to say what is wrong with it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const projects = await infer({ [TENANT]: text });
        expect(projects[dirname(TENANT)].name).toBe('payments');
      }),
      { numRuns: 50 },
    );
  });
});
