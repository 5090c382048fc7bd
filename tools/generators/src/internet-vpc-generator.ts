import { internetVpcFile, parseWorld } from '@central-ingress/config';
import type { InternetVpcConfig, World } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import { readWorldFiles } from '@central-ingress/world-files';
import type { GeneratorCallback } from '@nx/devkit';
import { addFile, itemsOf, schemaLine, worldFlag, worldFolderOf, yamlText } from './world-file';
import type { WorkspaceTree } from './world-file';

/** What `npx nx g internet-vpc` is told. */
export interface InternetVpcOptions {
  readonly name: string;
  readonly domain?: string;
  readonly hostedZone?: 'create' | 'lookup';
  readonly cidr?: string;
  readonly availabilityZones?: string;
  readonly world?: string;
}

/** Block of an internet VPC. @source central-internet-account variables.tf */
const DEFAULT_CIDR = '10.12.0.0/16';

/**
 * `npx nx g internet-vpc <name>`: adds the one file of an internet VPC, when the whole world is valid with it.
 * @returns what Nx does once the file is written
 * @throws UserError when the name is taken or the world would not be valid; nothing is written
 */
export function generateInternetVpc(tree: WorkspaceTree, options: InternetVpcOptions): GeneratorCallback {
  const folder = worldFolderOf(tree, options.world);
  const files = readWorldFiles(folder);
  const world = parseWorld(files);
  const { name } = options;
  const path = internetVpcFile(name);
  if (world.internetVpcs.some((vpc) => vpc.name === name)) {
    throw new UserError(
      `${name}: is an internet VPC already, in ${path}; nothing is written. Edit that file, or choose another name.`,
    );
  }
  const text = internetVpcText(schemaLine(tree, folder, path, 'internet-vpc.schema.json'), world, options);
  parseWorld([...files, { path, text }]);
  return addFile(tree, folder, { path, text }, whatIsNext(name, worldFlag(tree, folder)));
}

function internetVpcText(schema: string, world: World, options: InternetVpcOptions): string {
  const like = continued(world, options.name);
  const domain = options.domain ?? like?.domain;
  if (domain === undefined) throw missing('--domain', 'the domain of its wildcard certificate', 'apps.example.com');
  const azIds = options.availabilityZones
    ? itemsOf(options.availabilityZones)
    : (like ?? world.internetVpcs[0])?.availabilityZoneIds;
  if (!azIds) throw missing('--availability-zones', 'three AZ ids', 'euc1-az1,euc1-az2,euc1-az3');
  const exists = world.internetVpcs.some((vpc) => vpc.domain === domain);
  return `${schema}
# A VPC with an internet gateway, its ALB and its WAF. Every key and its default: docs/configuration.md
# May equal that of another internet VPC: nothing is routed between them.
cidr: ${yamlText(options.cidr ?? DEFAULT_CIDR)}
availabilityZoneIds: [${azIds.map(yamlText).join(', ')}]
domain: ${yamlText(domain)}
hostedZone: ${options.hostedZone ?? (exists ? 'lookup' : 'create')}
# The ALB cannot be deleted until this is false and deployed.
deletionProtection: true
`;
}

/** The internet VPC that a shard continues: the one with its name up to the number. */
function continued({ internetVpcs }: World, name: string): InternetVpcConfig | undefined {
  const stem = name.replace(/-\d+$/, '');
  return internetVpcs.find((vpc) => vpc.name.replace(/-\d+$/, '') === stem);
}

function missing(option: string, expected: string, example: string): UserError {
  return new UserError(
    `${option}: is missing, and no internet VPC is there to take it from; expected ${expected}. Name it like ${example}.`,
  );
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
