import type { ResourceKey } from '@central-ingress/network-model';
import { HOURS_PER_MONTH } from './price-file';
import type { Price } from './price-file';

/** One line of a bill that is the same every month. */
export interface CostLine {
  /** What is paid for, e.g. `endpoint of ecr.api`. */
  readonly item: string;
  readonly quantity: number;
  readonly unitPriceUsd: number;
  /** What the unit price is for, e.g. `AZ and hour`. */
  readonly per: string;
  /** In a month of 730 hours, rounded to cents; half a cent is rounded up. */
  readonly monthlyUsd: number;
  readonly resource: ResourceKey;
}

/** The line of so many units, for a month. */
export function costLine(item: string, quantity: number, price: Price, resource: ResourceKey): CostLine {
  const times = price.per.endsWith('hour') ? HOURS_PER_MONTH : 1;
  const monthlyUsd = inCents(quantity * price.usd * times);
  return { item, quantity, unitPriceUsd: price.usd, per: price.per, monthlyUsd, resource };
}

/** Adds amounts to the cent. */
export function sumUsd(amounts: readonly number[]): number {
  return inCents(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** Half a cent counts as one: what binary numbers add to or take from it is cut off before. */
function inCents(usd: number): number {
  return Math.round(Number((usd * 100).toPrecision(12))) / 100;
}
