import { flowLogsRoleName, SERVICE_DUTIES, serviceRoleName } from './roles';
import { EKS_ROLE_USES, eksRoleName } from './tenant-names';

/**
 * Every IAM role that the stacks of a tenant create in its own account. Names of two tenants of one account can meet:
 * `x` and `x-eks` would both have `acme-x-eks-cluster-role`.
 */
export function tenantRoleNames(prefix: string, connectionName: string): readonly string[] {
  return [
    ...SERVICE_DUTIES.map((duty) => serviceRoleName(prefix, connectionName, duty)),
    ...EKS_ROLE_USES.map((use) => eksRoleName(prefix, connectionName, use)),
    flowLogsRoleName(prefix, connectionName),
  ];
}
