import { exitCodeOfReport, isComplete, renderReport } from '@central-ingress/deployment';
import { UserError } from '@central-ingress/user-error';
import { loadWorld } from '@central-ingress/world-files';
import { Command } from 'commander';
import { chooseTenant } from '../choose-tenants';
import { concurrencyOption } from '../concurrency-option';
import { givenFlags } from '../given-flags';
import { onboardTenant } from '../onboard-tenant';
import { printNotices } from '../print-notices';
import { RUN_EXIT_CODES } from '../run-exit-codes';
import { stackKindOptions } from '../stack-kinds';
import type { StackKindOptions } from '../stack-kinds';
import { upstreamOf, upstreamOption } from '../upstream-option';
import type { UpstreamOption } from '../upstream-option';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';

interface OnboardOptions extends WorldOption, UpstreamOption, StackKindOptions {
  readonly concurrency: number;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  ingress onboard payments
  ingress onboard payments --except addons
  ingress onboard payments --world ../our-tenants --json`;

/** `ingress onboard`: everything from a tenant's file to its first request, in order, to be run again until it is done. */
export function onboardCommand(): Command {
  const command = new Command('onboard')
    .description(
      "deploy all of a tenant in order: its account's state bucket, its stacks in both accounts, the way to it",
    )
    .argument('<tenant>', 'tenant to onboard')
    .addOption(concurrencyOption())
    .addOption(upstreamOption())
    .addOption(worldOption())
    .option('--json', 'print the result as JSON; the progress goes to standard error')
    .addHelpText('after', `${EXAMPLES}${RUN_EXIT_CODES}`)
    .action(onboard);
  stackKindOptions().forEach((option) => command.addOption(option));
  return command;
}

async function onboard(name: string, options: OnboardOptions, command: Command): Promise<void> {
  const folder = worldFolder(options.world);
  const world = loadWorld(folder);
  const tenant = chooseTenant(world, name, `To add it: npx nx g tenant ${name}.`);
  printNotices(world, [name]);
  const done = await onboardTenant({
    world,
    worldFolder: folder,
    tenant,
    concurrency: options.concurrency,
    kinds: options,
    upstream: upstreamOf(options, UserError),
    print: (line) => void process.stderr.write(`${line}\n`),
  });
  const report = done.resume ? { ...done, resume: `${done.resume}${givenFlags(command, ['--world'])}` } : done;
  const next = isComplete(report) ? `\n\n${name} is onboarded. To look at every hop: npx ingress verify ${name}` : '';
  process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : `\n${renderReport(report)}${next}`}\n`);
  process.exitCode = exitCodeOfReport(report);
}
