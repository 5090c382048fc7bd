import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guard, GuardRefusal } from './guard';

/** Stands in for Terraform: notes its words and answers from two files. */
const PROGRAM = `#!/bin/sh
echo "$1 $2" >> commands
[ -f fails ] && { echo 'Error: no access' >&2; exit 1; }
case "$1" in
  state) cat state.json ;;
  show) cat plan.json ;;
esac
`;
const ADDRESS = 'aws_lb.alb';

describe('Guard', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guard-'));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'terraform'), PROGRAM);
    chmodSync(join(folder, 'bin', 'terraform'), 0o755);
    writeFileSync(join(folder, 'cdk.tf.json'), '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const check = (guard: Guard, type: string, actions: readonly string[], mode = 'managed') => {
    const change = { actions, before: {}, after: {}, after_unknown: {}, replace_paths: [['internal']] };
    writeFileSync(join(folder, 'state.json'), JSON.stringify({ resources: [{ mode, type }] }));
    writeFileSync(
      join(folder, 'plan.json'),
      JSON.stringify({ resource_changes: [{ address: `${type}.alb`, type, mode: 'managed', change }] }),
    );
    const env = {
      ...process.env,
      TERRAFORM_BINARY_NAME: join(folder, 'bin', 'terraform'),
      CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
    };
    return guard.check('main-alb', { folder, logFile: join(folder, 'log'), env });
  };
  const commands = () => readFileSync(join(folder, 'commands'), 'utf8').trim().split('\n');
  const REPLACE = ['delete', 'create'];

  it('lets a stack pass without a plan while its state holds nothing of a guarded type', async () => {
    const guard = new Guard([]);
    await check(guard, 'aws_iam_role', REPLACE);
    await check(guard, 'aws_lb', REPLACE, 'data');
    expect(commands()).toEqual(['init -input=false', 'state pull', 'init -input=false', 'state pull']);
    expect(guard.refused).toEqual([]);
  });

  it('lets a stack pass that only updates what is guarded', async () => {
    await check(new Guard([]), 'aws_lb', ['update']);
    expect(commands()).toEqual(['init -input=false', 'state pull', 'plan -input=false', 'show -json']);
  });

  it('refuses a replacement in the words of a plan, and names the stack', async () => {
    const guard = new Guard(['main-alb:aws_lb.other']);
    await expect(check(guard, 'aws_lb', REPLACE)).rejects.toThrow(
      new GuardRefusal(
        `main-alb: ALB ${ADDRESS} would be replaced (internal): it is gone in between.\n` +
          `  If that is meant: --allow main-alb:${ADDRESS}`,
      ),
    );
    expect([guard.refused, guard.unusedAllowances]).toEqual([['main-alb'], ['main-alb:aws_lb.other']]);
  });

  it.each([ADDRESS, `main-alb:${ADDRESS}`])('lets it pass when %s is allowed', async (name) => {
    const guard = new Guard([name]);
    await check(guard, 'aws_lb', REPLACE);
    expect([guard.refused, guard.unusedAllowances]).toEqual([[], []]);
  });

  it('rejects a stack that cannot be asked, and leaves the log of this run alone', async () => {
    writeFileSync(join(folder, 'fails'), '');
    writeFileSync(join(folder, 'log'), 'of an earlier run\n');
    const guard = new Guard([]);
    await expect(check(guard, 'aws_lb', REPLACE)).rejects.toThrow('Error: no access');
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('Error: no access\n');
    expect([guard.refused, existsSync(join(folder, 'commands'))]).toEqual([[], true]);
  });
});
