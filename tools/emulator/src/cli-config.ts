/** Where Terraform takes its providers from. */
export interface ProviderSources {
  /** Folder in the layout of a filesystem mirror. */
  readonly mirror: string;
  /** Full addresses that come from the mirror alone, e.g. `registry.terraform.io/hashicorp/aws`. */
  readonly mirrored: readonly string[];
  /** True when every other provider may come from its registry. */
  readonly direct: boolean;
  /** Folder that keeps what an init installs. */
  readonly cache?: string;
}

/**
 * A Terraform CLI configuration file. A provider of the mirror is excluded from the registry, because Terraform asks
 * every source that is allowed for a provider and fails when one of them is out of reach.
 */
export function cliConfig({ mirror, mirrored, direct, cache }: ProviderSources): string {
  const list = JSON.stringify(mirrored);
  const cacheLine = cache ? [`plugin_cache_dir = ${JSON.stringify(cache)}`] : [];
  const mirrorBlock = [
    '  filesystem_mirror {',
    `    path    = ${JSON.stringify(mirror)}`,
    `    include = ${list}`,
    '  }',
  ];
  const directBlock = ['  direct {', `    exclude = ${list}`, '  }'];
  return [
    'disable_checkpoint = true',
    ...cacheLine,
    'provider_installation {',
    ...(mirrored.length ? mirrorBlock : []),
    ...(direct ? directBlock : []),
    '}',
    '',
  ].join('\n');
}
