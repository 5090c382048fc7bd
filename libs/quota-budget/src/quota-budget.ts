import { HOSTS_PER_RULE, quotaDemands, tenantsOf } from '@central-ingress/config';
import type { InternetVpcConfig, QuotaDemand, QuotaName, World } from '@central-ingress/config';

/** One limit of an internet VPC and how far it reaches. */
export interface BudgetLine extends QuotaDemand {
  /** What is free. */
  readonly left: number;
  /** Tenants like the present ones that still fit; left out where they need nothing of it. */
  readonly furtherTenants?: number;
}

/** What one internet VPC has room for. */
export interface QuotaBudget {
  /** Name of the internet VPC. */
  readonly internetVpc: string;
  /** Number of tenants placed in it. */
  readonly tenants: number;
  readonly lines: readonly BudgetLine[];
  /** The limit that is reached first when tenants like the present ones are added. */
  readonly bindsFirst: QuotaName;
  /** Tenants like the present ones that still fit. */
  readonly furtherTenants: number;
}

/** The budget of every internet VPC, in the world's order. */
export function quotaBudgets(world: World): readonly QuotaBudget[] {
  return world.internetVpcs.map((internetVpc) => quotaBudget(world, internetVpc));
}

/** The limits of one internet VPC; a further tenant is taken to need what the present ones need on average. */
export function quotaBudget(world: World, internetVpc: InternetVpcConfig): QuotaBudget {
  const tenants = tenantsOf(world, internetVpc.name).map(({ exposure: { hosts } }) => ({
    hostCount: hosts.length,
    hosts,
  }));
  const lines = quotaDemands(internetVpc, tenants).map((demand) => lineOf(demand, tenants.length));
  const scarcest = lines.reduce((first, line) => (reach(line) < reach(first) ? line : first));
  return {
    internetVpc: internetVpc.name,
    tenants: tenants.length,
    lines,
    bindsFirst: scarcest.quota,
    furtherTenants: reach(scarcest),
  };
}

/** The first limit that a tenant with so many hosts, all under the wildcard, does not fit in; none when it fits. */
export function limitInTheWay({ lines }: QuotaBudget, hostCount: number): BudgetLine | undefined {
  const rules = Math.ceil(hostCount / HOSTS_PER_RULE);
  const needs = { interfaceEndpoints: 1, targetGroups: 1, listenerRules: rules, certificates: 0, endpointAddresses: 1 };
  return lines.find(({ quota, left }) => left < needs[quota]);
}

function lineOf(demand: QuotaDemand, tenants: number): BudgetLine {
  const { quota, used, limit } = demand;
  const left = limit - used;
  // The first tenant is taken to be one of up to five hosts under the wildcard.
  const needed = tenants ? used : Number(quota !== 'certificates');
  return { ...demand, left, ...(needed ? { furtherTenants: Math.floor((left * (tenants || 1)) / needed) } : {}) };
}

function reach({ furtherTenants = Infinity }: BudgetLine): number {
  return furtherTenants;
}
