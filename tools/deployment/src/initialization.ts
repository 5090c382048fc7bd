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
    for (let ahead; (ahead = this.aheadOf(providers));) await ahead;

    // Nothing waits from here to `running`: of two that found nobody ahead, the second must find the first.
    const first = this.lockFileOfFirst(providers, run);
    const lockFile = join(run.folder, LOCK_FILE);
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

  /**
   * Brings the providers of one stack where no other stack has: for a program that initializes the folder by itself, and
   * then finds them in the cache.
   * @throws TerraformFailure
   */
  public async bringProviders(run: TerraformRun): Promise<void> {
    const providers = providersOf(run.folder);
    for (let ahead; (ahead = this.aheadOf(providers));) await ahead;
    if (!this.lockFileOfFirst(providers, run)) await this.initialize(run);
  }

  /** The stack that brings the same providers just now. */
  private aheadOf(providers: string): Promise<void> | undefined {
    return this.lockFiles.has(providers) ? undefined : this.running.get(providers);
  }

  /** The lock file of the stack that has brought the same providers, which the folder then has as well. */
  private lockFileOfFirst(providers: string, { folder }: TerraformRun): string | undefined {
    const first = this.lockFiles.get(providers);
    const lockFile = join(folder, LOCK_FILE);
    if (first && existsSync(first) && !existsSync(lockFile)) copyFileSync(first, lockFile);
    return first;
  }
}

function providersOf(folder: string): string {
  const text = readFileSync(join(folder, 'cdk.tf.json'), 'utf8');
  const json = JSON.parse(text) as { terraform?: { required_providers?: unknown } };
  return JSON.stringify(json.terraform?.required_providers ?? {});
}
