import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliConfig } from './cli-config';
import { childEnvironment } from './environment';
import { findMirrors, mirroredVersions } from './provider-mirror';
import { bestVersion, type WantedProvider } from './provider-version';
import { runProgram } from './run-program';
import type { TerraformProgram } from './terraform-program';

/** A wanted provider and how it went. */
export interface InstalledProvider {
  /** Namespace and type, e.g. `hashicorp/helm`. */
  readonly source: string;
  /** The version that is at hand; none when it cannot be had. */
  readonly version?: string;
  /** Why it cannot be had, for a sentence: `it is in no mirror and the registry cannot be reached`. */
  readonly reason?: string;
}

/**
 * Makes Terraform itself install a provider into `<root>/providers`, unless it is there. Terraform's cache has the
 * layout of a mirror, and links to an unpacked mirror rather than copy it; what it makes here is the mirror of every
 * later init, so that many can run side by side and none asks a registry.
 */
export async function installProvider(
  program: TerraformProgram,
  root: string,
  wanted: WantedProvider,
  log: (line: string) => void,
): Promise<InstalledProvider> {
  const { source } = wanted;
  const address = `${program.registry}/${source}`;
  const had = bestVersion(wanted, mirroredVersions(join(root, 'providers'), address, platform()));
  if (had) return { source, version: had };
  const found = findMirrors(program.registry)
    .map((mirror) => ({ mirror, version: bestVersion(wanted, mirroredVersions(mirror, address, platform())) }))
    .filter((each): each is { mirror: string; version: string } => each.version !== undefined)
    .sort((one, other) => Number(other.version === wanted.preferred) - Number(one.version === wanted.preferred))[0];
  const version = found?.version ?? wanted.preferred;
  log(`taking the provider ${source} ${version} from ${found ? `the mirror ${found.mirror}` : 'the registry'}`);
  const output = await initOnce(program, root, { source, version, address, mirror: found?.mirror });
  if (mirroredVersions(join(root, 'providers'), address, platform()).includes(version)) return { source, version };
  return { source, reason: reasonOf(output, found?.mirror) };
}

/** The platform in Terraform's words, e.g. `linux_amd64`. */
export function platform(): string {
  const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };
  return `${process.platform}_${architectures[process.arch] ?? process.arch}`;
}

interface Installation {
  readonly source: string;
  readonly version: string;
  readonly address: string;
  readonly mirror: string | undefined;
}

async function initOnce(
  { binary }: TerraformProgram,
  root: string,
  { source, version, address, mirror }: Installation,
): Promise<string> {
  mkdirSync(root, { recursive: true });
  const folder = mkdtempSync(join(root, 'init-'));
  const configFile = join(folder, 'terraform.tfrc');
  const cache = join(root, 'providers');
  rmSync(join(cache, address), { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(
    configFile,
    mirror
      ? cliConfig({ mirror, mirrored: [address], direct: false, cache })
      : cliConfig({ mirror: cache, mirrored: [], direct: true, cache }),
  );
  const required = { [source.split('/')[1] as string]: { source, version } };
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers: required } }));
  const env = {
    ...childEnvironment({}),
    ...proxies(),
    TF_CLI_CONFIG_FILE: configFile,
    CHECKPOINT_DISABLE: '1',
  };
  const { output } = await runProgram(binary, ['init', '-input=false', '-no-color'], { env, cwd: folder });
  rmSync(folder, { recursive: true, force: true });
  return output;
}

/** A download is the one thing here that goes through the shell's proxies. */
function proxies(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(https?|all|no)_proxy$/i.test(name)));
}

function reasonOf(output: string, mirror: string | undefined): string {
  const text = output.replace(/\s+/g, ' ').trim();
  if (mirror) return `Terraform could not take it from ${mirror}: ${text.slice(-400)}`;
  if (/could not connect|no such host|timed? ?out|connection refused/i.test(text)) {
    return 'it is in no mirror and the registry cannot be reached';
  }
  return `it is in no mirror and the registry does not give it: ${text.slice(-400)}`;
}
