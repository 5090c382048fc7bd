import { examplePlatform } from '@central-ingress/fixtures';
import { allow, boundaryGuard, roleCreation } from '@central-ingress/iam-policy';
import { synthesizeConstruct } from '@central-ingress/testing';
import { DeployerRole } from './deployer-role';
import type { DeployerRoleProps } from './deployer-role';
import { stateAccess } from './state-access';

const ACCOUNT = '111111111111';
const platform = examplePlatform();
const describeVpcs = allow('Read', ['ec2:DescribeVpcs'], ['*']);

function deployer(more: Partial<DeployerRoleProps> = {}) {
  return synthesizeConstruct(
    (scope) =>
      new DeployerRole(scope, 'network', {
        platform,
        accountId: ACCOUNT,
        roleName: 'acme-network-role',
        description: 'Deploys networks',
        stateKeys: ['*/networking'],
        statements: [describeVpcs],
        ...more,
      }),
  );
}

function parsed(body: Record<string, unknown>, field: string): Record<string, unknown> {
  return { ...body, [field]: JSON.parse(body[field] as string) };
}

describe('DeployerRole', () => {
  it('is assumed by exactly the deployer principals, for an hour', () => {
    expect(parsed(deployer().at('network/role').body, 'assume_role_policy')).toStrictEqual({
      name: 'acme-network-role',
      path: '/acme/',
      description: 'Deploys networks',
      assume_role_policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Deployers',
            Effect: 'Allow',
            Action: ['sts:AssumeRole'],
            Principal: { AWS: ['arn:aws:iam::111111111111:role/platform-ci'] },
          },
        ],
      },
      max_session_duration: 3600,
      tags: { Name: 'acme-network-role' },
    });
  });

  it('holds its state and what it is given, and no right on roles', () => {
    const stack = deployer();
    expect(parsed(stack.at('network/policy').body, 'policy')).toStrictEqual({
      name: 'deploy',
      role: `\${${stack.at('network/role').address}.name}`,
      policy: {
        Version: '2012-10-17',
        Statement: [...stateAccess(platform, ACCOUNT, ['*/networking']), describeVpcs],
      },
    });
  });

  it('has a boundary of its own as soon as it creates roles, and guards all boundaries', () => {
    const creation = {
      roleArns: ['arn:aws:iam::111111111111:role/acme/*-flow-logs-role'],
      boundaryArn: 'arn:aws:iam::111111111111:policy/acme/acme-central-boundary',
    };
    const stack = deployer({ createsRoles: { ...creation, ownBoundaryArn: 'arn:own' } });
    expect(stack.at('network/role').body['permissions_boundary']).toBe('arn:own');
    expect(JSON.parse(stack.at('network/policy').body['policy'] as string).Statement.slice(4)).toStrictEqual([
      ...roleCreation(creation),
      ...boundaryGuard(['arn:aws:iam::111111111111:policy/acme/*-boundary*']),
    ]);
  });
});
