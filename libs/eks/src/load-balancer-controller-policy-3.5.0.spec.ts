import { loadBalancerControllerPolicy } from './load-balancer-controller-policy-3.5.0';

const SCOPE = { region: 'eu-central-1', accountId: '222222222222', vpcId: 'vpc-1', clusterName: 'acme-payments' };
const POLICY = loadBalancerControllerPolicy({
  ...SCOPE,
  nlb: { madeBy: 'terraform', name: 'acme-payments-nlb', targetGroupName: 'acme-payments-pods' },
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

function allowed(sid: string) {
  const found = POLICY.find((statement) => statement.Sid === sid);
  if (!found) throw new Error(`no statement ${sid}`);
  return found;
}

describe('loadBalancerControllerPolicy', () => {
  it('allows the actions of the published policy but for those left out by name', () => {
    const granted = new Set(POLICY.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action));
    expect([...granted, ...LEFT_OUT].sort()).toEqual(PUBLISHED);
  });

  it('registers pods in the own target group and in those of the controller', () => {
    expect(allowed('RegisterPods').Resource).toEqual([
      'arn:aws:elasticloadbalancing:eu-central-1:222222222222:targetgroup/acme-payments-pods/*',
      'arn:aws:elasticloadbalancing:eu-central-1:222222222222:targetgroup/k8s-*/*',
    ]);
  });

  it('opens security groups of the one VPC only', () => {
    expect(allowed('OpenPodsToLoadBalancers')).toEqual({
      Sid: 'OpenPodsToLoadBalancers',
      Effect: 'Allow',
      Action: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
      Resource: ['arn:aws:ec2:eu-central-1:222222222222:security-group/*'],
      Condition: { ArnEquals: { 'ec2:Vpc': 'arn:aws:ec2:eu-central-1:222222222222:vpc/vpc-1' } },
    });
  });

  it("leaves the listeners of Terraform's load balancer alone", () => {
    expect(POLICY.filter(({ Effect }) => Effect === 'Deny').map(({ Resource }) => Resource)).toEqual([
      [
        'arn:aws:elasticloadbalancing:eu-central-1:222222222222:loadbalancer/net/acme-payments-nlb/*',
        'arn:aws:elasticloadbalancing:eu-central-1:222222222222:listener/net/acme-payments-nlb/*/*',
      ],
    ]);
  });

  it('changes no resource of any account or region but its own', () => {
    const open = POLICY.filter(({ Resource = [] }) => Resource.some((arn) => arn === '*'));
    expect(open.map(({ Sid }) => Sid)).toEqual(['ReadNetwork', 'ReadLoadBalancers']);
    expect(open.flatMap(({ Action }) => Action).filter((action) => !/:(Describe|Get)/.test(action))).toEqual([]);
  });

  it('is, whole', () => {
    expect(POLICY).toMatchSnapshot();
  });

  it('has the same actions where the controller makes the NLB, and denies none of them', () => {
    expect(DIRECT.map(({ Sid, Action }) => [Sid, Action])).toEqual(
      POLICY.filter(({ Effect }) => Effect === 'Allow').map(({ Sid, Action }) => [Sid, Action]),
    );
  });

  it('makes and changes no load balancer but the one of its name, where it makes it', () => {
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
