import type { Tenant } from './tenants';
import type { WorldIndex } from './world-index';

/** True when a role for pods of the tenant's cluster may do an action on resources whose ARN holds a part. */
export function mayInCluster(
  { index, tenant }: { readonly index: WorldIndex; readonly tenant: Tenant },
  action: string,
  arnPart: string,
): boolean {
  return (index.rolesIn.get(`${tenant.name}-cluster`) ?? []).some(
    ({ trust, policies }) =>
      trust?.statements.some(({ actions }) => actions.includes('sts:AssumeRoleWithWebIdentity')) &&
      policies.some(({ document }) =>
        document?.statements.some(
          ({ effect, actions, notActions, resources, notResources }) =>
            effect === 'Allow' &&
            !notActions &&
            !notResources &&
            actions.includes(action) &&
            resources.some((resource) => resource === '*' || resource.includes(arnPart)),
        ),
      ),
  );
}
