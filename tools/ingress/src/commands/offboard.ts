import type { TenantConfig, World } from '@central-ingress/config';
import { Interrupts, Progress } from '@central-ingress/deployment';
import type { OffboardingReport, Step } from '@central-ingress/offboarding';
import { UserError } from '@central-ingress/user-error';
import { loadWorld } from '@central-ingress/world-files';
import { Command, Option } from 'commander';
import { confirmByName, yesByNameOption } from '../confirm-by-name';
import type { YesByName } from '../confirm-by-name';
import { drainOf, drainOption } from '../drain-option';
import type { DrainOption } from '../drain-option';
import { givenFlags } from '../given-flags';
import { stackDestroyer } from '../stack-destroyer';
import { BRING_BACK, chooseTenant } from '../choose-tenants';
import { worldFlag, worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

interface OffboardOptions extends WorldOption, DrainOption, YesByName {
  readonly dryRun?: boolean;
  readonly cancel?: boolean;
  readonly json?: boolean;
}

const AFTER = `
Examples:
  ingress offboard payments --dry-run
  ingress offboard payments
  ingress offboard payments --yes payments --json
  ingress offboard payments --cancel

Exit codes:
  0  nothing of the tenant is left
  1  a step failed; run it again to go on
  2  every step is done, and something is left that nothing proves to be the tenant's
  3  something stands in the way of a step, which says what to do
  130  interrupted; run it again to go on`;

/** `ingress offboard`: takes a tenant away step by step, routing first, and tells what is left of it. */
export function offboardCommand(): Command {
  return new Command('offboard')
    .description('take a tenant away step by step, routing first, and tell what is left; run it again to go on')
    .argument('<tenant>', 'tenant to take away; its file must still be in the world')
    .option('--dry-run', 'only tell the steps, and what each would remove')
    .addOption(
      new Option(
        '--cancel',
        'let the tenant be deployed again; what is gone already comes back by deploying it',
      ).conflicts('dryRun'),
    )
    .addOption(drainOption("the records' TTL and the target group's deregistration delay"))
    .addOption(yesByNameOption())
    .addOption(worldOption())
    .option('--json', 'print the result as JSON; the progress goes to standard error')
    .addHelpText('after', AFTER)
    .action(offboardTenant);
}

async function offboardTenant(name: string, options: OffboardOptions, command: Command): Promise<void> {
  const folder = worldFolder(options.world);
  const world = loadWorld(folder);
  const tenant = chooseTenant(world, name, BRING_BACK);
  if (options.cancel) return cancel(world, tenant);
  if (!options.dryRun) await confirmByName('offboard', name, options.yes);
  const report = await run(world, folder, tenant, options, command);

  const { exitCodeOfOffboarding, renderOffboarding } = whenNeeded.offboarding;
  process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : `\n${renderOffboarding(report)}`}\n`);
  process.exitCode = exitCodeOfOffboarding(report);
}

async function run(
  world: World,
  folder: string,
  tenant: TenantConfig,
  { dryRun = false, ...options }: OffboardOptions,
  command: Command,
): Promise<OffboardingReport> {
  const { awsWorkplace, keptOf, offboard, offboardingSteps } = whenNeeded.offboarding;
  const print = (line: string): void => void process.stderr.write(`${line}\n`);
  const steps = offboardingSteps(world.platform, tenant);
  const interrupts = new Interrupts(() =>
    print('Stopping: Terraform ends what it is doing, no step is started. Once more to kill it: state may be lost.'),
  );
  const progress = new Progress(steps.length, print);
  try {
    const destroy = stackDestroyer<Step>({
      world,
      worldFolder: folder,
      owner: tenant.connectionName,
      interrupts,
      onLine: (step, line) => progress.onLine(step.title, line),
    });
    const workplace = await awsWorkplace({
      world,
      tenant,
      destroy,
      signal: interrupts.signal,
      ...drainOf(options),
    });
    const result = await offboard(steps, workplace, {
      dryRun,
      signal: interrupts.signal,
      onStart: ({ title: stack }) => progress.on({ type: 'started', stack }),
      onEnd: ({ title: stack, status, seconds }) => {
        const failed = status === 'failed' || status === 'refused';
        progress.on({ type: 'ended', result: { stack, status: failed ? 'failed' : 'done', seconds } });
      },
    });
    const complete = !dryRun && result.steps.every(({ status }) => status === 'done' || status === 'nothing to do');
    return {
      tenant: tenant.connectionName,
      ...result,
      kept: complete ? keptOf(world, tenant) : [],
      ...(complete || dryRun ? {} : { resume: resumeCommand(tenant, folder, command) }),
    };
  } finally {
    progress.stop();
    interrupts.dispose();
  }
}

async function cancel(world: World, tenant: TenantConfig): Promise<void> {
  const { offboardingClients, readHold, removeHold } = whenNeeded.offboarding;
  const { platform } = world;
  const name = tenant.connectionName;
  const { eyes, hands } = await offboardingClients(platform, platform.centralAccountId);
  const hold = await readHold(eyes.ssm, platform, name);
  if (hold?.reason !== 'offboarding') throw new UserError(`${name}: is not being offboarded; nothing was changed.`);
  await removeHold(hands.ssm, platform, name);
  process.stdout.write(
    `${name}: may be deployed again. To bring back what is gone: npx ingress deploy ${name}, ` +
      `then npx ingress connect ${name}\n`,
  );
}

function resumeCommand({ connectionName: name }: TenantConfig, folder: string, command: Command): string {
  return `npx ingress offboard ${name} --yes ${name}${worldFlag(folder)}${givenFlags(command, ['--yes', '--world'])}`;
}
