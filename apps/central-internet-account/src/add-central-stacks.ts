import { centralTenants, directTenants, internetVpcOf } from '@central-ingress/config';
import type { World } from '@central-ingress/config';
import { centralRoles, internetVpcStacks, tenantStacks } from '@central-ingress/stack-graph';
import type { App } from 'cdktf';
import { CentralRolesStack } from './stacks/central-roles-stack';
import { DirectRegistrationStack } from './stacks/direct-registration-stack';
import { InternetVpcAlbStack } from './stacks/internet-vpc-alb-stack';
import { InternetVpcNetworkingStack } from './stacks/internet-vpc-networking-stack';
import { TenantConnectionStack } from './stacks/tenant-connection-stack';
import { TenantRegistrationStack } from './stacks/tenant-registration-stack';

/**
 * Adds the stacks of the central internet account to a cdktf app.
 * @param wanted names of the internet VPCs, tenants and the owner `central` to build; all of them when left out
 */
export function addCentralStacks(app: App, world: World, wanted?: ReadonlySet<string>): void {
  const { platform } = world;
  const isWanted = (owner: string) => wanted?.has(owner) ?? true;

  const roles = centralRoles(platform);
  if (isWanted(roles.owner)) new CentralRolesStack(app, { platform, stack: roles });

  for (const internetVpc of world.internetVpcs.filter(({ name }) => isWanted(name))) {
    const { networking, alb } = internetVpcStacks(platform, internetVpc);
    new InternetVpcNetworkingStack(app, { platform, stack: networking, internetVpc });
    new InternetVpcAlbStack(app, { platform, stack: alb, internetVpc });
  }
  for (const tenant of centralTenants(world).filter(({ connectionName }) => isWanted(connectionName))) {
    const { registration, connection } = tenantStacks(platform, tenant);
    const internetVpc = internetVpcOf(world, tenant);
    new TenantRegistrationStack(app, { platform, stack: registration, tenant, internetVpc });
    new TenantConnectionStack(app, { platform, stack: connection, tenant, internetVpc });
  }
  for (const tenant of directTenants(world).filter(({ connectionName }) => isWanted(connectionName))) {
    const { registration } = tenantStacks(platform, tenant);
    new DirectRegistrationStack(app, { platform, stack: registration, tenant });
  }
}
