import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Initialization } from './initialization';
import { TerraformFailure } from './terraform-command';

/** Stands in for Terraform: notes when it starts and ends, fails where a file says so, and leaves a lock file. */
const PROGRAM = `#!/bin/sh
echo "start $(basename "$PWD") $([ -f .terraform.lock.hcl ] && cat .terraform.lock.hcl)" >> ../log
sleep 0.2
echo "end $(basename "$PWD")" >> ../log
[ -f fails ] && { echo 'Error: no bucket' >&2; exit 1; }
[ -f .terraform.lock.hcl ] || basename "$PWD" > .terraform.lock.hcl
`;

describe('Initialization', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'initialization-'));
    writeFileSync(join(root, 'terraform'), PROGRAM);
    chmodSync(join(root, 'terraform'), 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const stack = (name: string, providers: string, fails = false) => {
    const folder = join(root, name);
    mkdirSync(folder);
    const terraform = { required_providers: { aws: { version: providers } } };
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ terraform }));
    if (fails) writeFileSync(join(folder, 'fails'), '');
    const env = { ...process.env, TERRAFORM_BINARY_NAME: join(root, 'terraform'), CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1' };
    return { folder, env, logFile: join(folder, 'log') };
  };
  const log = () => readFileSync(join(root, 'log'), 'utf8').trim().split('\n');

  it('lets the first bring the providers alone, then the others run side by side with its lock file', async () => {
    const initialization = new Initialization();
    const runs = ['a', 'b', 'c'].map((name) => stack(name, '5'));
    await Promise.all(runs.map((run) => initialization.initialize(run)));
    const [first, second, ...others] = log().map((line) => line.trim());
    expect([first, second]).toEqual(['start a', 'end a']);
    expect(others.slice(0, 2).sort()).toEqual(['start b a', 'start c a']);
    expect(readFileSync(join(root, 'c', '.terraform.lock.hcl'), 'utf8')).toBe('a\n');
  });

  it('brings providers once for programs that initialize by themselves, and gives them the lock file', async () => {
    const initialization = new Initialization();
    const runs = ['a', 'b', 'c'].map((name) => stack(name, '5'));
    await Promise.all(runs.map((run) => initialization.bringProviders(run)));
    expect(log().map((line) => line.trim())).toEqual(['start a', 'end a']);
    expect(readFileSync(join(root, 'c', '.terraform.lock.hcl'), 'utf8')).toBe('a\n');
  });

  it('does not hold back stacks that want other providers', async () => {
    const initialization = new Initialization();
    await Promise.all([stack('a', '5'), stack('b', '6')].map((run) => initialization.initialize(run)));
    expect(
      log()
        .slice(0, 2)
        .map((line) => line.trim())
        .sort(),
    ).toEqual(['start a', 'start b']);
  });

  it('lets the next one be the first when the first fails', async () => {
    const initialization = new Initialization();
    const runs = [stack('a', '5', true), stack('b', '5'), stack('c', '5')];
    const results = await Promise.allSettled(runs.map((run) => initialization.initialize(run)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(results[0]).toEqual({ status: 'rejected', reason: new TerraformFailure('Error: no bucket') });
    expect(log().map((line) => line.trim())).toEqual(['start a', 'end a', 'start b', 'end b', 'start c b', 'end c']);
  });
});
