import { centralTenants, internetVpcOf } from '@central-ingress/config';
import type { CentralTenant, InternetVpcConfig, World } from '@central-ingress/config';
import type { TenantMove } from '@central-ingress/contract';
import { bridgeStack, tenantStacks } from '@central-ingress/stack-graph';
import type { App } from 'cdktf';
import { TenantBridgeStack } from './stacks/tenant-bridge-stack';
import { TenantConnectionStack } from './stacks/tenant-connection-stack';

/** How the connections of a tenant are built while it is moved. */
export interface MoveForm {
  readonly move: TenantMove;
  /** Whether the hosts' records lead to the new internet VPC already. */
  readonly switched: boolean;
}

/**
 * Adds the two connections of a tenant that is moved: the one that its file names, and the bridge in the new internet
 * VPC.
 * @throws RangeError for a tenant or internet VPC that the world does not have
 */
export function addMoveStacks(app: App, world: World, connectionName: string, { move, switched }: MoveForm): void {
  const { platform } = world;
  const tenant = centralTenants(world).find((each) => each.connectionName === connectionName);
  if (!tenant) throw new RangeError(`no central tenant ${connectionName} in this world`);
  const internetVpc = internetVpcOf(world, tenant);
  const beside = movedTenant(tenant, { ...move.to, slot: move.bridgeSlot });
  const to: InternetVpcConfig = internetVpcOf(world, beside);

  new TenantConnectionStack(app, {
    platform,
    stack: tenantStacks(platform, tenant).connection,
    tenant,
    internetVpc,
    ...(switched && to !== internetVpc ? { recordsTo: to } : {}),
  });
  new TenantBridgeStack(app, {
    platform,
    stack: bridgeStack(platform, tenant, to.name),
    tenant: beside,
    internetVpc: to,
  });
}

function movedTenant(tenant: CentralTenant, place: TenantMove['to']): CentralTenant {
  return { ...tenant, exposure: { ...tenant.exposure, ...place } };
}
