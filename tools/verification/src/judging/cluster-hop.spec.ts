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
      'public access is on; expected off',
      (path) => ({
        cluster: amend(path.cluster, {
          resourcesVpcConfig: { endpointPublicAccess: true, endpointPrivateAccess: true, publicAccessCidrs: [] },
        }),
      }),
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
    const controlPlane = { version: '1.35', allowedCidrs: ['198.51.100.0/24', '203.0.113.0/24'] };
    const tenants = [{ ...payments, controlPlane }, ...others] as typeof world.tenants;
    const cluster = (publicAccessCidrs: string[]) =>
      amend(healthyPath().cluster, {
        resourcesVpcConfig: { endpointPublicAccess: true, endpointPrivateAccess: true, publicAccessCidrs },
      });
    const verdictOn = (cidrs: string[]) => {
      const { verdict, findings } = clusterHop(cluster(cidrs), paymentsExpectation({ ...world, tenants }));
      return [verdict, ...findings.filter((finding) => finding.verdict !== 'ok').map(({ what }) => what)];
    };
    const lacks = "public access lacks 203.0.113.0/24, which the tenant's file allows";
    const gives = "public access for 0.0.0.0/0, which the tenant's file does not allow";
    expect(verdictOn(['203.0.113.0/24', '198.51.100.0/24'])).toEqual(['ok']);
    expect(verdictOn(['198.51.100.0/24', '203.0.113.0/24', '0.0.0.0/0'])).toEqual(['fail', gives]);
    expect(verdictOn(['198.51.100.0/24'])).toEqual(['fail', lacks]);
    expect(verdictOn(['198.51.100.0/24', '0.0.0.0/0'])).toEqual(['fail', gives, lacks]);
  });
});
