import { Command } from 'commander';
import { refuseUnknownNames } from '../known-names';
import { fromOption } from '../synthesized-documents';
import type { FromOption } from '../synthesized-documents';
import { synthesizedModel, tellUnread } from '../synthesized-model';
import { worldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

const EXAMPLES = `
Examples:
  ingress cost
  ingress cost payments storefront
  ingress cost --from build --json`;

const EXIT_CODES = `
Exit codes:
  0  the cost is told
  1  a name is none of the world, or the configuration is wrong
  2  a synthesized file is missing or malformed, or the region has no prices`;

/** `ingress cost`: what the world costs a month, line by line. */
export function costCommand(): Command {
  return new Command('cost')
    .description('tell what internet VPCs and tenants cost a month, line by line, without asking AWS')
    .argument('[names...]', 'tenants and internet VPCs (default: all)')
    .addOption(fromOption())
    .addOption(worldOption())
    .option('--json', 'print the report as JSON')
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .action(cost);
}

function cost(names: readonly string[], options: FromOption & { readonly json?: boolean }): void {
  const { costReport, pricesFor, renderText, reportOf } = whenNeeded.costModel;
  const { model, missingStacks } = synthesizedModel(options);
  tellUnread(model);
  const whole = costReport(model, pricesFor(model));
  const known = whole.owners.map(({ name }) => name);
  refuseUnknownNames(names, { kind: 'no internet VPC and no tenant', known });
  const report = names.length ? reportOf(whole, new Set(names)) : whole;
  process.stdout.write(
    `${options.json ? JSON.stringify({ ...report, missingStacks }, null, 2) : renderText(report)}\n`,
  );
}
