import { cliConfig } from './cli-config';

describe('cliConfig', () => {
  it('takes the mirrored providers from the mirror alone and the rest from their registry', () => {
    const text = cliConfig({ mirror: '/m', mirrored: ['host/a/one', 'host/a/two'], direct: true });

    expect(text).toBe(`disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path    = "/m"
    include = ["host/a/one","host/a/two"]
  }
  direct {
    exclude = ["host/a/one","host/a/two"]
  }
}
`);
  });

  it('keeps what an init installs in the cache', () => {
    expect(cliConfig({ mirror: '/m', mirrored: [], direct: true, cache: '/c "d"' })).toBe(`disable_checkpoint = true
plugin_cache_dir = "/c \\"d\\""
provider_installation {
  direct {
    exclude = []
  }
}
`);
  });

  it('asks no registry when direct is off', () => {
    expect(cliConfig({ mirror: '/m', mirrored: ['host/a/one'], direct: false })).not.toContain('direct');
  });
});
