import type { CentralExposure, HostConfig } from './model';

/** Host values one listener rule can carry. @source ELB quotas: condition values per rule, not adjustable */
export const HOSTS_PER_RULE = 5;
/** Listener rules a slot may take; with the slot's number they give its priorities. */
export const RULES_PER_SLOT = 20;
/** Highest slot: its last priority, 40,000, is below ELB's limit of 50,000. */
export const MAX_SLOT = 1999;

/** One host rule of a connection. */
export interface HostRule {
  /** Unique on the listener, 1-40,000, from the slot alone, so no other tenant can change it. */
  readonly priority: number;
  /** One to five. */
  readonly hosts: readonly HostConfig[];
}

/**
 * Cuts a tenant's hosts into listener rules of five, with the priorities that belong to its slot.
 * Example: slot 3 with seven hosts has priorities 61 and 62.
 */
export function hostRules(exposure: CentralExposure): readonly HostRule[] {
  const count = Math.ceil(exposure.hosts.length / HOSTS_PER_RULE);
  return Array.from({ length: count }, (_, index) => ({
    priority: exposure.slot * RULES_PER_SLOT + index + 1,
    hosts: exposure.hosts.slice(index * HOSTS_PER_RULE, (index + 1) * HOSTS_PER_RULE),
  }));
}
