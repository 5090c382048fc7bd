import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MISSING_PROVIDERS_VARIABLE } from '@central-ingress/deployment';
import { cliConfig } from './cli-config';
import { MissingToolError } from './errors';
import { withFolderLock } from './folder-lock';
import { installProvider, type InstalledProvider } from './provider-installation';
import { MIRROR_VARIABLE } from './provider-mirror';
import { AWS_PROVIDER, type WantedProvider } from './provider-version';
import { findTerraform, type TerraformProgram } from './terraform-program';

/** What is needed to run Terraform or cdktf with providers that are at hand. */
export interface TerraformEnvironment extends TerraformProgram {
  /** To be set for Terraform and cdktf; goes with the emulator's own variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** One per wanted provider. */
  readonly providers: readonly InstalledProvider[];
}

/** Options of {@link terraformEnvironment}. */
export interface TerraformOptions {
  /** Gets the CLI configuration and the providers; made when missing. */
  readonly folder: string;
  /** Gets one line per step worth seeing. */
  readonly log: (line: string) => void;
  /**
   * Providers beside the AWS provider that are wanted but not needed: what cannot be had is said in the result.
   * @default none
   */
  readonly optional?: readonly WantedProvider[];
}

/**
 * Finds Terraform and brings the providers: from a mirror on this machine, else from the registry, once. Terraform then
 * links to them: an init costs about 1 s of CPU, and copies nothing.
 * @throws MissingToolError when Terraform or the AWS provider cannot be had.
 */
export async function terraformEnvironment({
  folder,
  log,
  optional = [],
}: TerraformOptions): Promise<TerraformEnvironment> {
  const program = await findTerraform();
  const root = join(resolve(folder), program.product.toLowerCase());
  const mirror = join(root, 'providers');
  mkdirSync(mirror, { recursive: true });
  const providers = await withFolderLock(root, log, async () => {
    const installed: InstalledProvider[] = [];
    for (const wanted of [AWS_PROVIDER, ...optional]) installed.push(await installProvider(program, root, wanted, log));
    return installed;
  });
  const missing = providers.find(({ source, version }) => source === AWS_PROVIDER.source && !version);
  if (missing) throw new MissingToolError(missingProvider(missing));
  const had = providers.filter(({ version }) => version).map(({ source }) => `${program.registry}/${source}`);
  const configFile = join(root, 'terraform.tfrc');
  writeFileSync(configFile, cliConfig({ mirror, mirrored: had, direct: true }));
  const environment = { ...terraformVariables(program.binary, configFile), ...missingVariable(providers) };
  return { ...program, providers, environment };
}

/** Tells commands which providers cannot be had, and why: what needs one is then reported as not applied. */
function missingVariable(providers: readonly InstalledProvider[]): Readonly<Record<string, string>> {
  const missing = providers.filter(({ version }) => !version).map(({ source, reason = '' }) => [source, reason]);
  return missing.length ? { [MISSING_PROVIDERS_VARIABLE]: JSON.stringify(Object.fromEntries(missing)) } : {};
}

function missingProvider({ source, reason }: InstalledProvider): string {
  const { preferred } = AWS_PROVIDER;
  return (
    `The Terraform provider ${source} ${preferred} cannot be had: ${reason}. ` +
    `Let Terraform reach its registry, or name a folder with a mirror of it in ${MIRROR_VARIABLE} ` +
    '(`terraform providers mirror <folder>` makes one).'
  );
}

/** cdktf looks for new versions of itself and has a provider cache of its own; neither is wanted here. */
function terraformVariables(binary: string, configFile: string): Readonly<Record<string, string>> {
  return {
    TF_CLI_CONFIG_FILE: configFile,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    TERRAFORM_BINARY_NAME: binary,
    DISABLE_VERSION_CHECK: '1',
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
    // A command reads the schema of 1400 resources and ends: collecting its garbage is a fifth of its CPU.
    GOGC: '400',
  };
}
