import { writeFileSync } from 'node:fs';
import { UserError } from '@central-ingress/user-error';
import { Command, Option } from 'commander';
import { refuseUnknownNames } from '../known-names';
import { fromOption } from '../synthesized-documents';
import type { FromOption } from '../synthesized-documents';
import { synthesizedModel, tellUnread } from '../synthesized-model';
import { worldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

interface DiagramOptions extends FromOption {
  readonly format: 'svg' | 'mermaid';
  readonly out?: string;
}

const EXAMPLES = `
Examples:
  ingress diagram --out network.svg
  ingress diagram payments --out payments.svg
  ingress diagram --format mermaid --from build`;

const EXIT_CODES = `
Exit codes:
  0  the diagram is drawn
  1  the name is no tenant's, or the configuration is wrong
  2  a synthesized file is missing or malformed`;

/** `ingress diagram`: the network of the world or of one tenant as a picture. */
export function diagramCommand(): Command {
  return new Command('diagram')
    .description('draw the network of the world, or of one tenant, for a security review')
    .argument('[tenant]', 'a tenant (default: the whole world)')
    .addOption(new Option('--format <format>', 'what to write').choices(['svg', 'mermaid']).default('svg'))
    .option('-o, --out <file>', 'file to write to (default: standard output)')
    .addOption(fromOption())
    .addOption(worldOption())
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .action(diagram);
}

function diagram(tenant: string | undefined, options: DiagramOptions): void {
  if (options.out === '') {
    throw new UserError('--out: is empty; got ""; expected a file to write to. Name one, or leave out --out.');
  }
  const { readNetworkView, renderMermaid, renderSvg, tenantsIn, viewOfTenant } = whenNeeded.networkDiagram;
  const { model } = synthesizedModel(options);
  tellUnread(model);
  const world = readNetworkView(model);
  refuseUnknownNames(tenant === undefined ? [] : [tenant], { kind: 'no tenant', known: tenantsIn(world) });
  const view = tenant === undefined ? world : viewOfTenant(world, tenant);
  const text = options.format === 'mermaid' ? renderMermaid(view) : renderSvg(view);
  if (options.out === undefined) process.stdout.write(text);
  else writeText(options.out, text);
}

function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UserError(
      `${file}: cannot be written; got ${(error as Error).message}; expected a file that ingress may write. Correct --out.`,
    );
  }
  process.stderr.write(`${file} is written.\n`);
}
