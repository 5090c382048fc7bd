import { join } from 'node:path';
import { findMirrors, MIRROR_VARIABLE, mirroredVersions } from './provider-mirror';
import { temporaryFolder } from './temporary-folder';

const HOST = 'registry.example.com';
const BINARY = 'hashicorp/aws/5.100.0/linux_amd64/provider';

describe('findMirrors', () => {
  const nowhere = { HOME: temporaryFolder(), XDG_DATA_DIRS: temporaryFolder() };

  it('puts the folder that the user names first, then those Terraform implies, then those of optional software', () => {
    const named = temporaryFolder({ [`${HOST}/${BINARY}`]: '' });
    const home = temporaryFolder({ [`.terraform.d/plugins/${HOST}/${BINARY}`]: '' });
    const data = temporaryFolder({ [`terraform/plugins/${HOST}/${BINARY}`]: '' });
    const software = temporaryFolder({ [`vendor/providers/${HOST}/${BINARY}`]: '' });

    expect(findMirrors(HOST, { [MIRROR_VARIABLE]: named, HOME: home, XDG_DATA_DIRS: data }, [software])).toEqual([
      named,
      join(home, '.terraform.d', 'plugins'),
      join(data, 'terraform', 'plugins'),
      join(software, 'vendor', 'providers'),
    ]);
  });

  it('looks two levels below a software folder and no deeper', () => {
    const software = temporaryFolder({ [`${HOST}/x`]: '', [`one/${HOST}/x`]: '', [`a/b/c/${HOST}/x`]: '' });

    expect(findMirrors(HOST, nowhere, [software])).toEqual([software, join(software, 'one')]);
  });

  it('leaves out a folder of another registry and one that is not there', () => {
    const other = temporaryFolder({ [`other.example.com/${BINARY}`]: '' });

    expect(findMirrors(HOST, { ...nowhere, [MIRROR_VARIABLE]: other }, [other, join(other, 'missing')])).toEqual([]);
  });
});

describe('mirroredVersions', () => {
  it('reads unpacked and packed providers of the platform', () => {
    const mirror = temporaryFolder({
      [`${HOST}/${BINARY}`]: '',
      [`${HOST}/hashicorp/aws/6.1.0/darwin_arm64/provider`]: '',
      [`${HOST}/hashicorp/aws/terraform-provider-aws_6.2.0_linux_amd64.zip`]: '',
      [`${HOST}/hashicorp/aws/terraform-provider-aws_6.3.0_darwin_arm64.zip`]: '',
      [`${HOST}/hashicorp/aws/index.json`]: '',
    });

    expect([...mirroredVersions(mirror, `${HOST}/hashicorp/aws`, 'linux_amd64')].sort()).toEqual(['5.100.0', '6.2.0']);
  });

  it('has none for a provider that is not in the mirror', () => {
    expect(mirroredVersions(temporaryFolder(), `${HOST}/hashicorp/helm`, 'linux_amd64')).toEqual([]);
  });
});
