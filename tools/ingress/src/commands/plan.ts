import type { World } from '@central-ingress/config';
import { stackGraph } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { loadWorld } from '@central-ingress/world-files';
import { Command, Option } from 'commander';
import { allowOption } from '../allow-option';
import { askWorld } from '../ask-world';
import { concurrencyOption } from '../concurrency-option';
import { requireOneChoice } from '../one-choice';
import { chooseOwners } from '../owners';
import { printNotices } from '../print-notices';
import { ofKinds, someOfKinds, stackKindOptions } from '../stack-kinds';
import type { StackKindOptions } from '../stack-kinds';
import { summaryOptions } from '../summary-output';
import type { SummaryOptions } from '../summary-output';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

interface PlanOptions extends WorldOption, SummaryOptions, StackKindOptions {
  readonly all?: boolean;
  readonly affected?: boolean;
  readonly base: string;
  readonly allow?: readonly string[];
  readonly concurrency: number;
}

const EXAMPLES = `
Examples:
  ingress plan main payments
  ingress plan --all --json
  ingress plan --affected --base origin/main --markdown
  ingress plan main --allow main-alb:aws_lb.alb_1B5A4B2C`;

const EXIT_CODES = `
Exit codes:
  0  every stack is planned or waits, and nothing guarded is lost
  1  a stack could not be planned
  3  an ALB, NLB, endpoint service, interface endpoint, EKS cluster, certificate, S3 bucket or hosted zone
     would be replaced or destroyed, and --allow does not name it
  130  interrupted`;

/** `ingress plan`: one summary of what Terraform would change in several stacks. */
export function planCommand(): Command {
  const command = new Command('plan')
    .description('tell in one summary what deploying would change, and what must not be lost')
    .argument('[names...]', 'internet VPCs and tenants; `central` for the central roles')
    .option('--all', 'everything in the world')
    .option('--affected', 'the stacks that differ from where this branch left --base')
    .addOption(new Option('--base <commit>', 'what --affected compares with').default('main'))
    .addOption(allowOption())
    .addOption(concurrencyOption())
    .addOption(worldOption());
  [...stackKindOptions(), ...summaryOptions()].forEach((option) => command.addOption(option));
  return command.addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`).action(plan);
}

async function plan(names: readonly string[], options: PlanOptions): Promise<void> {
  requireOneChoice('plan', {
    names,
    expected: 'names of internet VPCs or tenants',
    options: { '--all': options.all, '--affected': options.affected },
  });
  const folder = worldFolder(options.world);
  const world = loadWorld(folder);
  const named = options.affected ? await affected(world, folder, options.base) : stacksOwnedBy(world, names);
  // What differs from a commit may well be of another kind.
  const stacks = (options.affected ? ofKinds : someOfKinds)(world, named, options);
  printNotices(
    world,
    stacks.map(({ owner }) => owner),
  );
  await askWorld({ ...options, question: 'plan', world, worldFolder: folder, stacks });
}

function stacksOwnedBy(world: World, names: readonly string[]): readonly StackNode[] {
  const owners = chooseOwners(world, names);
  return stackGraph(world).filter(({ owner }) => owners.includes(owner));
}

async function affected(world: World, folder: string, base: string): Promise<readonly StackNode[]> {
  const { affectedStacks } = whenNeeded.affectedStacks;
  const { stacks, gone, everything } = affectedStacks(world, folder, base);
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  if (everything) tell(`All stacks are affected: ${everything}.`);
  if (gone.length) {
    tell(`Not in the world any more: ${gone.join(', ')}. Destroy them from a commit that has them, if they stand.`);
  }
  return stackGraph(world).filter(({ name }) => stacks.has(name));
}
