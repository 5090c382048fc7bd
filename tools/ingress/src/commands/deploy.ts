import { exitCodeOfReport, renderReport } from '@central-ingress/deployment';
import { loadWorld } from '@central-ingress/world-files';
import { Command } from 'commander';
import { allowOption } from '../allow-option';
import { concurrencyOption } from '../concurrency-option';
import { confirmDestruction } from '../confirm-destruction';
import { deployStacks } from '../deploy-stacks';
import { givenFlags } from '../given-flags';
import { requireOneChoice } from '../one-choice';
import { chooseOwners } from '../owners';
import { printNotices } from '../print-notices';
import { someOfKinds, stackKindOptions } from '../stack-kinds';
import type { StackKindOptions } from '../stack-kinds';
import { stacksOf } from '../stacks-of';
import type { Action } from '../stacks-of';
import { RUN_EXIT_CODES } from '../run-exit-codes';
import { UserError } from '@central-ingress/user-error';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';

interface DeployOptions extends WorldOption, StackKindOptions {
  readonly all?: boolean;
  readonly allow?: readonly string[];
  readonly concurrency: number;
  readonly json?: boolean;
  readonly yes?: boolean;
}

const SUMMARIES: Record<Action, string> = {
  deploy: 'deploy the stacks of internet VPCs and tenants, in the order of their needs',
  connect: 'deploy the connections of tenants: from here on the ALB routes to them',
  disconnect: 'destroy the connections of tenants: from here on nothing reaches them',
  destroy: 'destroy every stack of internet VPCs and tenants, connections first',
};

const OWNERS = 'internet VPCs and tenants; `central` for the central roles';
const NAMES: Record<Action, string> = { deploy: OWNERS, connect: 'tenants', disconnect: 'tenants', destroy: OWNERS };

const EXAMPLES: Record<Action, string> = {
  deploy:
    '  ingress deploy central main\n  ingress deploy payments storefront\n  ingress deploy --all\n' +
    '  ingress deploy payments --except roles\n' +
    '  ingress deploy main --allow main-alb:aws_lb.alb_1B5A4B2C',
  connect: '  ingress connect payments\n  ingress connect --all --json',
  disconnect: '  ingress disconnect payments\n  ingress disconnect payments --yes',
  destroy: '  ingress destroy payments\n  ingress destroy --all --yes',
};

/** `ingress deploy`, `connect`, `disconnect` and `destroy`: one `cdktf` run per stack, in order, side by side. */
export function deployCommands(): readonly Command[] {
  return (Object.keys(SUMMARIES) as Action[]).map((action) => {
    const command = new Command(action)
      .description(SUMMARIES[action])
      .argument('[names...]', NAMES[action])
      .option('--all', 'everything in the world')
      .addOption(concurrencyOption())
      .addOption(worldOption())
      .option('--json', 'print the result as JSON; the progress goes to standard error')
      .addHelpText('after', `\nExamples:\n${EXAMPLES[action]}${RUN_EXIT_CODES}`)
      .action((names: string[], options: DeployOptions, self: Command) => act(action, names, options, self));
    if (isDestructive(action)) return command.option('-y, --yes', 'do not ask before destroying');
    if (action === 'deploy') stackKindOptions().forEach((option) => command.addOption(option));
    return command.addOption(allowOption());
  });
}

async function act(action: Action, names: readonly string[], options: DeployOptions, command: Command): Promise<void> {
  const expected = 'names of internet VPCs or tenants';
  requireOneChoice(action, { names, expected, options: { '--all': options.all } });
  const folder = worldFolder(options.world);
  const world = loadWorld(folder);
  const owners = chooseOwners(world, names);
  const stacks = someOfKinds(world, stacksOf(world, owners, action), options);
  if (!stacks.length) {
    throw new UserError(`${names.join(', ') || '--all'}: has no stack to ${action}.`);
  }
  if (!isDestructive(action)) printNotices(world, owners);
  else if (!options.yes) await confirmDestruction(action, owners, stacks);

  const done = await deployStacks({
    action,
    world,
    worldFolder: folder,
    owners,
    stacks,
    concurrency: options.concurrency,
    allow: options.allow ?? [],
    print: (line) => void process.stderr.write(`${line}\n`),
  });
  const flags = givenFlags(command, ['--all', '--world']);
  const report = done.resume ? { ...done, resume: `${done.resume}${flags}` } : done;
  process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : `\n${renderReport(report)}`}\n`);
  process.exitCode = exitCodeOfReport(report);
}

function isDestructive(action: Action): boolean {
  return action === 'disconnect' || action === 'destroy';
}
