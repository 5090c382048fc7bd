import { LOAD_BALANCER_KEEPING_ACTIONS, LOAD_BALANCER_READING_ACTIONS, allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { nlbName, podsTargetGroupName, registrarRoleName, roleArn } from '@central-ingress/naming';
import { asStack, ofStack, tagsNew } from './deployer-scope';
import type { DeployerScope } from './deployer-scope';

/** Names of the stacks whose tag a resource carries. */
export interface StackNames {
  /** Owns the VPC. */
  readonly networking: string;
  readonly ingress: string;
}

/**
 * What the stack `<tenant>-ingress` of a central tenant does in its own account, and the one role it takes in the central
 * account.
 */
export function ingressRights(
  scope: DeployerScope,
  centralAccountId: string,
  stacks: StackNames,
): readonly Statement[] {
  return [
    ...balancerRights(scope),
    ...endpointServiceRights(scope, stacks),
    ...certificateRights(scope, stacks.ingress),
    registrarRight(scope, centralAccountId),
  ];
}

/**
 * What the stacks `<tenant>-ingress` and `<tenant>-dns` of a direct tenant do in its own account, and the one role they
 * take in the central account. The NLB is the load balancer controller's: they only look at it.
 */
export function directIngressRights(
  scope: DeployerScope,
  centralAccountId: string,
  { ingress }: Pick<StackNames, 'ingress'>,
): readonly Statement[] {
  return [
    allow(
      'ReadLoadBalancers',
      [
        'elasticloadbalancing:DescribeLoadBalancerAttributes',
        'elasticloadbalancing:DescribeLoadBalancers',
        'elasticloadbalancing:DescribeTags',
      ],
      ['*'],
    ),
    ...certificateRights(scope, ingress),
    registrarRight(scope, centralAccountId),
  ];
}

function registrarRight({ namePrefix, connectionName }: DeployerScope, centralAccountId: string): Statement {
  const registrar = roleArn(centralAccountId, namePrefix, registrarRoleName(namePrefix, connectionName));
  return allow('RegisterInTheCentralAccount', ['sts:AssumeRole'], [registrar]);
}

function balancerRights(scope: DeployerScope): readonly Statement[] {
  const { namePrefix, connectionName } = scope;
  const nlb = nlbName(namePrefix, connectionName);
  return [
    allow(
      'ReadLoadBalancers',
      [
        ...LOAD_BALANCER_READING_ACTIONS,
        'elasticloadbalancing:DescribeTargetGroupAttributes',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ],
      ['*'],
    ),
    allow(
      'KeepOwnLoadBalancer',
      [
        ...LOAD_BALANCER_KEEPING_ACTIONS,
        'elasticloadbalancing:CreateTargetGroup',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:ModifyTargetGroup',
        'elasticloadbalancing:ModifyTargetGroupAttributes',
        'elasticloadbalancing:SetIpAddressType',
      ],
      [
        scope.arn('elasticloadbalancing', `loadbalancer/net/${nlb}/*`),
        scope.arn('elasticloadbalancing', `listener/net/${nlb}/*/*`),
        ...(['TCP', 'TLS'] as const).map((protocol) =>
          scope.arn(
            'elasticloadbalancing',
            `targetgroup/${podsTargetGroupName(namePrefix, connectionName, protocol)}/*`,
          ),
        ),
      ],
    ),
    scope.linkedRoles('elasticloadbalancing.amazonaws.com'),
  ];
}

const ENDPOINT_SERVICE_CREATIONS = ['ec2:CreateSecurityGroup', 'ec2:CreateVpcEndpointServiceConfiguration'];

function endpointServiceRights(scope: DeployerScope, { networking, ingress }: StackNames): readonly Statement[] {
  const kept = scope.ec2('security-group', 'security-group-rule', 'vpc-endpoint-service');
  return [
    allow(
      'ReadNetwork',
      [
        'ec2:DescribeAccountAttributes',
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeInternetGateways',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroupRules',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcEndpointConnections',
        'ec2:DescribeVpcEndpointServiceConfigurations',
        'ec2:DescribeVpcEndpointServicePermissions',
        'ec2:DescribeVpcs',
      ],
      ['*'],
    ),
    allow(
      'CreateEndpointService',
      ENDPOINT_SERVICE_CREATIONS,
      scope.ec2('security-group', 'vpc-endpoint-service'),
      asStack(ingress),
    ),
    allow('CreateRules', ['ec2:AuthorizeSecurityGroupEgress'], scope.ec2('security-group-rule'), asStack(ingress)),
    // The VPC is another stack's.
    allow('UseVpc', ['ec2:CreateSecurityGroup'], scope.ec2('vpc'), ofStack(networking)),
    tagsNew('TagNewEndpointService', [...ENDPOINT_SERVICE_CREATIONS, 'ec2:AuthorizeSecurityGroupEgress'], kept),
    allow(
      'KeepOwnEndpointService',
      [
        'ec2:AuthorizeSecurityGroupEgress',
        'ec2:CreateTags',
        'ec2:DeleteSecurityGroup',
        'ec2:DeleteTags',
        'ec2:DeleteVpcEndpointServiceConfigurations',
        'ec2:ModifySecurityGroupRules',
        'ec2:ModifyVpcEndpointServiceConfiguration',
        'ec2:ModifyVpcEndpointServicePermissions',
        'ec2:RevokeSecurityGroupEgress',
        'ec2:RevokeSecurityGroupIngress',
        'ec2:UpdateSecurityGroupRuleDescriptionsEgress',
      ],
      kept,
      ofStack(ingress),
    ),
  ];
}

function certificateRights(scope: DeployerScope, stackName: string): readonly Statement[] {
  const certificates = [scope.arn('acm', 'certificate/*')];
  return [
    allow('RequestCertificates', ['acm:RequestCertificate'], ['*'], {
      StringEquals: { 'aws:RequestTag/stack': stackName, 'aws:RequestedRegion': scope.region },
    }),
    // A new certificate has no tag yet, or this one; of another stack it has another one.
    allow('TagCertificates', ['acm:AddTagsToCertificate'], certificates, {
      ...asStack(stackName),
      StringEqualsIfExists: { 'aws:ResourceTag/stack': stackName },
    }),
    // A certificate is read from the moment it is requested, and what it says is public.
    allow('ReadCertificates', ['acm:DescribeCertificate', 'acm:ListTagsForCertificate'], certificates),
    allow(
      'KeepOwnCertificates',
      [
        'acm:AddTagsToCertificate',
        'acm:DeleteCertificate',
        'acm:GetCertificate',
        'acm:RemoveTagsFromCertificate',
        'acm:UpdateCertificateOptions',
      ],
      certificates,
      ofStack(stackName),
    ),
  ];
}
