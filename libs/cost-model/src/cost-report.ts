import { DEFAULT_VPC_ENDPOINTS } from '@central-ingress/config';
import { stackOwners } from '@central-ingress/network-model';
import type { NetworkModel, StackOwner } from '@central-ingress/network-model';
import { sumUsd } from './cost-line';
import type { CostLine } from './cost-line';
import { fixedCosts } from './fixed-costs';
import { HOURS_PER_MONTH } from './price-file';
import type { PriceFile } from './price-file';
import { unpricedItems } from './unpriced';
import type { Unpriced } from './unpriced';
import { Usage } from './usage';
import type { UsageCost } from './usage';

/** What one internet VPC or one tenant costs. */
export interface OwnerCost {
  readonly type: StackOwner['type'];
  readonly name: string;
  /** Priced lines; a tenant's endpoint in the central account is among its own. */
  readonly lines: readonly CostLine[];
  /** Sum of the lines. */
  readonly monthlyUsd: number;
  readonly notPriced: readonly Omit<Unpriced, 'stack'>[];
  readonly byUse: readonly UsageCost[];
  /** What leaving out each interface endpoint saves that a private cluster does not need. */
  readonly savings: readonly { readonly service: string; readonly monthlyUsd: number }[];
}

/** What a world costs a month. */
export interface CostReport {
  readonly region: string;
  readonly currency: string;
  /** ISO date of the price file. */
  readonly pricesOf: string;
  readonly hoursPerMonth: number;
  /** The central account first, then internet VPCs, then tenants. */
  readonly owners: readonly OwnerCost[];
  readonly monthlyUsd: number;
}

const ORDER: readonly StackOwner['type'][] = ['central-account', 'internet-vpc', 'tenant'];
const NEEDED: ReadonlySet<string> = new Set(DEFAULT_VPC_ENDPOINTS);

/** Adds up what the stacks of a world cost, by internet VPC and tenant; owners that cost nothing are left out. */
export function costReport(model: NetworkModel, prices: PriceFile): CostReport {
  const owners = stackOwners(model.stacks);
  const costs = fixedCosts(model, prices);
  const unpriced = unpricedItems(model);
  const usage = new Usage(model);
  const names = new Map([...owners.values()].map((owner) => [`${owner.type} ${owner.name}`, owner]));
  const found = [...names.values()]
    .sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || (a.name < b.name ? -1 : 1))
    .map(({ type, name }): OwnerCost => {
      const stacks = new Set(
        [...owners].flatMap(([stack, owner]) => (owner.type === type && owner.name === name ? stack : [])),
      );
      const lines = costs.flatMap(({ stack, line }) => (stacks.has(stack) ? line : []));
      return {
        type,
        name,
        lines,
        monthlyUsd: sumUsd(lines.map(({ monthlyUsd }) => monthlyUsd)),
        notPriced: unpriced.flatMap(({ stack, ...item }) => (stacks.has(stack) ? item : [])),
        byUse: usage.costs(stacks, prices),
        savings: savingsOf(model, lines),
      };
    })
    .filter(({ lines, notPriced, byUse }) => lines.length + notPriced.length + byUse.length > 0);
  return {
    region: prices.region,
    currency: prices.currency,
    pricesOf: prices.date,
    hoursPerMonth: HOURS_PER_MONTH,
    owners: found,
    monthlyUsd: sumUsd(found.map(({ monthlyUsd }) => monthlyUsd)),
  };
}

/** A report of some of its owners. */
export function reportOf(report: CostReport, names: ReadonlySet<string>): CostReport {
  const owners = report.owners.filter(({ name }) => names.has(name));
  return { ...report, owners, monthlyUsd: sumUsd(owners.map(({ monthlyUsd }) => monthlyUsd)) };
}

function savingsOf(model: NetworkModel, lines: readonly CostLine[]): OwnerCost['savings'] {
  return lines.flatMap(({ resource, monthlyUsd }) => {
    const target = model.endpoints.get(resource)?.leadsTo;
    return target?.type === 'aws' && !NEEDED.has(target.service) ? [{ service: target.service, monthlyUsd }] : [];
  });
}
