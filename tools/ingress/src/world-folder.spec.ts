import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY, worldFolder } from './world-folder';

const EXPECTED =
  'expected a folder with platform.yaml, apps/central-internet-account/internet-vpcs and apps/eks-service-account/tenants.';

describe('worldFolder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'world-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const refusal = (option: string | undefined, env: NodeJS.ProcessEnv = {}): string => {
    try {
      return worldFolder(option, env);
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('takes --world, else INGRESS_WORLD, else this repository, also where the variable is empty', () => {
    writeFileSync(join(folder, 'platform.yaml'), '');
    expect(worldFolder(folder, { INGRESS_WORLD: '/nowhere' })).toBe(folder);
    expect(worldFolder(undefined, { INGRESS_WORLD: folder })).toBe(folder);
    expect([worldFolder(undefined, {}), worldFolder(undefined, { INGRESS_WORLD: '' })]).toEqual([
      REPOSITORY,
      REPOSITORY,
    ]);
  });

  it('rejects what is no world, and names where it comes from', () => {
    const nowhere = join(folder, 'nowhere');
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(refusal('')).toBe(`--world: is empty; got ""; ${EXPECTED} Correct --world.`);
    expect(refusal(nowhere)).toBe(`${nowhere}: is missing; got nothing; ${EXPECTED} Correct --world.`);
    expect(refusal(undefined, { INGRESS_WORLD: nowhere })).toMatch(/Correct INGRESS_WORLD\.$/);
    expect(refusal(folder)).toBe(`${folder}: platform.yaml: is missing; got nothing; ${EXPECTED} Correct --world.`);
    expect(refusal(file)).toBe(`${file}: is no folder; got a file; ${EXPECTED} Correct --world.`);
  });

  it('tells a folder that cannot be read from one without platform.yaml', () => {
    // The user of a test may be root, who can read every folder: a name that is too long cannot be looked up by anybody.
    const long = `/${'x'.repeat(300)}`;
    expect(refusal(long)).toBe(`${long}: cannot be read; got ENAMETOOLONG; ${EXPECTED} Correct --world.`);
  });
});
