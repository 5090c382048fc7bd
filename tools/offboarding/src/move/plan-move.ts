import { internetVpcOf, isCentral, MAX_SLOT, nextFreeSlot, quotaDemands, tenantsOf } from '@central-ingress/config';
import type { CentralTenant, InternetVpcConfig, TenantConfig, World } from '@central-ingress/config';
import type { TenantMove } from '@central-ingress/contract';
import { bridgeConnectionName } from '@central-ingress/naming';
import { UserError } from '@central-ingress/user-error';

/** A move that cannot be made; the message has every reason. */
export class MoveRefusal extends UserError {
  override readonly exitCode = 3;
}

/**
 * Decides how a tenant gets to another internet VPC: its slot there and the one of the bridge, the next free ones
 * unless one is asked for.
 * @throws MoveRefusal with every reason at once
 */
export function planMove(world: World, tenant: TenantConfig, toName: string, slot?: number): TenantMove {
  if (!isCentral(tenant)) {
    throw new MoveRefusal(
      `${tenant.connectionName}: is exposed directly and stands in no internet VPC; expected exposure.type central.`,
    );
  }
  const from = internetVpcOf(world, tenant);
  const to = world.internetVpcs.find(({ name }) => name === toName);
  if (!to || to.name === from.name) {
    const others = world.internetVpcs.map(({ name }) => name).filter((name) => name !== from.name);
    throw new MoveRefusal(
      `--to ${toName}: ${to ? `is where ${tenant.connectionName} stands already` : 'no internet VPC of this name'}; ` +
        `expected ${others.join(', ') || 'a further internet VPC, which is one more file'}.`,
    );
  }
  const taken = tenantsOf(world, to.name).map(({ exposure }) => exposure.slot);
  const wanted = slot ?? nextFreeSlot(taken);
  const bridgeSlot = nextFreeSlot([...taken, wanted]);
  const problems = [
    ...placeProblems(tenant, from, to),
    ...slotProblems(world, to, wanted, bridgeSlot),
    ...roomProblems(world, tenant, to),
    ...nameProblems(world, tenant),
  ];
  if (problems.length) throw new MoveRefusal([...problems, 'Nothing was changed.'].join('\n'));
  return {
    from: { internetVpc: from.name, slot: tenant.exposure.slot },
    to: { internetVpc: to.name, slot: wanted },
    bridgeSlot,
  };
}

function placeProblems(tenant: CentralTenant, from: InternetVpcConfig, to: InternetVpcConfig): readonly string[] {
  const azs = [...to.availabilityZoneIds].sort().join(', ');
  const own = [...tenant.availabilityZoneIds].sort().join(', ');
  return [
    ...(azs === own
      ? []
      : [
          `${to.name}: availabilityZoneIds: an endpoint needs its service in the same zones; got ${azs}; expected ${own}.`,
        ]),
    ...(to.domain === from.domain
      ? []
      : [
          `${to.name}: domain: the hosts of ${tenant.connectionName} are under ${from.domain}, and only its zone and ` +
            `wildcard certificate serve them without a gap; got ${to.domain}; expected ${from.domain}, with hostedZone: lookup.`,
        ]),
  ];
}

function slotProblems(world: World, to: InternetVpcConfig, slot: number, bridgeSlot: number): readonly string[] {
  const holder = tenantsOf(world, to.name).find(({ exposure }) => exposure.slot === slot);
  return [
    ...(holder ? [`--slot ${slot}: is taken by ${holder.connectionName} in ${to.name}; expected a free one.`] : []),
    ...(slot >= 0 && slot <= MAX_SLOT ? [] : [`--slot ${slot}: expected 0 to ${MAX_SLOT}.`]),
    ...(bridgeSlot <= MAX_SLOT ? [] : [`${to.name}: no second slot is free for the time of the move.`]),
  ];
}

/** For the time of the move the tenant stands twice in the new internet VPC. */
function roomProblems(world: World, tenant: CentralTenant, to: InternetVpcConfig): readonly string[] {
  const demandOf = ({ exposure: { hosts } }: CentralTenant) => ({ hostCount: hosts.length, hosts });
  const twice = [...tenantsOf(world, to.name), tenant, tenant].map(demandOf);
  return quotaDemands(to, twice)
    .filter(({ used, limit }) => used > limit)
    .map(
      ({ quota, used, limit }) =>
        `${to.name}: ${quota}: the move needs room for two connections for a while; got ${used}; expected at most ` +
        `${limit}. Have the quota raised and state it, or take another internet VPC.`,
    );
}

function nameProblems(world: World, { connectionName }: CentralTenant): readonly string[] {
  const name = bridgeConnectionName(connectionName);
  return [
    ...(world.tenants.some((other) => other.connectionName === name)
      ? [`${name}: a tenant has the name that the second connection of ${connectionName} would bear; expected none.`]
      : []),
  ];
}
