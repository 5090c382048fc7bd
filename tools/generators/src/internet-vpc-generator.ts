import { internetVpcFile, parseWorld } from '@central-ingress/config';
import type { InternetVpcConfig, World } from '@central-ingress/config';
import { readWorldFiles } from '@central-ingress/world-files';
import type { GeneratorCallback } from '@nx/devkit';
import schema from '../schemas/internet-vpc.json';
import { namedFile, refuseProblems, strangeOptions, takenName } from './option-problems';
import type { OptionProblem } from './option-problems';
import { addFile, itemsOf, schemaLine, worldFlag, worldFolderOf, yamlText } from './world-file';
import type { WorkspaceTree } from './world-file';

/** What `npx nx g internet-vpc` is told: anything of these types, for all that is wrong is told at once. */
export interface InternetVpcOptions {
  readonly name?: string;
  readonly domain?: string;
  /** `create` or `lookup`. */
  readonly hostedZone?: string;
  readonly cidr?: string;
  readonly availabilityZones?: string;
  readonly world?: string;
}

/** Block of an internet VPC. @source central-internet-account variables.tf */
const DEFAULT_CIDR = '10.12.0.0/16';

/**
 * `npx nx g internet-vpc <name>`: adds the one file of an internet VPC, when the whole world is valid with it.
 * @returns what Nx does once the file is written
 * @throws UserError with all that is wrong: options, a name that is taken, a world that would not be valid; nothing is
 *   written
 */
export function generateInternetVpc(tree: WorkspaceTree, options: InternetVpcOptions): GeneratorCallback {
  const folder = worldFolderOf(tree, options.world);
  const files = readWorldFiles(folder);
  const world = parseWorld(files);
  const { name = '' } = options;
  const { path, problems: ofName } = namedFile(options.name, internetVpcFile);
  // Whoever has the name is not in the way of itself, so that a second run tells of the name alone.
  const internetVpcs = world.internetVpcs.filter((vpc) => vpc.name !== name);
  const taken = internetVpcs.length < world.internetVpcs.length ? [takenName(name, 'an internet VPC', path)] : [];
  const strange = strangeOptions(options, Object.keys(schema.properties));
  const { fields, problems } = internetVpcFields(world, options);
  const file = { path, text: internetVpcText(schemaLine(tree, folder, path, 'internet-vpc.schema.json'), fields) };
  refuseProblems([...ofName, ...taken, ...strange, ...problems], files, file);
  return addFile(tree, folder, file, whatIsNext(name, worldFlag(tree, folder)));
}

/** The internet VPC that a shard continues: the one with its name up to the number. */
function continued({ internetVpcs }: World, name: string): InternetVpcConfig | undefined {
  const stem = name.replace(/-\d+$/, '');
  return internetVpcs.find((vpc) => vpc.name.replace(/-\d+$/, '') === stem);
}

interface InternetVpcFields {
  readonly cidr: string;
  readonly azIds: readonly string[];
  readonly domain: string;
  readonly hostedZone: string;
}

function internetVpcFields(world: World, { name = '', ...options }: InternetVpcOptions) {
  const like = continued(world, name);
  const domain = options.domain ?? like?.domain;
  const azIds = options.availabilityZones
    ? itemsOf(options.availabilityZones)
    : (like ?? world.internetVpcs[0])?.availabilityZoneIds;
  const exists = world.internetVpcs.some((vpc) => vpc.domain === domain);
  const fields: InternetVpcFields = {
    cidr: options.cidr ?? DEFAULT_CIDR,
    azIds: azIds ?? [],
    domain: domain ?? '',
    hostedZone: options.hostedZone ?? (exists ? 'lookup' : 'create'),
  };
  const domainProblem = missing('--domain', 'domain', 'the domain of its wildcard certificate', 'apps.example.com');
  const azProblem = missing(
    '--availability-zones',
    'availabilityZoneIds',
    'three AZ ids',
    'euc1-az1,euc1-az2,euc1-az3',
  );
  return { fields, problems: [...(domain === undefined ? [domainProblem] : []), ...(azIds ? [] : [azProblem])] };
}

function internetVpcText(schemaLine: string, { cidr, azIds, domain, hostedZone }: InternetVpcFields): string {
  return `${schemaLine}
# A VPC with an internet gateway, its ALB and its WAF. Every key and its default: docs/configuration.md
# May equal that of another internet VPC: nothing is routed between them.
cidr: ${yamlText(cidr)}
availabilityZoneIds: [${azIds.map(yamlText).join(', ')}]
domain: ${yamlText(domain)}
hostedZone: ${yamlText(hostedZone)}
# The ALB cannot be deleted until this is false and deployed.
deletionProtection: true
`;
}

function missing(option: string, path: string, expected: string, example: string): OptionProblem {
  const text = `${option}: is missing, and no internet VPC is there to take it from; expected ${expected}. Name it like ${example}.`;
  return { text, covers: (problem) => problem.path === path };
}

/** @param world the option that leads to another world than the workspace's */
function whatIsNext(name: string, world: string): string {
  const deploy = world ? `npx ingress deploy ${name}${world}` : `npx nx deploy ${name}`;
  return [
    `${name}: valid. No tenant moves to it by itself.`,
    '',
    'Next:',
    '  look over the file, and commit it',
    `  ${deploy}`,
    `  npx nx g tenant <connection_name> --internet-vpc ${name}${world}`,
  ].join('\n');
}
