import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import type { SynthesizedStack } from '@central-ingress/testing';
import { DataPlane } from './data-plane';
import { DataPlaneRole } from './data-plane-role';

function synthesize(): SynthesizedStack {
  return synthesizeConstruct((scope) => {
    const props = { platform: examplePlatform(), tenant: exampleTenant(), boundaryArn: 'arn:boundary' };
    const role = new DataPlaneRole(scope, 'data-plane-role', props);
    const plugin = new EksAddon(scope, 'plugin', { clusterName: 'acme-payments', addonName: 'vpc-cni' });
    return new DataPlane(scope, 'data-plane', {
      ...props,
      clusterName: 'acme-payments',
      nodeRoleArn: role.arn,
      subnetIds: ['subnet-1', 'subnet-2'],
      instanceTags: { stack: 'payments-cluster' },
      dependsOn: [...role.policies, plugin],
    });
  });
}

describe('DataPlane', () => {
  it('starts the nodes after their rights and the network plug-in, and leaves their number alone', () => {
    const stack = synthesize();
    const template = stack.at('data-plane/main/launch-template').address;
    expect(stack.at('data-plane/main/managed-nodes').body).toEqual({
      cluster_name: 'acme-payments',
      node_group_name: 'main',
      node_role_arn: `\${${stack.at('data-plane-role/eks-data-plane/role').address}.arn}`,
      subnet_ids: ['subnet-1', 'subnet-2'],
      version: '1.35',
      ami_type: 'AL2023_x86_64_STANDARD',
      instance_types: ['m6i.large'],
      launch_template: { id: `\${${template}.id}`, version: `\${${template}.latest_version}` },
      scaling_config: { desired_size: 3, min_size: 3, max_size: 6 },
      update_config: { max_unavailable: 1 },
      labels: {},
      tags: { Name: 'acme-payments-main' },
      lifecycle: { ignore_changes: ['scaling_config[0].desired_size'] },
      depends_on: [
        stack.at('data-plane-role/eks-data-plane/AmazonEKSWorkerNodePolicy').address,
        stack.at('data-plane-role/eks-data-plane/AmazonEC2ContainerRegistryPullOnly').address,
        'aws_eks_addon.plugin',
      ],
    });
  });

  it('hardens the instances: IMDSv2 within one hop, encrypted disk, no key pair', () => {
    const tags = { stack: 'payments-cluster', Name: 'acme-payments-main' };
    expect(synthesize().at('data-plane/main/launch-template').body).toEqual({
      name: 'acme-payments-main',
      description: 'Nodes of group main: IMDSv2 only, encrypted disk, no key pair',
      update_default_version: true,
      metadata_options: { http_endpoint: 'enabled', http_tokens: 'required', http_put_response_hop_limit: 1 },
      monitoring: { enabled: true },
      block_device_mappings: [
        {
          device_name: '/dev/xvda',
          ebs: { volume_type: 'gp3', volume_size: 50, encrypted: 'true', delete_on_termination: 'true' },
        },
      ],
      tag_specifications: ['instance', 'volume', 'network-interface'].map((type) => ({ resource_type: type, tags })),
      tags: { Name: 'acme-payments-main' },
    });
  });
});

describe('DataPlaneRole', () => {
  it('lets nodes join and pull images, below the boundary', () => {
    const stack = synthesize();
    const { assume_role_policy: trust, ...role } = stack.at('data-plane-role/eks-data-plane/role').body;
    expect(role).toEqual({
      name: 'acme-payments-eks-node-role',
      path: '/acme/',
      description: 'Nodes of the cluster of payments join it and pull images with it',
      permissions_boundary: 'arn:boundary',
      tags: { Name: 'acme-payments-eks-node-role' },
    });
    expect(JSON.parse(trust as string)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Nodes',
          Effect: 'Allow',
          Action: ['sts:AssumeRole'],
          Principal: { Service: ['ec2.amazonaws.com'] },
        },
      ],
    });
    expect(stack.ofType('aws_iam_role_policy_attachment').map(({ body }) => body['policy_arn'])).toEqual([
      'arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly',
      'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy',
    ]);
    expect(stack.ofType('aws_iam_role_policy')).toEqual([]);
  });
});
