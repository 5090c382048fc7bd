import type { Mutant } from './mutant';
import { DOOR_MUTANTS } from './mutants-door';
import { GUARD_MUTANTS } from './mutants-guards';
import { ORIGINAL_MUTANTS } from './mutants-original';
import { PODS_MUTANTS } from './mutants-pods';
import { RIGHTS_MUTANTS } from './mutants-rights';
import { ROUTE_MUTANTS } from './mutants-route';
import { SECURITY_MUTANTS } from './mutants-security';
import { SERVICE_MUTANTS } from './mutants-service';

/** Every deliberate break of the reference set. */
export const MUTANTS: readonly Mutant[] = [
  ...ORIGINAL_MUTANTS,
  ...DOOR_MUTANTS,
  ...ROUTE_MUTANTS,
  ...SECURITY_MUTANTS,
  ...SERVICE_MUTANTS,
  ...PODS_MUTANTS,
  ...GUARD_MUTANTS,
  ...RIGHTS_MUTANTS,
];
