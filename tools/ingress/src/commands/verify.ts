import type { Plane, TenantVerification, VerifyOptions } from '@central-ingress/verification';
import { loadWorld } from '@central-ingress/world-files';
import { Command, InvalidArgumentError, Option } from 'commander';
import { chooseTenants } from '../choose-tenants';
import { unverifiedMessage } from '../unverified';
import { worldFolder } from '../world-folder';
import { worldOption } from '../world-option';
import type { WorldOption } from '../world-option';
import { whenNeeded } from '../when-needed';

interface VerifyCommandOptions extends WorldOption {
  readonly all?: boolean;
  readonly role?: string;
  readonly plane?: Plane;
  readonly connectTo?: readonly string[];
  readonly timeout: number;
  readonly json?: boolean;
}

const EXAMPLES = [
  'ingress verify payments',
  'ingress verify --all --role our-auditor-role --json',
  'ingress verify payments --plane data --connect-to ::acme-main-alb-1234567890.eu-central-1.elb.amazonaws.com:',
];

const EXIT_CODES = `

Exit codes:
  0  every hop that was looked at is as it should be
  1  a hop is wrong, or nothing could be looked at`;

/** `ingress verify`: looks at every hop of tenants' request paths, in both accounts and with requests from here. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('look at every hop of tenants as it is now, in both accounts and from here; changes nothing')
    .argument('[tenants...]', 'tenants to verify')
    .option('--all', 'every tenant of the world')
    .option('--role <name>', 'role to assume in each account, which may only read (default: operatorAccess)')
    .addOption(
      new Option('--plane <plane>', 'only what the AWS APIs say, or only what clients see (default: both)').choices([
        'control',
        'data',
      ]),
    )
    .option(
      '--connect-to <rule>',
      'HOST1:PORT1:HOST2:PORT2, send requests for the first host and port to the second; may be repeated',
      (rule: string, former: readonly string[] = []) => [...former, rule],
    )
    .option('--timeout <seconds>', 'longest wait for each answer to a client', seconds, 5)
    .addOption(worldOption())
    .option('--json', 'print the result as JSON')
    .addHelpText('after', `\nExamples:\n${EXAMPLES.map((example) => `  ${example}`).join('\n')}${EXIT_CODES}`)
    .action(verify);
}

async function verify(names: readonly string[], options: VerifyCommandOptions): Promise<void> {
  const world = loadWorld(worldFolder(options.world));
  const tenants = chooseTenants(world, { command: 'verify', names, all: options.all });
  const { parseConnectRule, renderVerification, verifyTenants } = whenNeeded.verification;
  const settings: VerifyOptions = {
    connectTo: (options.connectTo ?? []).map(parseConnectRule),
    timeoutSeconds: options.timeout,
    ...(options.plane ? { planes: [options.plane] } : {}),
    ...(options.role ? { roleName: options.role } : {}),
    ...(tenants.length > 1 ? { onVerified: ({ tenant }) => void process.stderr.write(`${tenant} …\n`) } : {}),
  };
  const results = await verifyTenants(world, tenants, settings);
  const told =
    results.map(renderVerification).join('\n\n') || 'The world has no tenant, so there is nothing to verify.';
  const text = options.json ? JSON.stringify(results, null, 2) : told;
  process.stdout.write(`${text}\n`);
  const unverified = results.flatMap((result) => unverifiedMessage(result) ?? []);
  unverified.forEach((message) => process.stderr.write(`${message}\n`));
  if (unverified.length || results.some(hasFailed)) process.exitCode = 1;
}

function hasFailed({ counts }: TenantVerification): boolean {
  return counts.fail > 0;
}

function seconds(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text) || Number(text) <= 0 || Number(text) > 60) {
    throw new InvalidArgumentError('expected seconds, more than 0 and at most 60.');
  }
  return Number(text);
}
