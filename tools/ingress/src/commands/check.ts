import type { ProofReport } from '@central-ingress/path-proof';
import { Command } from 'commander';
import { refuseUnknownNames } from '../known-names';
import { fromOption } from '../synthesized-documents';
import type { FromOption } from '../synthesized-documents';
import { synthesizedModel } from '../synthesized-model';
import { worldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

const EXAMPLES = `
Examples:
  ingress check
  ingress check payments --json
  ingress check --from build`;

const EXIT_CODES = `
Exit codes:
  0  every path is proven
  1  something is wrong, stacks are missing, or a name or the configuration is wrong
  2  a synthesized file is missing or malformed`;

/** `ingress check`: proves the path of every host on the synthesized JSON, without credentials and network. */
export function checkCommand(): Command {
  return new Command('check')
    .description('prove on the synthesized JSON that every host reaches its pods, and nobody else does')
    .argument('[tenants...]', 'tenants to report on; the whole world is checked (default: all)')
    .addOption(fromOption())
    .addOption(worldOption())
    .option('--json', 'print the report as JSON')
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .action(check);
}

function check(names: readonly string[], options: FromOption & { readonly json?: boolean }): void {
  const { findingsOf, proveWorld } = whenNeeded.pathProof;
  const { proofText } = whenNeeded.proofOutput;
  const { model, missingStacks } = synthesizedModel(options);
  const report = chosen(proveWorld(model), names);
  const findings = findingsOf(report);
  const proven = !findings.length && !missingStacks.length;
  process.stdout.write(
    `${options.json ? JSON.stringify({ proven, missingStacks, findings, ...report }, null, 2) : proofText(report, findings, missingStacks)}\n`,
  );
  if (!proven) process.exitCode = 1;
}

/** @throws UserError for names that are no tenants */
function chosen(report: ProofReport, names: readonly string[]): ProofReport {
  if (!names.length) return report;
  const known = report.tenants.map(({ tenant }) => tenant);
  refuseUnknownNames(names, { kind: 'no tenant', known });
  return { ...report, tenants: report.tenants.filter(({ tenant }) => names.includes(tenant)) };
}
