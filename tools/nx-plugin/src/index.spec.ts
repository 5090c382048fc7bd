import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CreateNodesResultV2 } from '@nx/devkit';
import fc from 'fast-check';
import { createNodesV2 } from './index';

const TENANT = 'apps/eks-service-account/tenants/payments/tenant.yaml';
const VPC = 'apps/central-internet-account/internet-vpcs/main/internet-vpc.yaml';

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
    const projects = await infer({ [TENANT]: 'exposure:\n  internetVpc: edge-2\n' });
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
    expect(Object.keys(targets).sort()).toEqual(['bootstrap', 'connect', 'deploy', 'destroy', 'disconnect', 'synth']);
  });

  it('makes a project of each internet VPC, whose deploy waits for the central roles', async () => {
    const projects = await infer({ [VPC]: 'cidr: 10.12.0.0/16\n' });
    const { name, tags, targets } = projects[dirname(VPC)];
    expect([name, tags]).toEqual(['main', ['kind:internet-vpc', 'scope:central', 'layer:world']]);
    expect(targets.deploy.dependsOn).toEqual([{ projects: ['central-internet-account'], target: 'deploy' }]);
    expect(Object.keys(targets).sort()).toEqual(['bootstrap', 'deploy', 'destroy', 'synth']);
  });

  it('gives each package its checks, and the central app the central roles', async () => {
    const projects = await infer({
      'libs/config/package.json': '{}',
      'apps/central-internet-account/package.json': '{}',
    });
    const { lint, typecheck, test } = projects['libs/config'].targets;
    expect([lint, typecheck, test].map(({ options, cache }) => [options.command, cache])).toEqual([
      ['eslint libs/config --max-warnings 0', true],
      ['tsc -p libs/config', true],
      ['jest -c jest.config.cjs --rootDir libs/config --passWithNoTests', true],
    ]);
    const central = projects['apps/central-internet-account'].targets;
    expect(central.deploy.options.command).toBe('ingress deploy central');
    expect(projects['libs/config'].targets.deploy).toBeUndefined();
  });

  it('never caches what changes an account, and caches synthesis', async () => {
    const projects = await infer({ [TENANT]: '', [VPC]: '' });
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
