import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { changesOf, planStack } from './plan-stack';

describe('changesOf', () => {
  it('leaves out reads and what stays, and names the attributes that differ', () => {
    const plan = {
      resource_changes: [
        {
          address: 'a.same',
          type: 'a',
          change: { actions: ['no-op'], before: { x: 1 }, after: { x: 1 }, after_unknown: {} },
        },
        {
          address: 'data.b.read',
          type: 'b',
          change: { actions: ['read'], before: null, after: {}, after_unknown: true },
        },
        {
          address: 'c.replaced',
          type: 'c',
          change: {
            actions: ['delete', 'create'],
            before: { id: 'i', name: 'old', tags: { a: '1' } },
            after: { name: 'new', tags: { a: '1' } },
            after_unknown: { id: true, tags: {} },
          },
        },
      ],
    };
    expect(changesOf(plan)).toEqual([
      { address: 'c.replaced', type: 'c', actions: ['delete', 'create'], attributes: ['id', 'name'] },
    ]);
  });
});

describe('planStack', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-stack-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** `terraform_data` is built into Terraform, so this runs the real thing without any provider. */
  const configure = (input: string): void =>
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ resource: { terraform_data: { main: { input } } } }));
  const env = { ...process.env, TF_CLI_CONFIG_FILE: '', CHECKPOINT_DISABLE: '1' };
  const terraform = (...args: string[]) => execFileSync('terraform', args, { cwd: folder, env, stdio: 'pipe' });

  it('tells creation, then nothing, then a change, and leaves no plan file', async () => {
    configure('one');
    terraform('init');
    expect((await planStack(folder, 'terraform', env)).map(({ actions }) => actions)).toEqual([['create']]);
    terraform('apply', '-auto-approve');
    expect(await planStack(folder, 'terraform', env)).toEqual([]);
    configure('two');
    expect(await planStack(folder, 'terraform', env)).toEqual([
      { address: 'terraform_data.main', type: 'terraform_data', actions: ['update'], attributes: ['input', 'output'] },
    ]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tfplan'))).toEqual([]);
  }, 60_000);

  it("rejects with Terraform's own words", async () => {
    writeFileSync(join(folder, 'cdk.tf.json'), '{"resource": 1}');
    await expect(planStack(folder, 'terraform', env)).rejects.toThrow('Incorrect JSON value type');
  }, 60_000);
});
