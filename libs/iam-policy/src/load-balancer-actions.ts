/**
 * What Terraform calls to create, change and delete one load balancer with its listeners, an ALB or an NLB.
 * @source Service Authorization Reference, AWS Elastic Load Balancing V2
 */
export const LOAD_BALANCER_KEEPING_ACTIONS = [
  'elasticloadbalancing:AddTags',
  'elasticloadbalancing:CreateListener',
  'elasticloadbalancing:CreateLoadBalancer',
  'elasticloadbalancing:DeleteListener',
  'elasticloadbalancing:DeleteLoadBalancer',
  'elasticloadbalancing:ModifyListener',
  'elasticloadbalancing:ModifyListenerAttributes',
  'elasticloadbalancing:ModifyLoadBalancerAttributes',
  'elasticloadbalancing:RemoveTags',
  'elasticloadbalancing:SetSecurityGroups',
  'elasticloadbalancing:SetSubnets',
] as const;

/** What Terraform reads of a load balancer and its listeners; AWS cannot limit it to resources. */
export const LOAD_BALANCER_READING_ACTIONS = [
  'elasticloadbalancing:DescribeCapacityReservation',
  'elasticloadbalancing:DescribeListenerAttributes',
  'elasticloadbalancing:DescribeListeners',
  'elasticloadbalancing:DescribeLoadBalancerAttributes',
  'elasticloadbalancing:DescribeLoadBalancers',
  'elasticloadbalancing:DescribeTags',
] as const;
