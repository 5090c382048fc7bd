import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraformBinary, TerraformFailure } from './terraform-command';

describe('terraformBinary', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'terraform-binary-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const install = (name: string, mode = 0o755): void => {
    writeFileSync(join(folder, name), '#!/bin/sh\n');
    chmodSync(join(folder, name), mode);
  };

  it('is the one that is named, else terraform, else tofu', () => {
    install('tofu');
    expect(terraformBinary({ PATH: folder })).toBe('tofu');
    install('terraform');
    expect(terraformBinary({ PATH: `/nowhere:${folder}` })).toBe('terraform');
    expect(terraformBinary({ PATH: folder, TERRAFORM_BINARY_NAME: 'mine' })).toBe('mine');
  });

  it('rejects a path with none that can be run', () => {
    install('terraform', 0o644);
    expect(() => terraformBinary({ PATH: folder })).toThrow(
      new TerraformFailure(
        'terraform: not found on the PATH, and neither is tofu; expected Terraform or OpenTofu 1.10 or newer. ' +
          'Install one of them, or name it in TERRAFORM_BINARY_NAME.',
      ),
    );
  });
});
