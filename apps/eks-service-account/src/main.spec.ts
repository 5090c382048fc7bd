import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('main', () => {
  it('rejects a world without files by its message alone, and writes nothing', () => {
    const world = mkdtempSync(join(tmpdir(), 'world-'));
    const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', join(__dirname, 'main.ts')], {
      cwd: join(__dirname, '..'),
      env: { ...process.env, INGRESS_WORLD: world, CDKTF_OUTDIR: join(world, 'out') },
      encoding: 'utf8',
    });
    rmSync(world, { recursive: true });
    expect(stderr).toContain('platform.yaml');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});
