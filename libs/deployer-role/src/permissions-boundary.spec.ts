import { allow, boundaryGuard } from '@central-ingress/iam-policy';
import { boundaryPolicyArn, deployerBoundaryPolicyArn, iamPath } from '@central-ingress/naming';
import { synthesizeConstruct } from '@central-ingress/testing';
import { everyBoundary, PermissionsBoundary } from './permissions-boundary';

const ACCOUNT = '111111111111';

describe('PermissionsBoundary', () => {
  it('allows what it is given and guards every boundary', () => {
    const reads = allow('Read', ['s3:GetObject'], ['arn:aws:s3:::bucket/*']);
    const stack = synthesizeConstruct(
      (scope) =>
        new PermissionsBoundary(scope, 'boundary', {
          namePrefix: 'acme',
          accountId: ACCOUNT,
          policyName: 'acme-central-boundary',
          description: 'Ceiling',
          statements: [reads],
        }),
    );
    const { type, body } = stack.at('boundary/policy');
    expect(type).toBe('aws_iam_policy');
    expect({ ...body, policy: JSON.parse(body['policy'] as string) }).toStrictEqual({
      name: 'acme-central-boundary',
      path: '/acme/',
      description: 'Ceiling',
      policy: {
        Version: '2012-10-17',
        Statement: [reads, ...boundaryGuard([`arn:aws:iam::${ACCOUNT}:policy/acme/*-boundary*`])],
      },
      tags: { Name: 'acme-central-boundary' },
    });
  });
});

describe('everyBoundary', () => {
  it('matches every name that the naming lib gives to a boundary', () => {
    const [pattern = ''] = everyBoundary(ACCOUNT, iamPath('acme'));
    const matcher = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
    expect(boundaryPolicyArn(ACCOUNT, 'acme', 'payments')).toMatch(matcher);
    expect(deployerBoundaryPolicyArn(ACCOUNT, 'acme', 'payments')).toMatch(matcher);
  });
});
