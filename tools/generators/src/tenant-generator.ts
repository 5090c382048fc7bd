import { parseWorld, tenantFile } from '@central-ingress/config';
import { QUOTA_WORDS } from '@central-ingress/quota-budget';
import { UserError } from '@central-ingress/user-error';
import { readWorldFiles } from '@central-ingress/world-files';
import type { GeneratorCallback } from '@nx/devkit';
import type { Placement } from './placement';
import { tenantFields } from './tenant-fields';
import type { TenantOptions } from './tenant-fields';
import { tenantText } from './tenant-text';
import { addFile, schemaLine, worldFlag, worldFolderOf } from './world-file';
import type { WorkspaceTree } from './world-file';

/**
 * `npx nx g tenant <name>`: adds the one file of a tenant, when the whole world is valid with it.
 * @returns what Nx does once the file is written
 * @throws UserError when the name is taken, no internet VPC has room, or the world would not be valid; nothing is written
 */
export function generateTenant(tree: WorkspaceTree, options: TenantOptions): GeneratorCallback {
  const folder = worldFolderOf(tree, options.world);
  const files = readWorldFiles(folder);
  const world = parseWorld(files);
  const { name } = options;
  const path = tenantFile(name);
  if (world.tenants.some(({ connectionName }) => connectionName === name)) {
    throw new UserError(
      `${name}: is a tenant already, in ${path}; nothing is written. Edit that file, or choose another name.`,
    );
  }
  const { fields, placement } = tenantFields(world, options);
  const file = { path, text: tenantText(schemaLine(tree, folder, path, 'tenant.schema.json'), fields) };
  parseWorld([...files, file]);
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
