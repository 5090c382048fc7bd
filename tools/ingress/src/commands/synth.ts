import { join, relative, resolve } from 'node:path';
import { UserError } from '@central-ingress/user-error';
import { loadWorldAround } from '@central-ingress/world-files';
import { Command } from 'commander';
import { chooseOwners } from '../owners';
import { printNotices } from '../print-notices';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

/** `ingress synth`: writes the Terraform JSON of both apps, for everything or for named owners. */
export function synthCommand(): Command {
  return new Command('synth')
    .description('write the Terraform JSON of both apps, as cdktf synth does')
    .argument('[names...]', 'internet VPCs and tenants to synthesize; `central` for the central roles (default: all)')
    .option('-o, --out <folder>', 'folder to write to (default: <world>/.ingress/synth)')
    .addOption(worldOption())
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExamples:\n  ingress synth\n  ingress synth payments main --out build')
    .action(async (names: string[], options: WorldOption & { out?: string; json?: boolean }) => {
      if (options.out === '') throw new UserError('--out: is empty; got ""; expected a folder to write to. Name one.');
      const folder = worldFolder(options.world);
      const world = loadWorldAround(folder, names);
      const owners = chooseOwners(world, names);
      printNotices(world, owners);
      const out = options.out === undefined ? join(folder, '.ingress', 'synth') : resolve(options.out);
      const { synthesize } = whenNeeded.synthesis;
      const stacks = synthesize(world, owners, out);
      const shown = relative(process.cwd(), out) || '.';
      const text = `${stacks.length} stack(s) written to ${shown}\n${stacks.map((name) => `  ${name}`).join('\n')}`;
      process.stdout.write(`${options.json ? JSON.stringify({ folder: out, stacks }) : text}\n`);
    });
}
