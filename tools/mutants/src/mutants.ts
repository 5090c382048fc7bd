import type { Mutant } from './mutant';
import { ADDONS_MUTANTS } from './mutants-addons';
import { ARGUMENT_MUTANTS } from './mutants-arguments';
import { BINDING_MUTANTS } from './mutants-binding';
import { DEPLOYMENT_MUTANTS } from './mutants-deployment';
import { DIRECT_DOOR_MUTANTS } from './mutants-direct';
import { DIRECT_ISOLATION_MUTANTS } from './mutants-direct-isolation';
import { DIRECT_LISTENER_MUTANTS } from './mutants-direct-listener';
import { DIRECT_NETWORK_MUTANTS } from './mutants-direct-network';
import { DOOR_MUTANTS } from './mutants-door';
import { EDGE_MUTANTS } from './mutants-edges';
import { BESIDE_MUTANTS } from './mutants-beside';
import { CLUSTER_PART_MUTANTS } from './mutants-cluster-parts';
import { CLUSTER_MUTANTS } from './mutants-clusters';
import { ESCALATION_MUTANTS } from './mutants-escalation';
import { GUARD_MUTANTS } from './mutants-guards';
import { LOGS_MUTANTS } from './mutants-logs';
import { ORIGINAL_MUTANTS } from './mutants-original';
import { PATH_ARGUMENT_MUTANTS } from './mutants-path-arguments';
import { PODS_MUTANTS } from './mutants-pods';
import { POLICY_MUTANTS } from './mutants-policies';
import { RIGHTS_MUTANTS } from './mutants-rights';
import { ROUTE_MUTANTS } from './mutants-route';
import { SECURITY_MUTANTS } from './mutants-security';
import { SERVICE_MUTANTS } from './mutants-service';
import { UNREAD_MUTANTS } from './mutants-unread';

/** Every deliberate break of the reference set. */
export const MUTANTS: readonly Mutant[] = [
  ...ORIGINAL_MUTANTS,
  ...DOOR_MUTANTS,
  ...ROUTE_MUTANTS,
  ...SECURITY_MUTANTS,
  ...SERVICE_MUTANTS,
  ...PODS_MUTANTS,
  ...BINDING_MUTANTS,
  ...ADDONS_MUTANTS,
  ...DIRECT_DOOR_MUTANTS,
  ...DIRECT_LISTENER_MUTANTS,
  ...DIRECT_NETWORK_MUTANTS,
  ...DIRECT_ISOLATION_MUTANTS,
  ...GUARD_MUTANTS,
  ...RIGHTS_MUTANTS,
  ...POLICY_MUTANTS,
  ...CLUSTER_MUTANTS,
  ...CLUSTER_PART_MUTANTS,
  ...LOGS_MUTANTS,
  ...EDGE_MUTANTS,
  ...DEPLOYMENT_MUTANTS,
  ...ESCALATION_MUTANTS,
  ...BESIDE_MUTANTS,
  ...ARGUMENT_MUTANTS,
  ...PATH_ARGUMENT_MUTANTS,
  ...UNREAD_MUTANTS,
];
