import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const APP = join(__dirname, '..');

function run(env: Record<string, string>) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: APP,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

describe('main', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'central-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("writes every central stack of the repository's own world", () => {
    const { status, stderr } = run({ CDKTF_OUTDIR: folder, INGRESS_WORLD: join(APP, '..', '..') });
    expect([status, stderr]).toStrictEqual([0, '']);
    expect(readdirSync(join(folder, 'stacks')).sort()).toStrictEqual([
      'central-roles',
      'main-alb',
      'main-networking',
      'partner-api-registration',
      'payments-connection',
      'payments-registration',
      'storefront-connection',
      'storefront-registration',
    ]);
  });

  it('rejects a world with a mistake by its message alone', () => {
    writeFileSync(join(folder, 'platform.yaml'), 'namePrefix: [\n');
    const { status, stderr } = run({ INGRESS_WORLD: folder, CDKTF_OUTDIR: join(folder, 'out') });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^platform\.yaml: /);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
