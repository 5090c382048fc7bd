import { isInside, tenantsOf } from '@central-ingress/config';
import type { InternetVpcConfig, World } from '@central-ingress/config';
import { missingOption } from './option-problems';
import type { OptionProblem } from './option-problems';
import { freeSlot, placementFor } from './placement';
import type { Placement } from './placement';
import { itemsOf } from './world-file';

/** What `npx nx g tenant` is told: anything of these types, for all that is wrong is told at once. */
export interface TenantOptions {
  readonly name?: string;
  readonly account?: string | number;
  readonly hosts?: string | readonly string[];
  /** `central` or `direct`. @default central */
  readonly exposure?: string;
  readonly internetVpc?: string;
  readonly slot?: number | string;
  readonly hostedZone?: string;
  readonly cidr?: string;
  readonly availabilityZones?: string;
  /** `contour` or `nginx`. @default contour */
  readonly ingressController?: string;
  readonly world?: string;
}

/** One host of a new tenant; with a zone, a certificate of its own is requested and validated there. */
export interface HostFields {
  readonly name: string;
  readonly hostedZone?: string;
}

/** What a new tenant's file says; what is not known is empty. */
export interface TenantFields {
  readonly connectionName: string;
  readonly accountId: string;
  readonly cidr: string;
  readonly availabilityZoneIds: readonly string[];
  readonly exposure: {
    /** `central`, `direct`, or a word that the world refuses. */
    readonly type: string;
    readonly hosts: readonly HostFields[];
    /** Of a central tenant. */
    readonly place?: { readonly internetVpc: string; readonly slot: number | string };
    /** Of a direct tenant. */
    readonly hostedZone?: string;
  };
  readonly ingressController: string;
}

/** A new tenant as far as it can be told, and what is wrong with it beside what its file breaks. */
export interface TenantPlan {
  readonly fields: TenantFields;
  readonly placement?: Placement;
  readonly problems: readonly OptionProblem[];
}

/** Block of a tenant's VPC. @source eks-service-account variables.tf */
const DEFAULT_CIDR = '10.11.0.0/16';

const MISSING_ACCOUNT = missingOption('account', 'accountId', 'the AWS account of the cluster', '444444444444');
const MISSING_HOSTS = missingOption('hosts', 'exposure.hosts', 'the DNS names that it serves', 'pay.apps.example.com');
const MISSING_AZ_IDS: OptionProblem = {
  text:
    '--availability-zones: is missing, and there is no internet VPC to take them from; expected three AZ ids. ' +
    'Name them like euc1-az1,euc1-az2,euc1-az3.',
  covers: ({ path }) => path === 'availabilityZoneIds',
};

/** Completes what the user has said by what the world has. */
export function tenantFields(world: World, options: TenantOptions): TenantPlan {
  const { account = '', exposure: type = 'central' } = options;
  const hosts = itemsOf(options.hosts ?? []);
  const { exposure, like, placement, problems } = exposureOf(world, type, hosts, options);
  const azIds =
    options.availabilityZones === undefined ? like?.availabilityZoneIds : itemsOf(options.availabilityZones);
  const fields = {
    connectionName: options.name ?? '',
    accountId: accountIdOf(account),
    cidr: options.cidr ?? DEFAULT_CIDR,
    availabilityZoneIds: azIds ?? [],
    exposure,
    ingressController: options.ingressController ?? 'contour',
  };
  const missing = [
    ...(options.account === undefined ? [MISSING_ACCOUNT] : []),
    ...(options.hosts === undefined ? [MISSING_HOSTS] : []),
    ...(azIds ? [] : [MISSING_AZ_IDS]),
  ];
  return {
    fields,
    ...(placement ? { placement } : {}),
    problems: [...missing, ...takenHosts(world, hosts), ...problems],
  };
}

/** Nx makes a number of what looks like one, and zeros at its beginning are lost; more than three are a mistake. */
function accountIdOf(account: string | number): string {
  const digits = String(account);
  return typeof account === 'number' && /^\d{9,}$/.test(digits) ? digits.padStart(12, '0') : digits;
}

interface PlannedExposure {
  readonly exposure: TenantFields['exposure'];
  /** The internet VPC whose AZ ids the tenant takes. */
  readonly like: InternetVpcConfig | undefined;
  readonly placement?: Placement;
  readonly problems: readonly OptionProblem[];
}

function exposureOf(
  world: World,
  type: string,
  hosts: readonly string[],
  { internetVpc: wanted, slot: wantedSlot, hostedZone: zone }: TenantOptions,
): PlannedExposure {
  const [first] = world.internetVpcs;
  const names = hosts.map((name) => ({ name }));
  if (type === 'direct') {
    const { hostedZone, owner } = zoneOf(world, hosts, zone);
    const problems = [
      ...(hostedZone === undefined && hosts.length ? [noZone(hosts)] : []),
      ...ofCentralOnly({ '--internet-vpc': wanted, '--slot': wantedSlot }),
    ];
    return { exposure: { type, hostedZone: hostedZone ?? '', hosts: names }, like: owner ?? first, problems };
  }
  if (type !== 'central') return { exposure: { type, hosts: names }, like: first, problems: [] };
  const placement = placementFor(world, hosts, wanted);
  if (!('slot' in placement)) {
    const like = world.internetVpcs.find(({ name }) => name === wanted) ?? first;
    const place = { internetVpc: wanted ?? like?.name ?? '', slot: wantedSlot ?? (like ? freeSlot(world, like) : 1) };
    return { exposure: { type, place, hosts: names }, like, problems: [placement] };
  }
  const { internetVpc, slot } = placement;
  const exposure = {
    type,
    place: { internetVpc: internetVpc.name, slot: wantedSlot ?? slot },
    hosts: hosts.map((name) => hostFields(name, internetVpc, zone)),
  };
  return { exposure, like: internetVpc, placement, problems: takenSlot(world, placement, wantedSlot) };
}

function ofCentralOnly(options: Readonly<Record<string, unknown>>): readonly OptionProblem[] {
  return Object.entries(options).flatMap(([option, value]) => {
    if (value === undefined) return [];
    const text = `${option}: is of central tenants only; got ${String(value)}; expected none with --exposure direct. Leave one of the two out.`;
    return [{ text, covers: () => false }];
  });
}

function takenHosts({ tenants }: World, hosts: readonly string[]): readonly OptionProblem[] {
  return tenants.flatMap(({ connectionName, exposure }) =>
    exposure.hosts
      .filter(({ name }) => hosts.includes(name))
      .map(({ name }) => ({
        text: `--hosts: ${name} is served by tenant ${connectionName} already; expected hosts of no other tenant. Choose another one.`,
        covers: ({ path, got }) => path.startsWith('exposure.hosts') && got === JSON.stringify(name),
      })),
  );
}

function takenSlot(
  world: World,
  { internetVpc, slot }: Placement,
  wanted: TenantOptions['slot'],
): readonly OptionProblem[] {
  const holder = tenantsOf(world, internetVpc.name).find(({ exposure }) => exposure.slot === wanted);
  if (!holder) return [];
  const text =
    `--slot: is taken in ${internetVpc.name} by tenant ${holder.connectionName}; got ${wanted}; expected a free slot. ` +
    `Take ${slot}, or leave the option out.`;
  return [{ text, covers: ({ path, got }) => path === 'exposure.slot' && got === String(wanted) }];
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
  return { hostedZone: stated ?? owner?.domain, owner };
}

function noZone(hosts: readonly string[]): OptionProblem {
  const text =
    `--hosts: lie in the domain of no internet VPC; got ${hosts.join(', ')}; expected hosts of one zone. ` +
    'Name the public hosted zone of the central account that holds them with --hosted-zone.';
  return { text, covers: ({ path }) => path === 'exposure.hostedZone' };
}
