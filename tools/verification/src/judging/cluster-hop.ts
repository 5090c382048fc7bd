import type { Cluster } from '@aws-sdk/client-eks';
import { clusterName } from '@central-ingress/naming';
import type { Reading } from '../reading/reading';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import type { Expectation } from './expectation';
import { fail, judge, matches, ok } from './findings';

/** The cluster: up, and its API as closed as the tenant's file says. */
export function clusterHop(cluster: Reading<Cluster>, expected: Expectation): Hop {
  const { deployTenant, platform, tenant } = expected;
  const findings = judge(cluster, `${deployTenant}.`, ({ status, version, resourcesVpcConfig = {} }) => [
    matches('state', status, 'ACTIVE', 'Wait until AWS is done with it; for FAILED look at its health in the console.'),
    judgePublicAccess(resourcesVpcConfig, expected),
    matches('private access', resourcesVpcConfig.endpointPrivateAccess, true, `${deployTenant}.`),
    ok(`Kubernetes ${version}`),
  ]);
  return hop('control', 'EKS cluster', clusterName(platform.namePrefix, tenant.connectionName), findings);
}

function judgePublicAccess(
  { endpointPublicAccess, publicAccessCidrs = [] }: NonNullable<Cluster['resourcesVpcConfig']>,
  { tenant, deployTenant }: Expectation,
): Finding {
  const wanted = tenant.controlPlane.allowedCidrs.map(String);
  if (!endpointPublicAccess) {
    return wanted.length
      ? fail(`public access is off; expected for ${wanted.join(', ')}`, `${deployTenant}.`)
      : ok('public access off');
  }
  const extra = publicAccessCidrs.filter((cidr) => !wanted.includes(cidr));
  if (!extra.length) return ok(`public access for ${publicAccessCidrs.join(', ')}`);
  return fail(
    `public access for ${extra.join(', ')}, which the tenant's file does not allow`,
    `${deployTenant}, at once.`,
  );
}
