import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destroyPart } from './destroy-part';
import { runTerraform, TerraformFailure } from './terraform-command';

/** `terraform_data` is built into Terraform, so these run the real thing without any provider. */
describe('destroyPart', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'destroy-part-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const env = { ...process.env, TF_CLI_CONFIG_FILE: '', CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1' };
  const run = () => ({ folder, env, logFile: join(folder, 'log') });
  const configure = (bodies: object): void =>
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ resource: { terraform_data: bodies } }));
  const standing = (): readonly string[] => {
    const { resources } = JSON.parse(readFileSync(join(folder, 'terraform.tfstate'), 'utf8')) as {
      readonly resources: readonly { readonly name: string }[];
    };
    return resources.map(({ name }) => name).sort();
  };
  const record = { input: 'record', depends_on: ['terraform_data.rule'] };
  const rule = { input: 'rule', depends_on: ['terraform_data.group'] };

  it('takes a part and what depends on it, neither changes nor creates anything else, and can be repeated', async () => {
    configure({ record, rule, group: { input: 'group' } });
    await runTerraform(['init'], run());
    await runTerraform(['apply', '-auto-approve', '-no-color'], run());
    // What has changed in the configuration since is not applied on the way.
    configure({ record, rule, group: { input: 'changed' }, further: { input: 'new' } });
    await destroyPart(['terraform_data.rule'], run());
    expect(standing()).toEqual(['group']);
    expect(readFileSync(join(folder, 'terraform.tfstate'), 'utf8')).not.toContain('changed');
    await destroyPart(['terraform_data.rule'], run());
    expect(standing()).toEqual(['group']);
  }, 60_000);

  it("rejects with Terraform's own words", async () => {
    writeFileSync(join(folder, 'cdk.tf.json'), '{"resource": 1}');
    await expect(destroyPart(['terraform_data.rule'], run())).rejects.toThrow(TerraformFailure);
  }, 60_000);

  it('rejects no address, which would mean the whole stack', async () => {
    await expect(destroyPart([], run())).rejects.toThrow('without an address Terraform would destroy the whole stack');
  });
});
