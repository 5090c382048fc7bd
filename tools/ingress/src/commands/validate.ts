import { existsSync } from 'node:fs';
import type { World } from '@central-ingress/config';
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
      tellMissingCharts(world);
      const counts = { internetVpcs: world.internetVpcs.length, tenants: world.tenants.length };
      const text = `valid: ${counts.internetVpcs} internet VPC(s), ${counts.tenants} tenant(s)`;
      process.stdout.write(`${options.json ? JSON.stringify({ valid: true, ...counts }) : text}\n`);
    });
}

/** No mistake of the files: charts may lie only where add-ons are synthesized and deployed. */
function tellMissingCharts({ platform: { charts } }: World): void {
  if (charts.type !== 'folder' || existsSync(charts.path)) return;
  process.stderr.write(
    `notice: platform.yaml: charts.path: ${charts.path} is missing here; what synthesizes add-ons needs it, with the ` +
      'charts of the lock file\n',
  );
}
