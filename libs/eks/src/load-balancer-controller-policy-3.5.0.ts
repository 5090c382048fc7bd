import { allow } from '@central-ingress/iam-policy';
import type { Condition, Statement } from '@central-ingress/iam-policy';

/** Version of the AWS Load Balancer Controller that the policy belongs to; both change together. */
export const LOAD_BALANCER_CONTROLLER_VERSION = '3.5.0';

/** The NLB through which requests reach the cluster. */
export type ControlledNlb =
  /** Terraform owns it with its target group, and the controller only registers pods there. */
  | { readonly madeBy: 'terraform'; readonly targetGroupName: string }
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
 * What the controller needs. Where Terraform makes the NLB: to look around, to register pods in the one target group, and
 * to open them to the NLB, so that in a shared account it reaches no load balancer at all. Where the controller makes it:
 * to own that one load balancer, and the target groups and security groups that it has made and tagged for this cluster
 * itself. Against the published policy it lacks what only Ingresses use (WAF, Shield, Cognito, certificate discovery,
 * listener rules), and every `any resource` is narrowed to the account, the region, the VPC or the cluster's tag.
 * @source kubernetes-sigs/aws-load-balancer-controller v3.5.0, docs/install/iam_policy.json; docs/deploy/installation.md
 * for the condition on the VPC and for what bindings need; pkg/targetgroupbinding for what they call
 */
export function loadBalancerControllerPolicy(scope: LoadBalancerControllerScope): readonly Statement[] {
  const { nlb } = scope;
  const shared = [...reads(), opensPods(scope)];
  if (nlb.madeBy === 'terraform') return [...shared, registersPods(scope, nlb.targetGroupName)];
  return [
    createsLinkedRole(scope),
    ...shared,
    ...securityGroups(scope),
    ...loadBalancers(scope, nlb.name),
    registersPods(scope, MADE_TARGET_GROUPS),
  ];
}

function createsLinkedRole({ accountId }: LoadBalancerControllerScope): Statement {
  return allow(
    'CreateLinkedRole',
    ['iam:CreateServiceLinkedRole'],
    [`arn:aws:iam::${accountId}:role/aws-service-role/elasticloadbalancing.amazonaws.com/*`],
    { StringEquals: { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' } },
  );
}

/** Describe actions know no resource. */
function reads(): readonly Statement[] {
  return [
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

function opensPods(scope: LoadBalancerControllerScope): Statement {
  const { groups, vpc } = networkArns(scope);
  return allow(
    'OpenPodsToLoadBalancers',
    ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
    [groups],
    { ArnEquals: { 'ec2:Vpc': vpc } },
  );
}

function securityGroups(scope: LoadBalancerControllerScope): readonly Statement[] {
  const { clusterName } = scope;
  const { groups, vpc } = networkArns(scope);
  return [
    allow('CreateSecurityGroups', ['ec2:CreateSecurityGroup'], [groups, vpc]),
    allow('TagNewSecurityGroups', ['ec2:CreateTags'], [groups], {
      StringEquals: { 'ec2:CreateAction': 'CreateSecurityGroup', ...requested(clusterName) },
    }),
    allow('TagOwnSecurityGroups', ['ec2:CreateTags', 'ec2:DeleteTags'], [groups], keepingTheTag(clusterName)),
    allow('DeleteOwnSecurityGroups', ['ec2:DeleteSecurityGroup'], [groups], { StringEquals: tagged(clusterName) }),
  ];
}

function loadBalancers(scope: LoadBalancerControllerScope, name: string): readonly Statement[] {
  const { clusterName } = scope;
  const elb = elbArn(scope);
  const balancers = [elb(`loadbalancer/net/${name}/*`), elb(`targetgroup/${MADE_TARGET_GROUPS}/*`)];
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

function registersPods(scope: LoadBalancerControllerScope, targetGroup: string): Statement {
  return allow(
    'RegisterPods',
    ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'],
    [elbArn(scope)(`targetgroup/${targetGroup}/*`)],
  );
}

function networkArns({ region, accountId, vpcId }: LoadBalancerControllerScope) {
  const ec2 = `arn:aws:ec2:${region}:${accountId}`;
  return { groups: `${ec2}:security-group/*`, vpc: `${ec2}:vpc/${vpcId}` };
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
