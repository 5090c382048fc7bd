import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import type { SynthesizedStack } from '@central-ingress/testing';
import { LoadBalancerControllerRole } from './load-balancer-controller-role';
import { loadBalancerControllerPolicy } from './load-balancer-controller-policy-3.5.0';
import { NetworkPlugin } from './network-plugin';
import { WebIdentity } from './web-identity';

const TENANT = { platform: examplePlatform(), tenant: exampleTenant(), boundaryArn: 'arn:boundary' };
const CLUSTER = 'acme-payments';
const ISSUER = 'https://oidc.eks.eu-central-1.amazonaws.com/id/0123';

function synthesize(): SynthesizedStack {
  return synthesizeConstruct((scope) => {
    const webIdentity = new WebIdentity(scope, 'web-identity', { clusterName: CLUSTER, issuerUrl: ISSUER });
    new NetworkPlugin(scope, 'network-plugin', { ...TENANT, clusterName: CLUSTER, webIdentity });
    return new LoadBalancerControllerRole(scope, 'controller', { ...TENANT, webIdentity, vpcId: 'vpc-1' });
  });
}

/** The trust policy that exactly one service account meets. */
function trustIn(stack: SynthesizedStack, serviceAccount: string): unknown {
  const issuer = `\${local.${Object.keys(stack.json['locals'] ?? {})[0]}}`;
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'ServiceAccount',
        Effect: 'Allow',
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Principal: { Federated: [`\${${stack.at('web-identity/provider').address}.arn}`] },
        Condition: {
          StringEquals: {
            [`${issuer}:aud`]: 'sts.amazonaws.com',
            [`${issuer}:sub`]: `system:serviceaccount:kube-system:${serviceAccount}`,
          },
        },
      },
    ],
  };
}

describe('WebIdentity', () => {
  it('makes the issuer known without a thumbprint', () => {
    const stack = synthesize();
    expect(stack.at('web-identity/provider').body).toEqual({
      url: ISSUER,
      client_id_list: ['sts.amazonaws.com'],
      tags: { Name: CLUSTER },
    });
    expect(Object.values(stack.json['locals'] ?? {})).toEqual([`\${replace("${ISSUER}", "https://", "")}`]);
  });
});

describe('NetworkPlugin', () => {
  it('gives the VPC CNI a role of its own', () => {
    const stack = synthesize();
    const { assume_role_policy: trust, ...role } = stack.at('network-plugin/aws-node/role').body;
    expect(role).toEqual({
      name: 'acme-payments-eks-vpc-cni-role',
      path: '/acme/',
      description: 'The VPC CNI of payments gives pods their addresses with it',
      permissions_boundary: 'arn:boundary',
      tags: { Name: 'acme-payments-eks-vpc-cni-role' },
    });
    expect(JSON.parse(trust as string)).toEqual(trustIn(stack, 'aws-node'));
    const attachment = stack.at('network-plugin/aws-node/AmazonEKS_CNI_Policy');
    expect(attachment.body['policy_arn']).toBe('arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy');
    expect(stack.at('network-plugin/vpc-cni/addon').body).toEqual({
      cluster_name: CLUSTER,
      addon_name: 'vpc-cni',
      resolve_conflicts_on_create: 'OVERWRITE',
      resolve_conflicts_on_update: 'PRESERVE',
      service_account_role_arn: `\${${stack.at('network-plugin/aws-node/role').address}.arn}`,
      tags: { Name: 'vpc-cni' },
      depends_on: [attachment.address],
    });
  });
});

describe('LoadBalancerControllerRole', () => {
  it('is the role of the controller and holds the policy of its version', () => {
    const stack = synthesize();
    const path = 'controller/load-balancer-controller';
    const { assume_role_policy: trust, ...role } = stack.at(`${path}/role`).body;
    expect(role).toEqual({
      name: 'acme-payments-eks-load-balancer-role',
      path: '/acme/',
      description: 'The AWS Load Balancer Controller of payments registers pods in target groups with it',
      permissions_boundary: 'arn:boundary',
      tags: { Name: 'acme-payments-eks-load-balancer-role' },
    });
    expect(JSON.parse(trust as string)).toEqual(trustIn(stack, 'aws-load-balancer-controller'));
    expect(JSON.parse(stack.at(`${path}/policy`).body['policy'] as string)).toEqual({
      Version: '2012-10-17',
      Statement: loadBalancerControllerPolicy({
        region: 'eu-central-1',
        accountId: '222222222222',
        vpcId: 'vpc-1',
        clusterName: CLUSTER,
        nlb: { madeBy: 'terraform', targetGroupName: 'acme-payments-pods' },
      }),
    });
  });
});
