import { loadWorld } from '@central-ingress/world-files';
import { Command } from 'commander';
import { ownersOf } from '../owners';
import { printNotices } from '../print-notices';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';

/** `ingress validate`: reads every configuration file and reports all problems of all of them at once. */
export function validateCommand(): Command {
  return new Command('validate')
    .description('check every configuration file and report all problems at once')
    .addOption(worldOption())
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExamples:\n  ingress validate\n  ingress validate --world ../our-tenants --json')
    .action((options: WorldOption & { json?: boolean }) => {
      const world = loadWorld(worldFolder(options.world));
      printNotices(world, ownersOf(world));
      const counts = { internetVpcs: world.internetVpcs.length, tenants: world.tenants.length };
      const text = `valid: ${counts.internetVpcs} internet VPC(s), ${counts.tenants} tenant(s)`;
      process.stdout.write(`${options.json ? JSON.stringify({ valid: true, ...counts }) : text}\n`);
    });
}
