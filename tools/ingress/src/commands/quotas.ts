import { overstatedQuotas, quotaBudgets, renderBudgets } from '@central-ingress/quota-budget';
import { loadWorld } from '@central-ingress/world-files';
import { Command } from 'commander';
import { refuseUnknownNames } from '../known-names';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

interface QuotasOptions extends WorldOption {
  readonly live?: boolean;
  readonly role?: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  ingress quotas
  ingress quotas main --json
  ingress quotas --live --role our-auditor-role`;

const EXIT_CODES = `
Exit codes:
  0  the budget is told
  1  a name is none of the world, the configuration is wrong, or with --live a file states more than AWS grants`;

/** `ingress quotas`: how many tenants each internet VPC still has room for, and what limits it. */
export function quotasCommand(): Command {
  return new Command('quotas')
    .description('tell of each internet VPC what is used, what is left, and which limit is reached first')
    .argument('[internet-vpcs...]', 'internet VPCs (default: all)')
    .option('--live', 'also ask Service Quotas what AWS grants the central account now')
    .option('--role <name>', 'role to assume for --live, which may only read (default: operatorAccess)')
    .addOption(worldOption())
    .option('--json', 'print the result as JSON')
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .action(quotas);
}

async function quotas(names: readonly string[], options: QuotasOptions): Promise<void> {
  const world = loadWorld(worldFolder(options.world));
  const all = quotaBudgets(world);
  const known = all.map(({ internetVpc }) => internetVpc);
  refuseUnknownNames(names, { kind: 'no internet VPC', known });
  const budgets = names.length ? all.filter(({ internetVpc }) => names.includes(internetVpc)) : all;
  const granted = options.live ? await whenNeeded.grantedQuotas.grantedQuotas(world.platform, options.role) : undefined;
  const overstated = granted ? overstatedQuotas(budgets, granted) : [];
  const text = options.json
    ? JSON.stringify({ budgets, ...(granted ? { granted, overstated } : {}) }, null, 2)
    : [renderBudgets(budgets, granted), ...overstated].join('\n');
  process.stdout.write(`${text}\n`);
  if (overstated.length) process.exitCode = 1;
}
