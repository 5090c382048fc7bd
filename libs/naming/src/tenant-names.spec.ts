import * as fc from 'fast-check';
import { LONGEST_BALANCER_SUFFIX, nameProblem } from './physical-names';
import {
  EKS_ROLE_USES,
  bridgeConnectionName,
  clusterName,
  controlPlaneLogGroupName,
  eksRoleArn,
  eksRoleName,
  imageRepositoryName,
  nlbName,
  podsTargetGroupName,
} from './tenant-names';

const word = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[a-z][a-z0-9-]{${min - 2},${max - 2}}[a-z0-9]$`)).filter((text) => !/--/.test(text));

describe('names of a tenant', () => {
  it.each([
    [clusterName('acme', 'payments'), 'acme-payments'],
    [eksRoleName('acme', 'payments', 'load-balancer'), 'acme-payments-eks-load-balancer-role'],
    [
      eksRoleArn('222222222222', 'acme', 'payments', 'node'),
      'arn:aws:iam::222222222222:role/acme/acme-payments-eks-node-role',
    ],
    [controlPlaneLogGroupName('acme', 'payments'), '/aws/eks/acme-payments/cluster'],
    [imageRepositoryName('acme', 'payments', 'contour'), 'acme-payments/contour'],
    [nlbName('acme', 'payments'), 'acme-payments-nlb'],
    [podsTargetGroupName('acme', 'payments'), 'acme-payments-pods'],
    [podsTargetGroupName('acme', 'payments', 'TLS'), 'acme-payments-tls'],
  ])('are %s', (name, expected) => {
    expect(name).toBe(expected);
  });

  it('fit IAM for the longest prefix and the longest connection name', () => {
    fc.assert(
      fc.property(word(2, 12), word(3, 20), fc.constantFrom(...EKS_ROLE_USES), (prefix, connection, use) => {
        expect(nameProblem('IAM role', eksRoleName(prefix, connection, use))).toBeUndefined();
      }),
    );
  });

  it('rejects an NLB name that AWS would refuse', () => {
    expect(() => nlbName('a'.repeat(12), 'b'.repeat(20))).toThrow(
      `load balancer name "${'a'.repeat(12)}-${'b'.repeat(20)}-nlb" has 37 characters; expected at most 32`,
    );
  });
});

describe('bridgeConnectionName', () => {
  it('gives a target group no longer name than the tenant has already', () => {
    const suffix = bridgeConnectionName('payments').slice('payments'.length);
    expect(suffix).toBe('-next');
    expect(suffix.length).toBeLessThanOrEqual(LONGEST_BALANCER_SUFFIX.length);
  });
});
