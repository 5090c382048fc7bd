import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '@central-ingress/user-error';
import { loadWorld } from '@central-ingress/world-files';
import { affectedStacks, isCode } from './affected-stacks';
import { REPOSITORY } from './world-folder';

/** Two syntheses of a world each. */
jest.setTimeout(60_000);

describe('affectedStacks', () => {
  let folder: string;
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  const commit = (): void => {
    git('add', '--all');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'x');
  };
  const tenants = () => join(folder, 'apps/eks-service-account/tenants');
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  const of = (base = 'main') => {
    const { stacks, ...more } = affectedStacks(loadWorld(folder), folder, base);
    return { stacks: [...stacks].sort(), ...more };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'affected-'));
    for (const part of ['platform.yaml', 'apps/central-internet-account/internet-vpcs']) {
      cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
    }
    cpSync(join(REPOSITORY, 'apps/eks-service-account/tenants'), tenants(), { recursive: true });
    git('init', '--quiet', '--initial-branch', 'main');
    commit();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('finds nothing where nothing differs, nor where only words beside the values do', () => {
    edit('platform.yaml', (text) => `# another comment\n${text}`);
    expect(of()).toEqual({ stacks: [], gone: [] });
  });

  it('finds the stacks that one value of one tenant reaches, and no other, committed or not', () => {
    const payments = 'apps/eks-service-account/tenants/payments/tenant.yaml';
    edit(payments, (text) => text.replace('pay.apps', 'paying.apps'));
    const expected = ['payments-connection', 'payments-ingress', 'payments-registration'];
    expect(of()).toEqual({ stacks: expected, gone: [] });
    git('checkout', '--quiet', '-b', 'feature');
    commit();
    expect(of()).toEqual({ stacks: expected, gone: [] });
  });

  it('compares with where the branch left the base, not with what the base has become', () => {
    git('checkout', '--quiet', '-b', 'feature');
    edit('platform.yaml', (text) => `# on the branch\n${text}`);
    commit();
    git('checkout', '--quiet', 'main');
    edit('platform.yaml', (text) => text.replace('platform\n', 'other\n'));
    commit();
    git('checkout', '--quiet', 'feature');
    expect(of()).toEqual({ stacks: [], gone: [] });
  });

  it('finds every stack that a value of the platform reaches', () => {
    edit('platform.yaml', (text) => text.replace('cost-center: platform', 'cost-center: other'));
    expect(of().stacks).toHaveLength(24);
  });

  it('tells the stacks that the world does not have any more', () => {
    renameSync(join(tenants(), 'storefront'), join(folder, 'storefront'));
    expect(of().stacks).toEqual([]);
    expect(
      of()
        .gone.map((name) => name.replace('storefront-', ''))
        .sort(),
    ).toEqual(['addons', 'cluster', 'connection', 'ingress', 'networking', 'registration', 'roles'].sort());
  });

  it('takes everything where the base has no valid world', () => {
    edit('platform.yaml', (text) => `${text}colour: red\n`);
    commit();
    edit('platform.yaml', (text) => text.replace('colour: red\n', ''));
    expect(of()).toMatchObject({ gone: [], everything: 'main has no valid world' });
    expect(of().stacks).toHaveLength(24);
  });

  it('rejects a base that git does not know, and a folder that git does not know', () => {
    expect(() => of('nope')).toThrow(/^--base nope: cannot be compared with; .* Git says: fatal: Not a valid object/);
    rmSync(join(folder, '.git'), { recursive: true });
    expect(() => of()).toThrow(UserError);
  });
});

describe('isCode', () => {
  it.each([
    ['libs/edge/src/alb.ts', true],
    ['libs/config/src/schema.json', true],
    ['apps/eks-service-account/src/stacks/roles-stack.ts', true],
    ['tools/ingress/src/synthesize.ts', true],
    ['package-lock.json', true],
    ['libs/addon-lock/addons.lock.json', true],
    ['charts/kubernetes-objects/Chart.yaml', true],
    ['libs/addon-lock/package.json', false],
    ['docs/charts/README.md', false],
    ['libs/edge/src/alb.spec.ts', false],
    ['apps/eks-service-account/src/stacks/__snapshots__/x.spec.ts.snap', false],
    ['apps/eks-service-account/tenants/payments/tenant.yaml', false],
    ['platform.yaml', false],
    ['docs/plan.md', false],
    ['tools/demo/src/demo.ts', false],
  ])('of %s is %s', (path, expected) => {
    expect(isCode(path)).toBe(expected);
  });
});
