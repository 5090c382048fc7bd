import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCentralStacks } from '@central-ingress/central-internet-account';
import type { World } from '@central-ingress/config';
import { addServiceStacks } from '@central-ingress/eks-service-account';
import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { loadWorld } from '@central-ingress/world-files';
import { App } from 'cdktf';
import { TokenMap } from 'cdktf/lib/tokens/private/token-map';
import { ownersOf } from './owners';
import { synthesize, synthesizedStacks } from './synthesize';
import { readSynthesized } from './synthesized-documents';
import { REPOSITORY } from './world-folder';

/** Every file below a folder, by its path in there. */
const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ path, name }) => [join(path, name).slice(folder.length), readFileSync(join(path, name), 'utf8')]),
  );

describe('synthesize', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'synthesize-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes byte for byte what cdktf writes by itself', () => {
    const world = loadWorld(REPOSITORY);
    const [own, theirs] = [join(folder, 'own'), join(folder, 'theirs')];
    synthesize(world, ownersOf(world), own, {});
    const app = new App({ outdir: theirs, stackTraces: false });
    addCentralStacks(app, world);
    addServiceStacks(app, world);
    app.synth();
    const expected = filesOf(theirs);
    expect(Object.keys(expected).filter((file) => file.endsWith('cdk.tf.json'))).toHaveLength(24);
    expect(filesOf(own)).toEqual(expected);
    const around = readdirSync('.');
    const inMemory = JSON.stringify(synthesizedStacks(world, ownersOf(world)), undefined, 2);
    expect(inMemory).toBe(JSON.stringify(readSynthesized(theirs), undefined, 2));
    expect(readdirSync('.')).toEqual(around);
  });

  describe('of more owners than it takes at a time', () => {
    const template = exampleTenant();
    const names = Array.from({ length: 60 }, (_, index) => `team-${index}`);
    const tenants = names.map((connectionName) => ({ ...template, connectionName }));
    const world: World = { ...exampleWorld(), tenants };

    it('names every stack in the manifest, and writes each as if it were alone', () => {
      const all = join(folder, 'all');
      const written = synthesize(world, ownersOf(world), all, {});
      const { stacks } = JSON.parse(readFileSync(join(all, 'manifest.json'), 'utf8')) as { stacks: object };
      expect(Object.keys(stacks).sort()).toEqual([...written].sort());
      expect(written.filter((stack) => stack.endsWith('-connection'))).toEqual(
        names.map((name) => `${name}-connection`),
      );

      const [last = ''] = names.slice(-1);
      synthesize(world, [last], join(folder, 'last'), {});
      const alone = filesOf(join(folder, 'last', 'stacks'));
      expect(Object.keys(alone).length).toBeGreaterThan(5);
      expect(filesOf(join(all, 'stacks'))).toMatchObject(alone);
    });
  });

  it('keeps nothing of what it has built', () => {
    const world = loadWorld(REPOSITORY);
    const tokens = (): readonly number[] =>
      Object.values(TokenMap.instance()).flatMap((value) => (value instanceof Map ? [value.size] : []));
    const before = tokens();
    expect(before).toHaveLength(2);
    synthesize(world, ['payments'], folder, {});
    expect(tokens()).toEqual(before);
  });
});
