import { synthesizeConstruct } from '@central-ingress/testing';
import { ClusterAccess } from './cluster-access';

const ROLE = 'arn:aws:iam::222222222222:role/acme/team';

describe('ClusterAccess', () => {
  const stack = synthesizeConstruct(
    (scope) =>
      new ClusterAccess(scope, 'access', {
        clusterName: 'acme-payments',
        entries: [
          { principalArn: ROLE, policy: 'AmazonEKSViewPolicy', namespaces: [] },
          { principalArn: 'arn:aws:iam::222222222222:user/eve', policy: 'AmazonEKSViewPolicy', namespaces: [] },
          { principalArn: ROLE, policy: 'AmazonEKSEditPolicy', namespaces: ['shop'] },
        ],
      }),
  );

  it('makes one entry per principal', () => {
    expect(stack.ofType('aws_eks_access_entry').map(({ body }) => body)).toEqual([
      { cluster_name: 'acme-payments', principal_arn: ROLE, type: 'STANDARD', tags: { Name: 'team' } },
      {
        cluster_name: 'acme-payments',
        principal_arn: 'arn:aws:iam::222222222222:user/eve',
        type: 'STANDARD',
        tags: { Name: 'eve' },
      },
    ]);
  });

  it('tells principals apart whose names differ by a slash only', () => {
    const policy = { policy: 'AmazonEKSViewPolicy', namespaces: [] };
    const names = ['a/b', 'a.b', 'a/.b', 'a./b'];
    const entries = names.map((name) => ({ principalArn: `arn:aws:iam::222222222222:role/${name}`, ...policy }));
    const access = synthesizeConstruct((scope) => new ClusterAccess(scope, 'access', { clusterName: 'acme', entries }));
    const principals = access.ofType('aws_eks_access_entry').map(({ body }) => body['principal_arn']);
    expect([...principals].sort()).toEqual(entries.map(({ principalArn }) => principalArn).sort());
  });

  it('gives each of its policies in the namespaces said, or in the whole cluster', () => {
    const principal = 'access/222222222222:role.acme.team';
    const principalArn = `\${${stack.at(`${principal}/entry`).address}.principal_arn}`;
    expect(stack.at(`${principal}/AmazonEKSViewPolicy`).body).toEqual({
      cluster_name: 'acme-payments',
      principal_arn: principalArn,
      policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
      access_scope: { type: 'cluster' },
    });
    expect(stack.at(`${principal}/AmazonEKSEditPolicy`).body).toEqual({
      cluster_name: 'acme-payments',
      principal_arn: principalArn,
      policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy',
      access_scope: { type: 'namespace', namespaces: ['shop'] },
    });
  });
});
