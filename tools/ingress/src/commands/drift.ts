import { stackGraph } from '@central-ingress/stack-graph';
import { loadWorld } from '@central-ingress/world-files';
import { Command } from 'commander';
import { askWorld } from '../ask-world';
import { concurrencyOption } from '../concurrency-option';
import { chooseOwners } from '../owners';
import { someOfKinds, stackKindOptions } from '../stack-kinds';
import type { StackKindOptions } from '../stack-kinds';
import { summaryOptions } from '../summary-output';
import type { SummaryOptions } from '../summary-output';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';

interface DriftOptions extends WorldOption, SummaryOptions, StackKindOptions {
  readonly concurrency: number;
}

const HELP = `
Examples:
  ingress drift
  ingress drift payments --markdown

Exit codes:
  0  everything that is deployed is as the last deployment left it
  1  a stack could not be compared, or a name, a kind or the configuration is wrong
  2  reality has moved
  130  interrupted`;

/** `ingress drift`: one summary of what has moved outside of Terraform. */
export function driftCommand(): Command {
  const command = new Command('drift')
    .description('tell in one summary what has moved since it was deployed, whatever the configuration says')
    .argument('[names...]', 'internet VPCs and tenants; `central` for the central roles (default: all)')
    .addOption(concurrencyOption())
    .addOption(worldOption());
  [...stackKindOptions(), ...summaryOptions()].forEach((option) => command.addOption(option));
  return command.addHelpText('after', HELP).action(async (names: string[], options: DriftOptions) => {
    const folder = worldFolder(options.world);
    const world = loadWorld(folder);
    const owners = chooseOwners(world, names);
    const owned = stackGraph(world).filter(({ owner }) => owners.includes(owner));
    const stacks = someOfKinds(world, owned, options);
    await askWorld({ ...options, question: 'drift', world, worldFolder: folder, stacks });
  });
}
