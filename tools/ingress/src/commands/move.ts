import type { CentralTenant, World } from '@central-ingress/config';
import { isCentral } from '@central-ingress/config';
import type { TenantMove } from '@central-ingress/contract';
import { Interrupts } from '@central-ingress/deployment';
import type { MoveStep } from '@central-ingress/offboarding';
import { UserError } from '@central-ingress/user-error';
import { loadWorld } from '@central-ingress/world-files';
import { Command, Option } from 'commander';
import { BRING_BACK, chooseTenant } from '../choose-tenants';
import { confirmByName, yesByNameOption } from '../confirm-by-name';
import type { YesByName } from '../confirm-by-name';
import { drainOf, drainOption } from '../drain-option';
import type { DrainOption } from '../drain-option';
import { givenFlags } from '../given-flags';
import { wholeNumber } from '../whole-number';
import { worldFlag, worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

const STEPS: readonly MoveStep[] = ['prepare', 'switch', 'settle', 'finish'];

interface MoveOptions extends WorldOption, DrainOption, YesByName {
  readonly to?: string;
  readonly slot?: number;
  readonly step?: MoveStep;
  readonly cancel?: boolean;
  readonly json?: boolean;
}

const AFTER = `
Examples:
  ingress move payments --to second
  ingress move payments --to second --step prepare
  ingress move payments --to second --step switch --yes payments
  ingress move payments --cancel

Exit codes:
  0  the plan was told, or the step is done
  1  a step failed; run it again to go on
  3  the move or the step is refused, and nothing was changed
  130  interrupted; run the step again to go on`;

/** `ingress move`: brings a tenant to another internet VPC in steps, without a gap for its clients. */
export function moveCommand(): Command {
  return (
    new Command('move')
      .description('bring a tenant to another internet VPC without a gap; without --step it tells the plan')
      .argument('<tenant>', 'tenant to move')
      .option('--to <internet-vpc>', 'internet VPC that it is moved to; not needed once the move has begun')
      .addOption(
        new Option('--slot <n>', 'its slot there (default: the next free one)').argParser((text) =>
          wholeNumber(text, 'a whole number'),
        ),
      )
      .addOption(new Option('--step <step>', 'take this step').choices(STEPS))
      // A move that is taken back is the one that has begun: with --to a wrong one could be taken for it.
      .addOption(new Option('--cancel', 'take the move back; possible until settle').conflicts(['step', 'to', 'slot']))
      .addOption(drainOption("the records' TTL"))
      .addOption(yesByNameOption())
      .addOption(worldOption())
      .option('--json', 'print the plan as JSON')
      .addHelpText('after', AFTER)
      .action(moveTenant)
  );
}

async function moveTenant(name: string, options: MoveOptions, command: Command): Promise<void> {
  const folder = worldFolder(options.world);
  const world = loadWorld(folder);
  const tenant = chooseTenant(world, name, BRING_BACK);
  const offboarding = whenNeeded.offboarding;
  if (!isCentral(tenant)) return void offboarding.planMove(world, tenant, options.to ?? '');
  // A wrong --to is told without asking AWS, and before anybody is asked to log in.
  if (options.to && options.to !== tenant.exposure.internetVpc) {
    offboarding.planMove(world, tenant, options.to, options.slot);
  }
  const move = await moveOf(world, tenant, options);
  if (options.step || options.cancel) await confirmByName('move', name, options.yes);

  const print = (line: string): void => void process.stderr.write(`${line}\n`);
  const interrupts = new Interrupts(() =>
    print('Stopping: Terraform ends what it is doing. Once more to kill it: state may be lost.'),
  );
  try {
    const { moveHands } = whenNeeded.moveHands;
    const hands = moveHands({ world, worldFolder: folder, tenant, move, interrupts, print });
    const { signal } = interrupts;
    const place = await offboarding.awsMovePlace({ world, tenant, hands, signal, ...drainOf(options) }, move);
    if (options.cancel) {
      await offboarding.cancelMove(move, place);
      process.stdout.write(`${name}: stands in ${move.from.internetVpc} as before, and may be deployed again.\n`);
      return;
    }
    if (options.step) await offboarding.takeMoveStep(options.step, move, place);
    const done = await offboarding.stepsDone(move, place);
    const plan = offboarding.movePlan(name, move, done, worldFlag(folder));
    process.stdout.write(`${options.json ? JSON.stringify(plan, null, 2) : offboarding.renderMovePlan(plan)}\n`);
  } catch (error) {
    if (!interrupts.signal.aborted) throw error;
    print(`Interrupted. To go on: npx ingress move ${name}${givenFlags(command, ['--world'])}${worldFlag(folder)}`);
    process.exitCode = 130;
  } finally {
    interrupts.dispose();
  }
}

/** The move that has begun, as the hold tells it, else a new one. */
async function moveOf(world: World, tenant: CentralTenant, { to, slot, cancel }: MoveOptions): Promise<TenantMove> {
  const { offboardingClients, planMove, readHold } = whenNeeded.offboarding;
  const { platform } = world;
  const { eyes } = await offboardingClients(platform, platform.centralAccountId);
  const hold = await readHold(eyes.ssm, platform, tenant.connectionName);
  if (hold?.move) {
    if (!to || to === hold.move.to.internetVpc) return hold.move;
    throw new UserError(
      `--to ${to}: ${tenant.connectionName} is on its way to ${hold.move.to.internetVpc} since ${hold.since}; finish ` +
        'that move, or take it back with --cancel.',
    );
  }
  if (cancel) throw new UserError(`${tenant.connectionName}: is not being moved; nothing was changed.`);
  if (to) return planMove(world, tenant, to, slot);
  throw new UserError(
    `move: ${tenant.connectionName} is not on its way; expected --to and the name of an internet VPC. Name it.`,
  );
}
