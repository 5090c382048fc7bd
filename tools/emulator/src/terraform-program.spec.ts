import { MissingToolError } from './errors';
import { temporaryFolder } from './temporary-folder';
import { findTerraform } from './terraform-program';

function pathWith(versions: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const programs = Object.entries(versions).map(([name, line]) => [name, `#!/bin/sh\necho "${line}"\n`]);
  return { PATH: temporaryFolder(Object.fromEntries(programs)) };
}

describe('findTerraform', () => {
  it('takes Terraform before OpenTofu', async () => {
    const environment = pathWith({ terraform: 'Terraform v1.11.4', tofu: 'OpenTofu v1.10.5' });

    await expect(findTerraform(environment)).resolves.toEqual({
      binary: 'terraform',
      product: 'Terraform',
      version: '1.11.4',
      registry: 'registry.terraform.io',
    });
  });

  it('takes OpenTofu where Terraform is too old, with its own registry', async () => {
    const environment = pathWith({ terraform: 'Terraform v1.9.8', tofu: 'OpenTofu v1.10.5' });

    await expect(findTerraform(environment)).resolves.toMatchObject({
      binary: 'tofu',
      registry: 'registry.opentofu.org',
    });
  });

  it('takes the program that the user names', async () => {
    const environment = pathWith({ terraform: 'Terraform v1.11.4', mine: 'Terraform v1.12.0' });

    await expect(findTerraform({ ...environment, TERRAFORM_BINARY_NAME: 'mine' })).resolves.toMatchObject({
      version: '1.12.0',
    });
  });

  it('rejects a machine without either, and one where it is too old', async () => {
    await expect(findTerraform(pathWith({}))).rejects.toEqual(
      new MissingToolError(
        'Terraform or OpenTofu 1.10 or newer is needed; no terraform or tofu on the PATH. Install one of the two.',
      ),
    );
    await expect(findTerraform(pathWith({ terraform: 'Terraform v1.5.7' }))).rejects.toEqual(
      new MissingToolError(
        'Terraform or OpenTofu 1.10 or newer is needed; terraform is Terraform 1.5.7. Install one of the two.',
      ),
    );
  });
});
