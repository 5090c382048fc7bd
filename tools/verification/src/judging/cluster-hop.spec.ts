import { exampleWorld } from '@central-ingress/fixtures';
import { amend, itJudges } from '../rehearsal/cases';
import { healthyPath, paymentsExpectation } from '../rehearsal/healthy-path';
import { clusterHop } from './cluster-hop';

describe('clusterHop', () => {
  itJudges([
    [
      'EKS cluster',
      'fail',
      'state CREATING; expected ACTIVE',
      (path) => ({ cluster: amend(path.cluster, { status: 'CREATING' }) }),
    ],
    [
      'EKS cluster',
      'fail',
      "public access for 0.0.0.0/0, which the tenant's file does not allow",
      (path) => ({
        cluster: amend(path.cluster, {
          resourcesVpcConfig: {
            endpointPublicAccess: true,
            endpointPrivateAccess: true,
            publicAccessCidrs: ['0.0.0.0/0'],
          },
        }),
      }),
    ],
  ]);

  it('takes the public access that the tenant’s file asks for', () => {
    const world = exampleWorld();
    const [payments, ...others] = world.tenants;
    const controlPlane = { version: '1.35', allowedCidrs: ['198.51.100.0/24'] };
    const tenants = [{ ...payments, controlPlane }, ...others] as typeof world.tenants;
    const cluster = (publicAccessCidrs: string[]) =>
      amend(healthyPath().cluster, {
        resourcesVpcConfig: { endpointPublicAccess: true, endpointPrivateAccess: true, publicAccessCidrs },
      });
    const verdictOn = (cidrs: string[]) =>
      clusterHop(cluster(cidrs), paymentsExpectation({ ...world, tenants })).verdict;
    expect([verdictOn(['198.51.100.0/24']), verdictOn(['198.51.100.0/24', '0.0.0.0/0'])]).toEqual(['ok', 'fail']);
  });
});
