import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTerraform } from './terraform-command';
import type { TerraformRun } from './terraform-command';

const LOCK_FILE = '.terraform.lock.hcl';

/**
 * Initializes the folders of several stacks. Until one stack has brought a set of providers, the others that want the
 * same set wait, because Terraform's provider cache bears no two writers; then they run side by side, and take the
 * provider versions and hashes of the first one, without which Terraform does not use its cache.
 */
export class Initialization {
  private readonly lockFiles = new Map<string, string>();
  private readonly running = new Map<string, Promise<void>>();

  /**
   * Initializes one stack's folder.
   * @param options further words for `terraform init`, e.g. `-reconfigure`
   * @throws TerraformFailure
   */
  public async initialize(run: TerraformRun, ...options: readonly string[]): Promise<void> {
    const providers = providersOf(run.folder);
    for (let ahead; !this.lockFiles.has(providers) && (ahead = this.running.get(providers));) await ahead;

    const lockFile = join(run.folder, LOCK_FILE);
    const first = this.lockFiles.get(providers);
    if (first && existsSync(first) && !existsSync(lockFile)) copyFileSync(first, lockFile);
    const init = runTerraform(['init', '-input=false', '-no-color', ...options], run);
    if (first) return init;

    const settled = init.then(
      () => void this.lockFiles.set(providers, lockFile),
      () => {},
    );
    this.running.set(
      providers,
      settled.then(() => void this.running.delete(providers)),
    );
    return init;
  }
}

function providersOf(folder: string): string {
  const text = readFileSync(join(folder, 'cdk.tf.json'), 'utf8');
  const json = JSON.parse(text) as { terraform?: { required_providers?: unknown } };
  return JSON.stringify(json.terraform?.required_providers ?? {});
}
