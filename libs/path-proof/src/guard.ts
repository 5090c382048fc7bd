import type { NetworkModel } from '@central-ingress/network-model';
import type { Finding } from './finding';
import type { Tenant } from './tenants';
import type { WorldIndex } from './world-index';

/** What guards look at. */
export interface GuardContext {
  readonly model: NetworkModel;
  readonly index: WorldIndex;
  /** Tenants of each host; one, when all is well. */
  readonly hostOwners: ReadonlyMap<string, readonly string[]>;
  /** Names of all tenants. */
  readonly names: ReadonlySet<string>;
}

/** Something that must hold everywhere; its findings belong to the owner of the stack they lie in. */
export interface WorldGuard {
  readonly name: string;
  /** What is proven when nothing is found. */
  readonly says: string;
  /** The same of a direct tenant, where it is something else. */
  readonly saysDirect?: string;
  readonly check: (context: GuardContext) => readonly Finding[];
}

/** Something that must hold for each tenant. */
export interface TenantGuard {
  readonly name: string;
  /** What is proven when nothing is found. */
  readonly says: string;
  /** The same of a direct tenant, where it is something else. */
  readonly saysDirect?: string;
  readonly check: (context: GuardContext, tenant: Tenant) => readonly Finding[];
}
