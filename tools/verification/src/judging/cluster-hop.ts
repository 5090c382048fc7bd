import type { Cluster } from '@aws-sdk/client-eks';
import type { PlatformConfig, TenantConfig } from '@central-ingress/config';
import { clusterName } from '@central-ingress/naming';
import type { Reading } from '../reading/reading';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import { fail, judge, matches, ok } from './findings';

/** What must hold for a cluster, however its tenant is reached. */
interface ExpectedCluster {
  readonly platform: PlatformConfig;
  readonly tenant: Pick<TenantConfig, 'connectionName' | 'controlPlane'>;
  readonly deployTenant: string;
}

/** The cluster: up, and its API as closed as the tenant's file says. */
export function clusterHop(cluster: Reading<Cluster>, expected: ExpectedCluster): Hop {
  const { deployTenant, platform, tenant } = expected;
  const findings = judge(cluster, `${deployTenant}.`, ({ status, version, resourcesVpcConfig = {} }) => [
    matches('state', status, 'ACTIVE', 'Wait until AWS is done with it; for FAILED look at its health in the console.'),
    ...judgePublicAccess(resourcesVpcConfig, expected),
    matches('private access', resourcesVpcConfig.endpointPrivateAccess, true, `${deployTenant}.`),
    ok(`Kubernetes ${version}`),
  ]);
  return hop('control', 'EKS cluster', clusterName(platform.namePrefix, tenant.connectionName), findings);
}

function judgePublicAccess(
  { endpointPublicAccess, publicAccessCidrs = [] }: NonNullable<Cluster['resourcesVpcConfig']>,
  { tenant, deployTenant }: ExpectedCluster,
): readonly Finding[] {
  const wanted = tenant.controlPlane.allowedCidrs.map(String);
  if (!endpointPublicAccess) {
    return [
      wanted.length
        ? fail(`public access is off; expected for ${wanted.join(', ')}`, `${deployTenant}.`)
        : ok('public access off'),
    ];
  }
  const extra = publicAccessCidrs.filter((cidr) => !wanted.includes(cidr));
  const lacking = wanted.filter((cidr) => !publicAccessCidrs.includes(cidr));
  const atOnce = `${deployTenant}, at once.`;
  if (!extra.length && !wanted.length) return [fail('public access is on; expected off', atOnce)];
  if (!extra.length && !lacking.length) return [ok(`public access for ${publicAccessCidrs.join(', ')}`)];
  return [
    ...(extra.length
      ? [fail(`public access for ${extra.join(', ')}, which the tenant's file does not allow`, atOnce)]
      : []),
    ...(lacking.length
      ? [fail(`public access lacks ${lacking.join(', ')}, which the tenant's file allows`, `${deployTenant}.`)]
      : []),
  ];
}
