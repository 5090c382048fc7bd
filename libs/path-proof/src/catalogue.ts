import { ADDONS_FINDINGS } from './catalogue-addons';
import { CLUSTER_FINDINGS } from './catalogue-cluster';
import { DEPLOYMENT_FINDINGS } from './catalogue-deployment';
import { DIRECT_FINDINGS } from './catalogue-direct';
import { DOOR_FINDINGS } from './catalogue-door';
import { GUARD_FINDINGS } from './catalogue-guards';
import { LOGS_FINDINGS } from './catalogue-logs';
import { ROUTE_FINDINGS } from './catalogue-route';
import { SERVICE_FINDINGS } from './catalogue-service';

/** One kind of finding; names in braces are filled in. */
export interface CatalogueEntry {
  readonly hop: string;
  readonly wrong: string;
  readonly fix: string;
}

/** Everything that can be found wrong, by its code. */
export const CATALOGUE = {
  ...DOOR_FINDINGS,
  ...ROUTE_FINDINGS,
  ...SERVICE_FINDINGS,
  ...ADDONS_FINDINGS,
  ...DIRECT_FINDINGS,
  ...CLUSTER_FINDINGS,
  ...LOGS_FINDINGS,
  ...GUARD_FINDINGS,
  ...DEPLOYMENT_FINDINGS,
};

/** The catalogue with its texts as types. */
export type Catalogue = typeof CATALOGUE;

/** Code of a finding. */
export type FindingCode = keyof Catalogue;
