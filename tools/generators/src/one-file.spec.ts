import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { internetVpcFile, tenantFile } from '@central-ingress/config';
import type { ConfigFile, World } from '@central-ingress/config';
import { ownersOf, synthesize } from '@central-ingress/ingress';
import { CENTRAL_OWNER } from '@central-ingress/stack-graph';
import { loadWorld } from '@central-ingress/world-files';
import fc from 'fast-check';
import { crowdedWorld, doorOf, domainOf, removeFromWorld, teamOf, writeWorld } from './crowded-world';
import { FolderTree } from './folder-tree';
import { generateInternetVpc } from './internet-vpc-generator';
import { generateTenant } from './tenant-generator';

/** Small worlds, and a new tenant for one of their internet VPCs. */
const additions = fc.record({
  count: fc.integer({ min: 0, max: 4 }),
  exposure: fc.constantFrom('central' as const, 'direct' as const),
  hosts: fc.integer({ min: 1, max: 12 }),
  at: fc.nat(),
});

describe('adding one file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'one-file-'));
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The synthesized JSON of the owners by stack, as it lies in the world's output folder afterwards. */
  function synthesized(world: World, owners: readonly string[]): ReadonlyMap<string, string> {
    const output = join(folder, '.ingress', 'synth');
    synthesize(world, owners, output);
    const fileOf = (stack: string): string => join(output, 'stacks', stack, 'cdk.tf.json');
    const stacks = readdirSync(join(output, 'stacks')).filter((stack) => existsSync(fileOf(stack)));
    return new Map(stacks.map((stack) => [stack, readFileSync(fileOf(stack), 'utf8')]));
  }

  /** All owners of a small world; of a large one the central account, and the first and last of the others. */
  function sampleOf(world: World): readonly string[] {
    const { length } = world.tenants;
    if (length <= 4) return ownersOf(world);
    return [CENTRAL_OWNER, doorOf(0), doorOf(length - 1), teamOf(0), teamOf(length - 1)];
  }

  function add(files: readonly ConfigFile[], generate: (tree: FolderTree) => unknown): ConfigFile {
    writeWorld(folder, files);
    const tree = new FolderTree(folder);
    generate(tree);
    const [[path, text] = ['', '']] = tree.files;
    expect(tree.files.size).toBe(1);
    tree.flush();
    return { path, text };
  }

  it('changes no other stack by a byte, and taking it away gives the former world back', () => {
    fc.assert(
      fc.property(additions, ({ count, exposure, hosts, at }) => {
        const files = crowdedWorld(count);
        writeWorld(folder, files);
        const former = loadWorld(folder);
        const owners = sampleOf(former);
        const before = synthesized(former, owners);
        const domain = domainOf(doorOf(at % (count || 1)));
        const names = Array.from({ length: hosts }, (_, index) => `new-${index}.${domain}`);
        const file = add(files, (tree) =>
          generateTenant(tree, { name: 'newcomer', account: 999999999999, hosts: names, exposure }),
        );
        expect(file.path).toBe(tenantFile('newcomer'));
        const world = loadWorld(folder);
        const after = synthesized(world, [...owners, 'newcomer']);
        const isNew = (stack: string): boolean => stack.startsWith('newcomer-');
        expect([...after.keys()].filter(isNew).length).toBeGreaterThan(5);
        expect(new Map([...after].filter(([stack]) => !isNew(stack)))).toEqual(before);

        removeFromWorld(folder, [file]);
        expect(loadWorld(folder)).toEqual(former);
        expect(synthesized(former, owners)).toEqual(before);
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 4, examples: [[{ count: 500, exposure: 'central', hosts: 6, at: 499 }]] },
    );
  }, 120_000);

  it('of an internet VPC changes no placed tenant by a byte', () => {
    const files = crowdedWorld(3);
    writeWorld(folder, files);
    const former = loadWorld(folder);
    const before = synthesized(former, ownersOf(former));
    const { path } = add(files, (tree) => generateInternetVpc(tree, { name: 'door-2' }));
    const world = loadWorld(folder);
    expect(path).toBe(internetVpcFile('door-2'));
    expect(world.tenants).toEqual(former.tenants);
    const after = synthesized(world, ownersOf(world));
    expect([...after.keys()].filter((stack) => !before.has(stack)).sort()).toEqual(['door-2-alb', 'door-2-networking']);
    expect(new Map([...after].filter(([stack]) => before.has(stack)))).toEqual(before);
  }, 60_000);

  it('of a tenant leaves nothing of it in any shared stack', () => {
    writeWorld(folder, crowdedWorld(12));
    const world = loadWorld(folder);
    const shared = [...synthesized(world, sharedOwners(world)).entries()];
    expect(shared.map(([stack]) => stack).sort()).toEqual(['central-roles', 'door-0-alb', 'door-0-networking']);
    for (const { connectionName, accountId, exposure } of world.tenants) {
      for (const word of [connectionName, accountId, ...exposure.hosts.map(({ name }) => name)]) {
        expect(shared.filter(([, text]) => text.includes(word)).map(([stack]) => [word, stack])).toEqual([]);
      }
    }
  }, 60_000);
});

function sharedOwners({ internetVpcs }: World): readonly string[] {
  return [CENTRAL_OWNER, ...internetVpcs.map(({ name }) => name)];
}
