import { isInside, tenantsOf } from '@central-ingress/config';
import type { InternetVpcConfig, World } from '@central-ingress/config';
import { UserError } from '@central-ingress/user-error';
import { placementFor } from './placement';
import type { Placement } from './placement';
import { itemsOf } from './world-file';

/** What `npx nx g tenant` is told. */
export interface TenantOptions {
  readonly name: string;
  readonly account: string | number;
  readonly hosts: string | readonly string[];
  /** @default central */
  readonly exposure?: 'central' | 'direct';
  readonly internetVpc?: string;
  readonly slot?: number;
  readonly hostedZone?: string;
  readonly cidr?: string;
  readonly availabilityZones?: string;
  /** @default contour */
  readonly ingressController?: 'contour' | 'nginx';
  readonly world?: string;
}

/** One host of a new tenant; with a zone, a certificate of its own is requested and validated there. */
export interface HostFields {
  readonly name: string;
  readonly hostedZone?: string;
}

/** What a new tenant's file says. */
export interface TenantFields {
  readonly connectionName: string;
  readonly accountId: string;
  readonly cidr: string;
  readonly availabilityZoneIds: readonly string[];
  readonly exposure: {
    readonly hosts: readonly HostFields[];
  } & (
    | { readonly type: 'central'; readonly internetVpc: string; readonly slot: number }
    | { readonly type: 'direct'; readonly hostedZone: string }
  );
  readonly ingressController: string;
}

/** Block of a tenant's VPC. @source eks-service-account variables.tf */
const DEFAULT_CIDR = '10.11.0.0/16';

/** Completes what the user has said by what the world has. @throws UserError when the world has no place for it */
export function tenantFields(world: World, options: TenantOptions): { fields: TenantFields; placement?: Placement } {
  const hosts = itemsOf(options.hosts);
  refuseTakenHosts(world, hosts);
  const common = {
    connectionName: options.name,
    // Nx makes a number of what looks like one, and zeros at its beginning are lost.
    accountId: typeof options.account === 'number' ? String(options.account).padStart(12, '0') : options.account,
    cidr: options.cidr ?? DEFAULT_CIDR,
    ingressController: options.ingressController ?? 'contour',
  };
  if (options.exposure === 'direct') {
    const { hostedZone, owner } = zoneOf(world, hosts, options.hostedZone);
    const exposure = { type: 'direct' as const, hostedZone, hosts: hosts.map((name) => ({ name })) };
    return { fields: { ...common, availabilityZoneIds: azIdsOf(options, owner ?? world.internetVpcs[0]), exposure } };
  }
  const placement = placementFor(world, hosts, options.internetVpc);
  const { internetVpc, slot } = placement;
  refuseTakenSlot(world, placement, options.slot);
  const exposure = {
    type: 'central' as const,
    internetVpc: internetVpc.name,
    slot: options.slot ?? slot,
    hosts: hosts.map((name) => hostFields(name, internetVpc, options.hostedZone)),
  };
  return { placement, fields: { ...common, availabilityZoneIds: azIdsOf(options, internetVpc), exposure } };
}

function refuseTakenHosts({ tenants }: World, hosts: readonly string[]): void {
  for (const { connectionName, exposure } of tenants) {
    const taken = exposure.hosts.find(({ name }) => hosts.includes(name));
    if (!taken) continue;
    throw new UserError(
      `--hosts: ${taken.name} is served by tenant ${connectionName} already; expected hosts of no other tenant. Choose another one.`,
    );
  }
}

function refuseTakenSlot(world: World, { internetVpc, slot }: Placement, wanted: number | undefined): void {
  const holder = tenantsOf(world, internetVpc.name).find(({ exposure }) => exposure.slot === wanted);
  if (!holder) return;
  throw new UserError(
    `--slot: is taken in ${internetVpc.name} by tenant ${holder.connectionName}; got ${wanted}; expected a free slot. ` +
      `Take ${slot}, or leave the option out.`,
  );
}

function hostFields(name: string, { domain }: InternetVpcConfig, hostedZone: string | undefined): HostFields {
  return hostedZone === undefined || isInside(name, domain) ? { name } : { name, hostedZone };
}

/** The stated zone of a direct tenant, else the longest domain of an internet VPC that holds all its hosts. */
function zoneOf({ internetVpcs }: World, hosts: readonly string[], stated: string | undefined) {
  const owners = internetVpcs.filter(({ domain }) =>
    stated === undefined ? hosts.every((host) => isInside(host, domain)) : domain === stated,
  );
  const owner = [...owners].sort((a, b) => b.domain.length - a.domain.length)[0];
  const hostedZone = stated ?? owner?.domain;
  if (hostedZone === undefined) {
    throw new UserError(
      `--hosts: lie in the domain of no internet VPC; got ${hosts.join(', ')}; expected hosts of one zone. ` +
        'Name the public hosted zone of the central account that holds them with --hosted-zone.',
    );
  }
  return { hostedZone, owner };
}

function azIdsOf({ availabilityZones }: TenantOptions, like: InternetVpcConfig | undefined): readonly string[] {
  if (availabilityZones !== undefined) return itemsOf(availabilityZones);
  if (like) return like.availabilityZoneIds;
  throw new UserError(
    '--availability-zones: is missing, and there is no internet VPC to take them from; expected three AZ ids. ' +
      'Name them like euc1-az1,euc1-az2,euc1-az3.',
  );
}
