import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesOf, driftOf, isApplied } from '@central-ingress/change-summary';
import { planStack, typesInState } from './plan-stack';
import { runTerraform, TerraformFailure } from './terraform-command';

/** `terraform_data` is built into Terraform, so these run the real thing without any provider. */
type Body = Readonly<Record<string, unknown>>;

describe('a stack of terraform_data', () => {
  let folder: string;
  let temporaryFolder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-stack-'));
    temporaryFolder = mkdtempSync(join(folder, 'tmp-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const env = { ...process.env, TF_CLI_CONFIG_FILE: '', CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1' };
  const run = () => ({ folder, env, logFile: join(folder, 'log') });
  const configure = (bodies: Readonly<Record<string, Body>>, more: Body = {}): void =>
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ ...more, resource: { terraform_data: bodies } }));
  const apply = () => runTerraform(['apply', '-auto-approve', '-no-color'], run());
  const planned = async () => changesOf(await planStack(run())).map(({ address, kind }) => [address, kind]);

  describe('planStack', () => {
    it('tells a creation, then nothing, then an update, a replacement with its reason, a destruction', async () => {
      configure({ main: { input: 'one', triggers_replace: 'a' } });
      await runTerraform(['init'], run());
      expect(await planned()).toEqual([['terraform_data.main', 'create']]);
      await apply();
      expect(await planned()).toEqual([]);
      configure({ main: { input: 'two', triggers_replace: 'a' } });
      expect(await planned()).toEqual([['terraform_data.main', 'update']]);
      configure({ main: { input: 'one', triggers_replace: 'b' } });
      const [replaced] = changesOf(await planStack(run()));
      expect([replaced?.kind, replaced?.replacedFor]).toEqual(['replace', ['triggers_replace']]);
      configure({ other: {} });
      expect(await planned()).toEqual([
        ['terraform_data.main', 'destroy'],
        ['terraform_data.other', 'create'],
      ]);
    }, 60_000);

    it('leaves no plan, neither when it succeeds nor when it fails, and changes no state', async () => {
      configure({ main: { input: 'one' } });
      await runTerraform(['init'], run());
      await planStack(run(), { temporaryFolder });
      expect(readdirSync(temporaryFolder)).toEqual([]);
      writeFileSync(join(folder, 'cdk.tf.json'), '{"resource": 1}');
      await expect(planStack(run(), { temporaryFolder })).rejects.toThrow(TerraformFailure);
      expect(readdirSync(temporaryFolder)).toEqual([]);
      expect(readdirSync(folder).filter((name) => /plan$|tfstate/.test(name))).toEqual([]);
    }, 60_000);

    it("rejects with Terraform's own words", async () => {
      writeFileSync(join(folder, 'cdk.tf.json'), '{"resource": 1}');
      await expect(planStack(run())).rejects.toThrow(/^Error: Incorrect JSON value type\n/);
    }, 60_000);

    it('writes no secret to the log', async () => {
      const secret = 'S3cr3t!';
      configure({ main: { input: '${var.secret}' } }, { variable: { secret: { default: secret, sensitive: true } } });
      await runTerraform(['init'], run());
      expect(JSON.stringify(await planStack(run()))).toContain(secret);
      expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('(sensitive value)');
      expect(readFileSync(join(folder, 'log'), 'utf8')).not.toContain(secret);
    }, 60_000);

    it('knows an empty state from one that was applied', async () => {
      configure({ main: { input: 'one' } });
      await runTerraform(['init'], run());
      expect(isApplied(await planStack(run()))).toBe(false);
      await apply();
      expect(isApplied(await planStack(run()))).toBe(true);
    }, 60_000);

    it('tells no drift where nothing can move, whatever the configuration says', async () => {
      configure({ main: { input: 'one' } });
      await runTerraform(['init'], run());
      await apply();
      configure({ main: { input: 'two' } });
      const plan = await planStack(run(), { refreshOnly: true });
      expect([driftOf(plan), changesOf(plan)]).toEqual([[], []]);
    }, 60_000);

    it('ends on an interrupt and leaves no plan', async () => {
      configure({ main: { input: 'one' } });
      await runTerraform(['init'], run());
      const stopped = planStack({ ...run(), signal: AbortSignal.abort() }, { temporaryFolder });
      await expect(stopped).rejects.toThrow(new TerraformFailure('interrupted'));
      expect(readdirSync(temporaryFolder)).toEqual([]);
    }, 60_000);
  });

  describe('typesInState', () => {
    it('is empty before the first apply and after the last destruction, and names the types between', async () => {
      configure({ main: { input: 'one' }, other: {} });
      await runTerraform(['init'], run());
      expect(await typesInState(run())).toEqual(new Set());
      await apply();
      expect(await typesInState(run())).toEqual(new Set(['terraform_data']));
      await runTerraform(['destroy', '-auto-approve'], run());
      expect(await typesInState(run())).toEqual(new Set());
    }, 60_000);
  });
});
