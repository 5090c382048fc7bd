import { allow, deny } from '@central-ingress/iam-policy';
import type { Condition, Statement } from '@central-ingress/iam-policy';

/** Version of the AWS Load Balancer Controller that the policy belongs to; both change together. */
export const LOAD_BALANCER_CONTROLLER_VERSION = '3.5.0';

/** The NLB through which requests reach the cluster. */
export type ControlledNlb =
  /** Terraform owns it with its target group: the controller leaves it as it is, and only registers pods. */
  | { readonly madeBy: 'terraform'; readonly name: string; readonly targetGroupName: string }
  /** The controller makes it from the annotations of a Service, under this name and no other. */
  | { readonly madeBy: 'controller'; readonly name: string };

/** What the controller of one cluster may work on. */
export interface LoadBalancerControllerScope {
  readonly region: string;
  readonly accountId: string;
  readonly vpcId: string;
  readonly clusterName: string;
  readonly nlb: ControlledNlb;
}

const CLUSTER_TAG = 'elbv2.k8s.aws/cluster';

/**
 * What the controller needs for Network Load Balancers: to register pods in Terraform's target group, and to own
 * load balancers, target groups and security groups that it has made and tagged for this cluster itself; where it makes
 * the tenant's NLB, that is the only load balancer it may make. Against the
 * published policy it lacks what only Ingresses use (WAF, Shield, Cognito, certificate discovery, listener rules), and
 * every `any resource` is narrowed to the account, the region, the VPC or the cluster's tag.
 * @source kubernetes-sigs/aws-load-balancer-controller v3.5.0, docs/install/iam_policy.json; docs/deploy/installation.md
 * for the condition on the VPC
 */
export function loadBalancerControllerPolicy(scope: LoadBalancerControllerScope): readonly Statement[] {
  return [...observation(scope), ...securityGroups(scope), ...loadBalancers(scope), ...targets(scope)];
}

/** Describe actions know no resource, and the linked role is limited by its service. */
function observation({ accountId }: LoadBalancerControllerScope): readonly Statement[] {
  return [
    allow(
      'CreateLinkedRole',
      ['iam:CreateServiceLinkedRole'],
      [`arn:aws:iam::${accountId}:role/aws-service-role/elasticloadbalancing.amazonaws.com/*`],
      {
        StringEquals: { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' },
      },
    ),
    allow(
      'ReadNetwork',
      [
        'ec2:DescribeAccountAttributes',
        'ec2:DescribeAddresses',
        'ec2:DescribeAvailabilityZones',
        'ec2:DescribeCoipPools',
        'ec2:DescribeInstances',
        'ec2:DescribeInternetGateways',
        'ec2:DescribeIpamPools',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeRouteTables',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeTags',
        'ec2:DescribeVpcPeeringConnections',
        'ec2:DescribeVpcs',
        'ec2:GetCoipPoolUsage',
        'ec2:GetSecurityGroupsForVpc',
      ],
      ['*'],
    ),
    allow(
      'ReadLoadBalancers',
      [
        'elasticloadbalancing:DescribeCapacityReservation',
        'elasticloadbalancing:DescribeListenerAttributes',
        'elasticloadbalancing:DescribeListenerCertificates',
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeLoadBalancerAttributes',
        'elasticloadbalancing:DescribeLoadBalancers',
        'elasticloadbalancing:DescribeRules',
        'elasticloadbalancing:DescribeSSLPolicies',
        'elasticloadbalancing:DescribeTags',
        'elasticloadbalancing:DescribeTargetGroupAttributes',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
        'elasticloadbalancing:DescribeTrustStores',
      ],
      ['*'],
    ),
  ];
}

function securityGroups({ region, accountId, vpcId, clusterName }: LoadBalancerControllerScope): readonly Statement[] {
  const groups = `arn:aws:ec2:${region}:${accountId}:security-group/*`;
  const vpc = `arn:aws:ec2:${region}:${accountId}:vpc/${vpcId}`;
  return [
    allow(
      'OpenPodsToLoadBalancers',
      ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
      [groups],
      {
        ArnEquals: { 'ec2:Vpc': vpc },
      },
    ),
    allow('CreateSecurityGroups', ['ec2:CreateSecurityGroup'], [groups, vpc]),
    allow('TagNewSecurityGroups', ['ec2:CreateTags'], [groups], {
      StringEquals: { 'ec2:CreateAction': 'CreateSecurityGroup', ...requested(clusterName) },
    }),
    allow('TagOwnSecurityGroups', ['ec2:CreateTags', 'ec2:DeleteTags'], [groups], keepingTheTag(clusterName)),
    allow('DeleteOwnSecurityGroups', ['ec2:DeleteSecurityGroup'], [groups], { StringEquals: tagged(clusterName) }),
  ];
}

function loadBalancers(scope: LoadBalancerControllerScope): readonly Statement[] {
  const { clusterName, nlb } = scope;
  const elb = elbArn(scope);
  const [name, targetGroup] = nlb.madeBy === 'terraform' ? ['*', '*'] : [nlb.name, MADE_TARGET_GROUPS];
  const balancers = [elb(`loadbalancer/net/${name}/*`), elb(`targetgroup/${targetGroup}/*`)];
  const listeners = [elb(`listener/net/${name}/*/*`)];
  return [
    allow(
      'CreateLoadBalancers',
      ['elasticloadbalancing:CreateLoadBalancer', 'elasticloadbalancing:CreateTargetGroup'],
      balancers,
      { StringEquals: requested(clusterName) },
    ),
    allow('TagNewLoadBalancers', ['elasticloadbalancing:AddTags'], balancers, {
      StringEquals: {
        'elasticloadbalancing:CreateAction': ['CreateTargetGroup', 'CreateLoadBalancer'],
        ...requested(clusterName),
      },
    }),
    allow('TagOwnLoadBalancers', TAG_ACTIONS, balancers, keepingTheTag(clusterName)),
    allow(
      'ChangeOwnLoadBalancers',
      [
        'elasticloadbalancing:DeleteLoadBalancer',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:ModifyCapacityReservation',
        'elasticloadbalancing:ModifyIpPools',
        'elasticloadbalancing:ModifyListenerAttributes',
        'elasticloadbalancing:ModifyLoadBalancerAttributes',
        'elasticloadbalancing:ModifyTargetGroup',
        'elasticloadbalancing:ModifyTargetGroupAttributes',
        'elasticloadbalancing:SetIpAddressType',
        'elasticloadbalancing:SetSecurityGroups',
        'elasticloadbalancing:SetSubnets',
      ],
      [...balancers, ...listeners],
      { StringEquals: tagged(clusterName) },
    ),
    allow('KeepListeners', LISTENER_ACTIONS, [elb(`loadbalancer/net/${name}/*`), ...listeners]),
    allow('TagListeners', TAG_ACTIONS, listeners),
    ...(nlb.madeBy === 'terraform'
      ? [
          deny(
            'LeaveTerraformsListeners',
            [...LISTENER_ACTIONS, ...TAG_ACTIONS],
            [elb(`loadbalancer/net/${nlb.name}/*`), elb(`listener/net/${nlb.name}/*/*`)],
          ),
        ]
      : []),
  ];
}

/** Listeners carry no cluster tag when they are made, so these actions are narrowed by the owner's name instead. */
const LISTENER_ACTIONS = [
  'elasticloadbalancing:AddListenerCertificates',
  'elasticloadbalancing:CreateListener',
  'elasticloadbalancing:DeleteListener',
  'elasticloadbalancing:ModifyListener',
  'elasticloadbalancing:RemoveListenerCertificates',
];
const TAG_ACTIONS = ['elasticloadbalancing:AddTags', 'elasticloadbalancing:RemoveTags'];

/** The controller names its own target groups `k8s-<namespace>-<service>-<hash>`. */
const MADE_TARGET_GROUPS = 'k8s-*';

function targets(scope: LoadBalancerControllerScope): readonly Statement[] {
  const { nlb } = scope;
  const elb = elbArn(scope);
  const names = nlb.madeBy === 'terraform' ? [nlb.targetGroupName, MADE_TARGET_GROUPS] : [MADE_TARGET_GROUPS];
  return [
    allow(
      'RegisterPods',
      ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'],
      names.map((name) => elb(`targetgroup/${name}/*`)),
    ),
  ];
}

function elbArn({ region, accountId }: LoadBalancerControllerScope) {
  return (resource: string) => `arn:aws:elasticloadbalancing:${region}:${accountId}:${resource}`;
}

function requested(clusterName: string) {
  return { [`aws:RequestTag/${CLUSTER_TAG}`]: clusterName };
}

function tagged(clusterName: string) {
  return { [`aws:ResourceTag/${CLUSTER_TAG}`]: clusterName };
}

/** The resource is the cluster's, and the request leaves the tag that says so alone. */
function keepingTheTag(clusterName: string): Condition {
  return { StringEquals: tagged(clusterName), Null: { [`aws:RequestTag/${CLUSTER_TAG}`]: 'true' } };
}
