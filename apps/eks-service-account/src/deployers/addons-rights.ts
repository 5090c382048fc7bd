import { isDirect } from '@central-ingress/config';
import type { TenantConfig } from '@central-ingress/config';
import { allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { clusterName } from '@central-ingress/naming';
import type { DeployerScope } from './deployer-scope';
import { mirrorRights } from './mirror-rights';

/**
 * What the stack `<tenant>-addons` does in AWS: find the cluster, and mirror its images before. The rest is Kubernetes'
 * to allow, by access entry.
 */
export function addonsRights(scope: DeployerScope, tenant: TenantConfig): readonly Statement[] {
  const cluster = clusterName(scope.namePrefix, scope.connectionName);
  return [
    allow('FindCluster', ['eks:DescribeCluster'], [scope.arn('eks', `cluster/${cluster}`)]),
    scope.readsHandovers(
      'tenant/networking',
      'tenant/cluster',
      isDirect(tenant) ? 'tenant/direct-ingress' : 'tenant/ingress',
    ),
    ...mirrorRights(scope),
  ];
}
