import type { World } from '@central-ingress/config';
import { stackGraph } from '@central-ingress/stack-graph';
import { loadWorld } from '@central-ingress/world-files';
import { Command } from 'commander';
import { chooseOwners } from '../owners';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

/** `ingress bootstrap`: makes the state bucket of every account that the named owners have stacks in. */
export function bootstrapCommand(): Command {
  return new Command('bootstrap')
    .description('make or repair the state bucket of each account that the named ones have stacks in')
    .argument('[names...]', 'internet VPCs and tenants; `central` for the central account (default: all)')
    .addOption(worldOption())
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExamples:\n  ingress bootstrap\n  ingress bootstrap payments')
    .action(async (names: string[], options: WorldOption & { json?: boolean }) => {
      const { bootstrapAccount } = whenNeeded.stateBucket;
      const world = loadWorld(worldFolder(options.world));
      const results = [];
      for (const accountId of accountsOf(world, chooseOwners(world, names))) {
        if (!options.json) process.stderr.write(`account ${accountId} …\n`);
        const result = await bootstrapAccount(world.platform, accountId);
        results.push(result);
        if (options.json) continue;
        const made = result.created ? 'created' : 'in place';
        const changes = result.changed.length ? `; set: ${result.changed.join(', ')}` : '; nothing to change';
        process.stdout.write(`${result.bucket}: ${made}${changes}\n`);
      }
      if (options.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
    });
}

function accountsOf(world: World, owners: readonly string[]): readonly string[] {
  const stacks = stackGraph(world).filter(({ owner }) => owners.includes(owner));
  return [...new Set(stacks.map(({ accountId }) => accountId))].sort();
}
