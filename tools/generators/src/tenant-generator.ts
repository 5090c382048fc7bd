import { parseWorld, tenantFile } from '@central-ingress/config';
import { QUOTA_WORDS } from '@central-ingress/quota-budget';
import { readWorldFiles } from '@central-ingress/world-files';
import type { GeneratorCallback } from '@nx/devkit';
import schema from '../schemas/tenant.json';
import { namedFile, refuseProblems, strangeOptions, takenName } from './option-problems';
import type { Placement } from './placement';
import { tenantFields } from './tenant-fields';
import type { TenantOptions } from './tenant-fields';
import { tenantText } from './tenant-text';
import { addFile, schemaLine, worldFlag, worldFolderOf } from './world-file';
import type { WorkspaceTree } from './world-file';

/**
 * `npx nx g tenant <name>`: adds the one file of a tenant, when the whole world is valid with it.
 * @returns what Nx does once the file is written
 * @throws UserError with all that is wrong: options, a name that is taken, no internet VPC with room, a world that would
 *   not be valid; nothing is written
 */
export function generateTenant(tree: WorkspaceTree, options: TenantOptions): GeneratorCallback {
  const folder = worldFolderOf(tree, options.world);
  const files = readWorldFiles(folder);
  const world = parseWorld(files);
  const { name = '' } = options;
  const { path, problems: ofName } = namedFile(options.name, tenantFile);
  const tenants = world.tenants.filter(({ connectionName }) => connectionName !== name);
  const taken = tenants.length < world.tenants.length ? [takenName(name, 'a tenant', path)] : [];
  // Whoever has the name is not in the way of itself, so that a second run tells of the name alone.
  const { fields, placement, problems } = tenantFields({ ...world, tenants }, options);
  const file = { path, text: tenantText(schemaLine(tree, folder, path, 'tenant.schema.json'), fields) };
  const strange = strangeOptions(options, Object.keys(schema.properties));
  refuseProblems([...ofName, ...taken, ...strange, ...problems], files, file);
  return addFile(tree, folder, file, whatIsNext(options, placement, worldFlag(tree, folder)));
}

/** @param world the option that leads to another world than the workspace's */
function whatIsNext({ name, slot }: TenantOptions, placement: Placement | undefined, world: string): string {
  const { internetVpc, budget } = placement ?? {};
  const left = budget ? budget.furtherTenants - 1 : 0;
  const room = budget
    ? `It has slot ${slot ?? placement?.slot} of ${internetVpc?.name}, where ${QUOTA_WORDS[budget.bindsFirst]} leave room for ${left} more.`
    : 'It gets an NLB of its own: no WAF protects it.';
  const onboard = world ? `npx ingress onboard ${name}${world}` : `npx nx onboard ${name}`;
  return [
    `${name}: valid. ${room}`,
    '',
    'Next:',
    '  look over the file, and commit it',
    `  ${onboard}  # roles, network, cluster, images, ingress, and the way to it`,
    `  npx ingress verify ${name}${world}  # every hop, as it is then`,
  ].join('\n');
}
