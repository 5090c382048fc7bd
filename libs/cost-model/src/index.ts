export type { CostLine } from './cost-line';
export { costReport, reportOf } from './cost-report';
export type { CostReport, OwnerCost } from './cost-report';
export { HOURS_PER_MONTH, PRICE_FILES, pricesFor, UnpricedRegionError } from './price-file';
export type { Price, PriceFile, PriceName } from './price-file';
export { renderText } from './render-text';
export type { Unpriced } from './unpriced';
export type { UsageCost } from './usage';
