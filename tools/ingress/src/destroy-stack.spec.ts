import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Initialization } from '@central-ingress/deployment';
import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { tenantStacks } from '@central-ingress/stack-graph';
import { destroyStack } from './destroy-stack';
import { synthesize } from './synthesize';
import { REPOSITORY } from './world-folder';

/** Stands in for Terraform, whose states would lie in AWS: notes when each of its commands begins and ends. */
const program = (log: string): string => `#!/bin/sh
echo "begins $1 $(basename "$PWD")" >> ${log}
[ "$1" = init ] && sleep 0.5
echo "ends $1 $(basename "$PWD")" >> ${log}
[ "$1" = version ] && echo '{"terraform_version": "1.12.2"}'
exit 0
`;

describe('destroyStack', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'destroy-stack-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one stack bring the providers that all need before another is begun with', async () => {
    const binary = join(folder, 'bin', 'terraform');
    const log = join(folder, 'commands');
    mkdirSync(join(folder, 'bin'));
    writeFileSync(binary, program(log));
    chmodSync(binary, 0o755);
    const world = exampleWorld();
    const tenant = exampleTenant();
    synthesize(world, [tenant.connectionName], folder);
    const { registration, roles } = tenantStacks(world.platform, tenant);
    const run = {
      repository: REPOSITORY,
      outputOf: () => folder,
      logFileOf: ({ name }: { readonly name: string }) => join(folder, `${name}.log`),
      env: { ...process.env, TERRAFORM_BINARY_NAME: binary, CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1' },
    };
    const together = { world, owners: [tenant.connectionName], initialization: new Initialization() };
    await Promise.all([registration, roles].map((stack) => destroyStack(stack, run, together)));

    const commands = readFileSync(log, 'utf8').trim().split('\n');
    expect(commands.slice(0, 2)).toEqual([`begins init ${registration.name}`, `ends init ${registration.name}`]);
    // cdktf initializes each of them; one of them was before that, for both.
    expect(commands.filter((line) => line.startsWith('begins init'))).toHaveLength(3);
    expect(commands.filter((line) => line.startsWith('begins destroy')).sort()).toEqual([
      `begins destroy ${registration.name}`,
      `begins destroy ${roles.name}`,
    ]);
  }, 60_000);
});
