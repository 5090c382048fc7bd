import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installProvider, platform } from './provider-installation';
import { MIRROR_VARIABLE } from './provider-mirror';
import { AWS_PROVIDER } from './provider-version';
import { temporaryFolder } from './temporary-folder';
import type { TerraformProgram } from './terraform-program';

const ADDRESS = 'registry.example.com/hashicorp/aws';

/** Stands for a Terraform whose init does what the script says, in the folder of the configuration. */
function terraform(script: string): TerraformProgram {
  const binary = join(temporaryFolder({ program: `#!/bin/sh\n${script}\n` }), 'program');
  return { binary, product: 'Terraform', version: '1.11.4', registry: 'registry.example.com' };
}

/** Installs into the cache that the CLI configuration names, the version that the configuration asks for. */
const INSTALLS = [
  'cache=$(sed -n \'s/^plugin_cache_dir = "\\(.*\\)"$/\\1/p\' "$TF_CLI_CONFIG_FILE")',
  'version=$(sed -n \'s/.*"version":"\\([^"]*\\)".*/\\1/p\' main.tf.json)',
  `mkdir -p "$cache/${ADDRESS}/$version/${platform()}"`,
  `cp "$TF_CLI_CONFIG_FILE" "$cache/used.tfrc"`,
].join('\n');

describe('installProvider', () => {
  const shell = process.env;
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);

  beforeEach(() => {
    lines.length = 0;
    process.env = { PATH: shell.PATH, HOME: temporaryFolder(), XDG_DATA_DIRS: temporaryFolder() };
  });
  afterEach(() => {
    process.env = shell;
  });

  it('takes a provider from the registry once, at the version the emulator is tested with', async () => {
    const root = temporaryFolder();

    const first = await installProvider(terraform(INSTALLS), root, AWS_PROVIDER, log);
    const second = await installProvider(terraform('exit 1'), root, AWS_PROVIDER, log);

    expect([first, second]).toEqual(Array(2).fill({ source: 'hashicorp/aws', version: '5.100.0' }));
    expect(lines).toEqual(['taking the provider hashicorp/aws 5.100.0 from the registry']);
    expect(readdirSync(root)).toEqual(['providers']);
  });

  it('takes what a mirror has, and asks no registry for it', async () => {
    const root = temporaryFolder();
    const mirror = temporaryFolder({ [`${ADDRESS}/6.34.0/${platform()}/provider`]: '' });
    process.env[MIRROR_VARIABLE] = mirror;
    const onlyFromMirror = `${INSTALLS}\ngrep -q direct "$cache/used.tfrc" && rm -r "$cache"`;

    await expect(installProvider(terraform(onlyFromMirror), root, AWS_PROVIDER, log)).resolves.toEqual({
      source: 'hashicorp/aws',
      version: '6.34.0',
    });
    expect(lines).toEqual([`taking the provider hashicorp/aws 6.34.0 from the mirror ${mirror}`]);
  });

  it('says that a provider is in no mirror when the registry cannot be reached', async () => {
    const root = temporaryFolder();
    const unreachable = 'echo "Error: could not connect to registry.example.com: no such host" >&2; exit 1';

    await expect(installProvider(terraform(unreachable), root, AWS_PROVIDER, log)).resolves.toEqual({
      source: 'hashicorp/aws',
      reason: 'it is in no mirror and the registry cannot be reached',
    });
  });

  it('hands on what Terraform says when the registry or a mirror refuses', async () => {
    const root = temporaryFolder();
    const refuses = terraform('echo "Error: checksum mismatch" >&2; exit 1');

    await expect(installProvider(refuses, root, AWS_PROVIDER, log)).resolves.toEqual({
      source: 'hashicorp/aws',
      reason: 'it is in no mirror and the registry does not give it: Error: checksum mismatch',
    });
    expect(existsSync(join(root, 'providers', ADDRESS))).toBe(false);
  });
});
