import { MissingToolError } from './errors';
import { isAtLeast } from './provider-version';
import { runProgram } from './run-program';

const LOWEST_VERSION = '1.10.0';

/** The Terraform or OpenTofu that is used. */
export interface TerraformProgram {
  /** Name or path, as the shell finds it. */
  readonly binary: string;
  readonly product: 'Terraform' | 'OpenTofu';
  /** E.g. `1.11.4`. */
  readonly version: string;
  /** Host of the registry that provider addresses without a host belong to. */
  readonly registry: string;
}

/**
 * Finds Terraform or OpenTofu, 1.10 or newer, which is when state locking without a table came. cdktf's own variable
 * `TERRAFORM_BINARY_NAME` goes before the usual names.
 * @throws MissingToolError that names the version needed.
 */
export async function findTerraform(environment: NodeJS.ProcessEnv = process.env): Promise<TerraformProgram> {
  const named = environment.TERRAFORM_BINARY_NAME;
  const seen: string[] = [];
  for (const binary of named ? [named] : ['terraform', 'tofu']) {
    const { output } = await runProgram(binary, ['version'], {
      env: { ...environment, CHECKPOINT_DISABLE: '1' },
    });
    const [, product, version] = /^(Terraform|OpenTofu) v(\d+\.\d+\.\d+)/m.exec(output) ?? [];
    if (!product || !version) continue;
    if (!isAtLeast(version, LOWEST_VERSION)) seen.push(`${binary} is ${product} ${version}`);
    else if (product === 'Terraform') return { binary, product, version, registry: 'registry.terraform.io' };
    else return { binary, product: 'OpenTofu', version, registry: 'registry.opentofu.org' };
  }
  const found = seen.length ? seen.join('; ') : `no ${named ?? 'terraform or tofu'} on the PATH`;
  throw new MissingToolError(`Terraform or OpenTofu 1.10 or newer is needed; ${found}. Install one of the two.`);
}
