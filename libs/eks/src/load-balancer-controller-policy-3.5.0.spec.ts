import { isAllowed } from '@central-ingress/iam-policy';
import { loadBalancerControllerPolicy } from './load-balancer-controller-policy-3.5.0';

const SCOPE = { region: 'eu-central-1', accountId: '222222222222', vpcId: 'vpc-1', clusterName: 'acme-payments' };
const CENTRAL = loadBalancerControllerPolicy({
  ...SCOPE,
  nlb: { madeBy: 'terraform', targetGroupName: 'acme-payments-pods' },
});
const DIRECT = loadBalancerControllerPolicy({ ...SCOPE, nlb: { madeBy: 'controller', name: 'acme-payments-nlb' } });

/** Actions of the published policy that only Ingresses, certificate discovery, WAF and Shield use. */
const LEFT_OUT = [
  'acm:DescribeCertificate',
  'acm:ListCertificates',
  'cognito-idp:DescribeUserPoolClient',
  'elasticloadbalancing:CreateRule',
  'elasticloadbalancing:DeleteRule',
  'elasticloadbalancing:ModifyRule',
  'elasticloadbalancing:SetRulePriorities',
  'elasticloadbalancing:SetWebAcl',
  'iam:GetServerCertificate',
  'iam:ListServerCertificates',
  'shield:CreateProtection',
  'shield:DeleteProtection',
  'shield:DescribeProtection',
  'shield:GetSubscriptionState',
  'waf-regional:AssociateWebACL',
  'waf-regional:DisassociateWebACL',
  'waf-regional:GetWebACL',
  'waf-regional:GetWebACLForResource',
  'wafv2:AssociateWebACL',
  'wafv2:DisassociateWebACL',
  'wafv2:GetWebACL',
  'wafv2:GetWebACLForResource',
];

/** Every action of the published policy. @source docs/install/iam_policy.json of v3.5.0 */
const PUBLISHED = [
  'acm:DescribeCertificate',
  'acm:ListCertificates',
  'cognito-idp:DescribeUserPoolClient',
  'ec2:AuthorizeSecurityGroupIngress',
  'ec2:CreateSecurityGroup',
  'ec2:CreateTags',
  'ec2:DeleteSecurityGroup',
  'ec2:DeleteTags',
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
  'ec2:RevokeSecurityGroupIngress',
  'elasticloadbalancing:AddListenerCertificates',
  'elasticloadbalancing:AddTags',
  'elasticloadbalancing:CreateListener',
  'elasticloadbalancing:CreateLoadBalancer',
  'elasticloadbalancing:CreateRule',
  'elasticloadbalancing:CreateTargetGroup',
  'elasticloadbalancing:DeleteListener',
  'elasticloadbalancing:DeleteLoadBalancer',
  'elasticloadbalancing:DeleteRule',
  'elasticloadbalancing:DeleteTargetGroup',
  'elasticloadbalancing:DeregisterTargets',
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
  'elasticloadbalancing:ModifyCapacityReservation',
  'elasticloadbalancing:ModifyIpPools',
  'elasticloadbalancing:ModifyListener',
  'elasticloadbalancing:ModifyListenerAttributes',
  'elasticloadbalancing:ModifyLoadBalancerAttributes',
  'elasticloadbalancing:ModifyRule',
  'elasticloadbalancing:ModifyTargetGroup',
  'elasticloadbalancing:ModifyTargetGroupAttributes',
  'elasticloadbalancing:RegisterTargets',
  'elasticloadbalancing:RemoveListenerCertificates',
  'elasticloadbalancing:RemoveTags',
  'elasticloadbalancing:SetIpAddressType',
  'elasticloadbalancing:SetRulePriorities',
  'elasticloadbalancing:SetSecurityGroups',
  'elasticloadbalancing:SetSubnets',
  'elasticloadbalancing:SetWebAcl',
  'iam:CreateServiceLinkedRole',
  'iam:GetServerCertificate',
  'iam:ListServerCertificates',
  'shield:CreateProtection',
  'shield:DeleteProtection',
  'shield:DescribeProtection',
  'shield:GetSubscriptionState',
  'waf-regional:AssociateWebACL',
  'waf-regional:DisassociateWebACL',
  'waf-regional:GetWebACL',
  'waf-regional:GetWebACLForResource',
  'wafv2:AssociateWebACL',
  'wafv2:DisassociateWebACL',
  'wafv2:GetWebACL',
  'wafv2:GetWebACLForResource',
];

/** The published policy for those who use TargetGroupBinding only. @source docs/deploy/installation.md of v3.5.0 */
const PUBLISHED_FOR_BINDINGS = [
  'ec2:DescribeInstances',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeVpcs',
  'elasticloadbalancing:DeregisterTargets',
  'elasticloadbalancing:DescribeTargetGroups',
  'elasticloadbalancing:DescribeTargetHealth',
  'elasticloadbalancing:ModifyTargetGroup',
  'elasticloadbalancing:ModifyTargetGroupAttributes',
  'elasticloadbalancing:RegisterTargets',
];
/** Of these v3.5.0 calls none for a binding, and the target group is Terraform's. */
const NOT_CALLED = ['elasticloadbalancing:ModifyTargetGroup', 'elasticloadbalancing:ModifyTargetGroupAttributes'];

const actionsOf = (policy: typeof DIRECT) => policy.flatMap(({ Action }) => Action);
const isWrite = (action: string) => !/:(Describe|Get)/.test(action);

function find(policy: typeof DIRECT, sid: string) {
  const found = policy.find((statement) => statement.Sid === sid);
  if (!found) throw new Error(`no statement ${sid}`);
  return found;
}

describe.each([
  ['Terraform', CENTRAL],
  ['the controller', DIRECT],
])('loadBalancerControllerPolicy, where %s makes the NLB', (_maker, policy) => {
  it('opens security groups of the one VPC only', () => {
    expect(find(policy, 'OpenPodsToLoadBalancers')).toEqual({
      Sid: 'OpenPodsToLoadBalancers',
      Effect: 'Allow',
      Action: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
      Resource: ['arn:aws:ec2:eu-central-1:222222222222:security-group/*'],
      Condition: { ArnEquals: { 'ec2:Vpc': 'arn:aws:ec2:eu-central-1:222222222222:vpc/vpc-1' } },
    });
  });

  it('changes no resource of any account or region but its own', () => {
    const open = policy.filter(({ Resource = [] }) => Resource.some((arn) => arn === '*'));
    expect(open.map(({ Sid }) => Sid)).toEqual(['ReadNetwork', 'ReadLoadBalancers']);
    expect(actionsOf(open).filter(isWrite)).toEqual([]);
  });

  it('is, whole', () => {
    expect(policy).toMatchSnapshot();
  });
});

describe('loadBalancerControllerPolicy, where Terraform makes the NLB', () => {
  it('registers pods, opens them to the NLB, and writes nothing else', () => {
    expect(actionsOf(CENTRAL).filter(isWrite).sort()).toEqual([
      'ec2:AuthorizeSecurityGroupIngress',
      'ec2:RevokeSecurityGroupIngress',
      'elasticloadbalancing:DeregisterTargets',
      'elasticloadbalancing:RegisterTargets',
    ]);
  });

  it('holds what is published for bindings only, but for what is not called', () => {
    expect(PUBLISHED_FOR_BINDINGS.filter((action) => !actionsOf(CENTRAL).includes(action))).toEqual(NOT_CALLED);
  });

  it('registers them in the target group of the tenant only', () => {
    expect(find(CENTRAL, 'RegisterPods').Resource).toEqual([
      'arn:aws:elasticloadbalancing:eu-central-1:222222222222:targetgroup/acme-payments-pods/*',
    ]);
  });

  it.each(['listener/net/acme-storefront-nlb/1/2', 'loadbalancer/net/acme-storefront-nlb/1', 'targetgroup/k8s-1/1'])(
    'changes no %s of another tenant of the account, also with the tag of the cluster',
    (resource) => {
      const arn = `arn:aws:elasticloadbalancing:eu-central-1:222222222222:${resource}`;
      const context = { 'aws:ResourceTag/elbv2.k8s.aws/cluster': 'acme-payments' };
      const may = actionsOf(DIRECT).filter((action) => isAllowed(CENTRAL, { action, resource: arn, context }));
      expect(may.filter(isWrite)).toEqual([]);
    },
  );
});

describe('loadBalancerControllerPolicy, where the controller makes the NLB', () => {
  it('allows the actions of the published policy but for those left out by name', () => {
    expect([...new Set([...actionsOf(DIRECT), ...LEFT_OUT])].sort()).toEqual(PUBLISHED);
  });

  it('denies nothing', () => {
    expect(DIRECT.filter(({ Effect }) => Effect === 'Deny')).toEqual([]);
  });

  it('makes and changes no load balancer but the one of its name', () => {
    const onBalancers = DIRECT.filter(({ Resource = [] }) =>
      Resource.some((arn) => /:(loadbalancer|listener)/.test(arn)),
    );
    const arns = new Set(onBalancers.flatMap(({ Resource = [] }) => Resource));
    expect([...arns].sort()).toEqual([
      'arn:aws:elasticloadbalancing:eu-central-1:222222222222:listener/net/acme-payments-nlb/*/*',
      'arn:aws:elasticloadbalancing:eu-central-1:222222222222:loadbalancer/net/acme-payments-nlb/*',
      'arn:aws:elasticloadbalancing:eu-central-1:222222222222:targetgroup/k8s-*/*',
    ]);
    expect(DIRECT.find(({ Sid }) => Sid === 'CreateLoadBalancers')?.Condition).toEqual({
      StringEquals: { 'aws:RequestTag/elbv2.k8s.aws/cluster': 'acme-payments' },
    });
    expect(DIRECT.find(({ Sid }) => Sid === 'RegisterPods')?.Resource).toEqual([
      'arn:aws:elasticloadbalancing:eu-central-1:222222222222:targetgroup/k8s-*/*',
    ]);
  });
});
