import { parseCidr } from '@central-ingress/addressing';
import type { TenantConfig } from '@central-ingress/config';
import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import type { SynthesizedStack } from '@central-ingress/testing';
import { ControlPlane } from './control-plane';

const BOUNDARY = 'arn:aws:iam::222222222222:policy/acme/acme-payments-boundary';

function synthesize(tenant: TenantConfig = exampleTenant()): SynthesizedStack {
  return synthesizeConstruct(
    (scope) =>
      new ControlPlane(scope, 'control-plane', {
        platform: examplePlatform(),
        tenant,
        boundaryArn: BOUNDARY,
        subnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
      }),
  );
}

function policyOf(stack: SynthesizedStack, path: string, field: string): unknown {
  return JSON.parse(stack.at(path).body[field] as string);
}

describe('ControlPlane', () => {
  it('is private, logged, encrypted, and opened by access entries only', () => {
    const stack = synthesize();
    expect(stack.at('control-plane/control-plane').body).toEqual({
      name: 'acme-payments',
      role_arn: `\${${stack.at('control-plane/eks-service/role').address}.arn}`,
      version: '1.35',
      bootstrap_self_managed_addons: false,
      access_config: { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false },
      vpc_config: {
        subnet_ids: ['subnet-1', 'subnet-2', 'subnet-3'],
        endpoint_private_access: true,
        endpoint_public_access: false,
      },
      encryption_config: {
        provider: { key_arn: `\${${stack.at('control-plane/secrets-key/key').address}.arn}` },
        resources: ['secrets'],
      },
      enabled_cluster_log_types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
      upgrade_policy: { support_type: 'STANDARD' },
      timeouts: { create: '30m', update: '60m', delete: '30m' },
      tags: { Name: 'acme-payments' },
      depends_on: [
        stack.at('control-plane/eks-service/AmazonEKSClusterPolicy').address,
        stack.at('control-plane/log-group').address,
      ],
    });
  });

  it('opens the public API to the stated CIDRs and nobody else', () => {
    const controlPlane = { version: '1.35', allowedCidrs: [parseCidr('198.51.100.0/24')], privateCidrs: [] };
    const { body } = synthesize({ ...exampleTenant(), controlPlane }).at('control-plane/control-plane');
    expect(body['vpc_config']).toEqual({
      subnet_ids: ['subnet-1', 'subnet-2', 'subnet-3'],
      endpoint_private_access: true,
      endpoint_public_access: true,
      public_access_cidrs: ['198.51.100.0/24'],
    });
  });

  it('opens the private API to the stated CIDRs, and without any to the nodes alone', () => {
    const controlPlane = { version: '1.35', allowedCidrs: [], privateCidrs: [parseCidr('10.20.0.0/24')] };
    const stack = synthesize({ ...exampleTenant(), controlPlane });
    const cluster = stack.at('control-plane/control-plane');
    expect(stack.at('control-plane/private-10.20.0.0-24').body).toEqual({
      security_group_id: `\${${cluster.address}.vpc_config[0].cluster_security_group_id}`,
      description: 'Kubernetes API, for runners and people in private networks',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
      cidr_ipv4: '10.20.0.0/24',
      tags: { Name: 'acme-payments' },
    });
    expect(cluster.body['vpc_config'] as object).not.toHaveProperty('public_access_cidrs');
    expect(synthesize().ofType('aws_vpc_security_group_ingress_rule')).toEqual([]);
  });

  it('lets EKS use the role for this cluster only, below the boundary', () => {
    const stack = synthesize();
    const { assume_role_policy: trust, ...role } = stack.at('control-plane/eks-service/role').body;
    expect(role).toEqual({
      name: 'acme-payments-eks-cluster-role',
      path: '/acme/',
      description: 'EKS acts on the account with it for the cluster acme-payments',
      permissions_boundary: BOUNDARY,
      tags: { Name: 'acme-payments-eks-cluster-role' },
    });
    expect(JSON.parse(trust as string)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Eks',
          Effect: 'Allow',
          Action: ['sts:AssumeRole'],
          Principal: { Service: ['eks.amazonaws.com'] },
          Condition: {
            ArnLike: { 'aws:SourceArn': 'arn:aws:eks:eu-central-1:222222222222:cluster/acme-payments' },
          },
        },
      ],
    });
    expect(stack.at('control-plane/eks-service/AmazonEKSClusterPolicy').body).toEqual({
      role: `\${${stack.at('control-plane/eks-service/role').address}.name}`,
      policy_arn: 'arn:aws:iam::aws:policy/AmazonEKSClusterPolicy',
    });
  });

  it('keeps the logs as long as the tenant says', () => {
    expect(synthesize().at('control-plane/log-group').body).toEqual({
      name: '/aws/eks/acme-payments/cluster',
      retention_in_days: 365,
      tags: { Name: 'acme-payments' },
    });
  });

  it('encrypts secrets with a key that rotates and that only the cluster decrypts with', () => {
    const stack = synthesize();
    const { policy, ...key } = stack.at('control-plane/secrets-key/key').body;
    expect(key).toEqual({
      description: 'Encrypts the Kubernetes secrets of acme-payments',
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      tags: { Name: 'acme-payments-secrets' },
    });
    const { Statement } = JSON.parse(policy as string) as {
      Statement: { Action: string[]; Principal: unknown; Resource: unknown }[];
    };
    const readers = Statement.filter(({ Action }) => Action.some((action) => /Decrypt|\*/.test(action)));
    expect(readers).toEqual([
      {
        Sid: 'ClusterEncryptsSecrets',
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ListGrants'],
        Resource: ['*'],
        Principal: { AWS: [`\${${stack.at('control-plane/eks-service/role').address}.arn}`] },
      },
    ]);
    expect(Statement.map(({ Principal }) => Principal)[0]).toEqual({ AWS: ['arn:aws:iam::222222222222:root'] });
    expect(policyOf(stack, 'control-plane/secrets-key/key', 'policy')).toMatchSnapshot();
    expect(stack.at('control-plane/secrets-key/alias').body).toEqual({
      name: 'alias/acme-payments-secrets',
      target_key_id: `\${${stack.at('control-plane/secrets-key/key').address}.key_id}`,
    });
  });
});
