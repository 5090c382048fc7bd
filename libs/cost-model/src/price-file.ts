import type { NetworkModel } from '@central-ingress/network-model';
import { UserError } from '@central-ingress/user-error';
import euCentral1 from '../prices/eu-central-1.json';

/** Hours of a month as AWS's own calculator counts them. */
export const HOURS_PER_MONTH = 730;

/** What has a price. */
export type PriceName = keyof typeof euCentral1.prices;

/** One price, where it was read and when. */
export interface Price {
  readonly usd: number;
  /** What one unit is, e.g. `AZ and hour`, `GB`; a price per hour ends with `hour`. */
  readonly per: string;
  /** ISO date on which it was read. */
  readonly date: string;
  readonly source: string;
}

/** Prices of one region. */
export interface PriceFile {
  readonly region: string;
  readonly currency: string;
  /** ISO date of the youngest price. */
  readonly date: string;
  readonly prices: Readonly<Record<PriceName, Price>>;
}

/** All price files, one a region: `libs/cost-model/prices`. */
export const PRICE_FILES: readonly PriceFile[] = [euCentral1];

/** A region whose prices are not known. */
export class UnpricedRegionError extends UserError {
  override readonly exitCode = 2;
}

/**
 * The prices of the one region in which a model lies.
 * @throws UnpricedRegionError with the regions there are
 */
export function pricesFor({ stacks }: NetworkModel, files: readonly PriceFile[] = PRICE_FILES): PriceFile {
  const regions = [...new Set([...stacks.values()].flatMap(({ region }) => region ?? []))].sort();
  const found = files.find((file) => regions.length === 1 && file.region === regions[0]);
  if (found) return found;
  const got = regions.length > 1 ? 'several regions are priced by no file' : 'has no price file';
  throw new UnpricedRegionError(
    `cost: region: ${got}; got ${regions.join(', ') || 'none'}; expected one of ` +
      `${files.map(({ region }) => region).join(', ')}. Write libs/cost-model/prices/<region>.json from the price ` +
      'list of AWS and name it in price-file.ts.',
  );
}
