import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetPart } from './forget-part';
import { runTerraform, TerraformFailure } from './terraform-command';

/** `terraform_data` is built into Terraform, so these run the real thing without any provider. */
describe('forgetPart', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'forget-part-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes addresses out of the state, and no other', async () => {
    const env = { ...process.env, TF_CLI_CONFIG_FILE: '', CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1' };
    const run = { folder, env, logFile: join(folder, 'log') };
    const bodies = { kept: { input: 'kept' }, shared: { input: 'shared' } };
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ resource: { terraform_data: bodies } }));
    await runTerraform(['init'], run);
    await runTerraform(['apply', '-auto-approve', '-no-color'], run);
    await forgetPart(['terraform_data.shared'], run);
    const { resources } = JSON.parse(readFileSync(join(folder, 'terraform.tfstate'), 'utf8')) as {
      readonly resources: readonly { readonly name: string }[];
    };
    expect(resources.map(({ name }) => name)).toEqual(['kept']);
    await expect(forgetPart(['terraform_data.shared'], run)).rejects.toThrow(TerraformFailure);
  }, 60_000);
});
