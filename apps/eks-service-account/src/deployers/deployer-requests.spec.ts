import { isAllowed } from '@central-ingress/iam-policy';
import type { AccessRequest, Statement } from '@central-ingress/iam-policy';
import { exampleStack } from '../example-stacks';

type Context = NonNullable<AccessRequest['context']>;

const ROLES = exampleStack('roles');
const CEILING = statements('deployer-boundary');
const DEPLOYERS = {
  // These two create roles, and so have a ceiling themselves.
  network: [statements('network'), CEILING],
  cluster: [statements('cluster'), CEILING],
  ingress: [statements('ingress')],
};

function statements(owner: string): readonly Statement[] {
  const policy = ROLES.at(`${owner}/policy`).body['policy'] as string;
  return (JSON.parse(policy) as { Statement: Statement[] }).Statement;
}

/** Whether a deployer of the example tenant may do something with a resource: by its policy and by its ceiling. */
function may(duty: keyof typeof DEPLOYERS, action: string, resource: string, context: Context): boolean {
  const request = { action, resource, context: { 'aws:RequestedRegion': 'eu-central-1', ...context } };
  return DEPLOYERS[duty].every((policy) => isAllowed(policy, request));
}

function mayEc2(duty: keyof typeof DEPLOYERS, action: string, type: string, context: Context = {}): boolean {
  return may(duty, `ec2:${action}`, `arn:aws:ec2:eu-central-1:222222222222:${type}/${type}-1`, context);
}

const own = (stack: string): Context => ({ 'aws:ResourceTag/stack': stack });
const asking = (stack: string): Context => ({ 'aws:RequestTag/stack': stack });
/** Tags of things that are not the deployer's: of another tenant of the account, of nobody, of its own cluster. */
const FOREIGN: readonly (readonly [string, Context])[] = [
  ['another stack', own('storefront-networking')],
  ['nobody', {}],
  ['somebody who names things', { 'aws:ResourceTag/Name': 'theirs' }],
];

const LAUNCH_TEMPLATE = 'arn:aws:ec2:eu-central-1:222222222222:launch-template/lt-1';

describe('requests of the cluster deployer', () => {
  const started = { 'ec2:LaunchTemplate': LAUNCH_TEMPLATE };

  it.each(['instance', 'network-interface', 'security-group', 'subnet', 'volume', 'launch-template'])(
    'may use the %s to start nodes from a template, which EKS asks when it creates a node group',
    (type) => {
      expect(mayEc2('cluster', 'RunInstances', type, started)).toBe(true);
      expect(mayEc2('cluster', 'RunInstances', type)).toBe(false);
    },
  );

  // For CreateTags AWS knows no launch template.
  it.each(['instance', 'network-interface', 'volume'])('may tag the %s as it starts, and at no other time', (type) => {
    expect(mayEc2('cluster', 'CreateTags', type, { 'ec2:CreateAction': 'RunInstances' })).toBe(true);
    expect(mayEc2('cluster', 'CreateTags', type, { 'ec2:CreateAction': 'CreateVolume' })).toBe(false);
    expect(mayEc2('cluster', 'CreateTags', type)).toBe(false);
  });
});

describe('requests of the cluster deployer on the private API', () => {
  const ofCluster = (name: string): Context => ({ 'aws:ResourceTag/aws:eks:cluster-name': name });

  it.each(['AuthorizeSecurityGroupIngress', 'ModifySecurityGroupRules', 'RevokeSecurityGroupIngress'])(
    'may %s in the security group that EKS has made for its cluster, and in no other',
    (action) => {
      expect(mayEc2('cluster', action, 'security-group', ofCluster('acme-payments'))).toBe(true);
      expect(mayEc2('cluster', action, 'security-group', ofCluster('acme-storefront'))).toBe(false);
      expect(mayEc2('cluster', action, 'security-group', own('payments-cluster'))).toBe(false);
    },
  );

  it('creates rules with its own tag', () => {
    const create = (context: Context) =>
      mayEc2('cluster', 'AuthorizeSecurityGroupIngress', 'security-group-rule', context);
    expect([create(asking('payments-cluster')), create(asking('storefront-cluster')), create({})]).toEqual([
      true,
      false,
      false,
    ]);
    const creating = { 'ec2:CreateAction': 'AuthorizeSecurityGroupIngress' };
    expect(mayEc2('cluster', 'CreateTags', 'security-group-rule', creating)).toBe(true);
  });
});

describe.each([
  ['network', 'payments-networking', 'vpc'],
  ['network', 'payments-networking', 'route-table'],
  ['network', 'payments-networking', 'vpc-endpoint'],
  ['network', 'payments-networking', 'security-group-rule'],
  ['ingress', 'payments-ingress', 'security-group'],
  ['ingress', 'payments-ingress', 'vpc-endpoint-service'],
  ['cluster', 'payments-cluster', 'launch-template'],
  ['cluster', 'payments-cluster', 'security-group-rule'],
] as const)(
  'requests of the %s deployer on the tags by which it is known what belongs to %s: %s',
  (duty, stack, type) => {
    it.each(FOREIGN)('takes nothing over from %s', (_whose, context) => {
      expect(mayEc2(duty, 'CreateTags', type, { ...context, ...asking(stack) })).toBe(false);
      expect(mayEc2(duty, 'DeleteTags', type, context)).toBe(false);
    });

    it('changes the tags of its own', () => {
      expect(mayEc2(duty, 'CreateTags', type, own(stack))).toBe(true);
      expect(mayEc2(duty, 'DeleteTags', type, own(stack))).toBe(true);
    });
  },
);

describe('requests of the cluster deployer on KMS keys', () => {
  const key = 'arn:aws:kms:eu-central-1:222222222222:key/1';
  const alias = 'arn:aws:kms:eu-central-1:222222222222:alias/acme-payments-secrets';
  const mayKms = (action: string, context: Context = {}, resource = key) =>
    may('cluster', `kms:${action}`, resource, context);

  it('creates a key with its tag, and tags none of another stack', () => {
    expect(mayKms('CreateKey', asking('payments-cluster'), '*')).toBe(true);
    expect(mayKms('CreateKey', {}, '*')).toBe(false);
    // KMS does not say whether a key that is just made has its tags already.
    expect(mayKms('TagResource', asking('payments-cluster'))).toBe(true);
    expect(mayKms('TagResource', { ...asking('payments-cluster'), ...own('payments-cluster') })).toBe(true);
    expect(mayKms('TagResource', { ...asking('payments-cluster'), ...own('storefront-cluster') })).toBe(false);
  });

  it.each(['CreateGrant', 'PutKeyPolicy', 'ScheduleKeyDeletion', 'UntagResource'])(
    'has no right to %s by a tag, which it could set itself',
    (action) => {
      expect(mayKms(action, own('payments-cluster'))).toBe(false);
    },
  );

  it.each(['DescribeKey', 'GetKeyPolicy', 'PutKeyPolicy', 'ScheduleKeyDeletion'])(
    'may %s by the alias of its cluster, also where the key names the role that it replaces',
    (action) => {
      expect(mayKms(action, { 'kms:ResourceAliases': ['alias/acme-payments-secrets'] })).toBe(true);
      expect(mayKms(action, { 'kms:ResourceAliases': ['alias/acme-storefront-secrets'] })).toBe(false);
    },
  );

  it('gives that alias to no key that does not name it', () => {
    expect(mayKms('CreateAlias', {}, alias)).toBe(true);
    expect(mayKms('CreateAlias', own('payments-cluster'))).toBe(false);
    expect(mayKms('UpdateAlias', own('payments-cluster'))).toBe(false);
  });
});

/** What creates what, and in which thing that is there already. */
const CREATIONS = [
  ['network', 'payments-networking', 'CreateVpc', 'vpc', []],
  ['network', 'payments-networking', 'CreateSubnet', 'subnet', ['vpc']],
  ['network', 'payments-networking', 'CreateRouteTable', 'route-table', ['vpc']],
  ['network', 'payments-networking', 'CreateSecurityGroup', 'security-group', ['vpc']],
  ['network', 'payments-networking', 'AuthorizeSecurityGroupIngress', 'security-group-rule', ['security-group']],
  ['network', 'payments-networking', 'CreateFlowLogs', 'vpc-flow-log', ['vpc']],
  [
    'network',
    'payments-networking',
    'CreateVpcEndpoint',
    'vpc-endpoint',
    ['vpc', 'route-table', 'subnet', 'security-group'],
  ],
  ['ingress', 'payments-ingress', 'AuthorizeSecurityGroupEgress', 'security-group-rule', ['security-group']],
  ['ingress', 'payments-ingress', 'CreateVpcEndpointServiceConfiguration', 'vpc-endpoint-service', []],
  ['cluster', 'payments-cluster', 'CreateLaunchTemplate', 'launch-template', []],
] as const;

describe.each(CREATIONS)('requests of the %s deployer of %s: %s', (duty, stack, action, made, places) => {
  it(`may make and tag the ${made} as its own only`, () => {
    expect(mayEc2(duty, action, made, asking(stack))).toBe(true);
    expect(mayEc2(duty, action, made, asking('storefront-networking'))).toBe(false);
    expect(mayEc2(duty, 'CreateTags', made, { 'ec2:CreateAction': action, ...asking(stack) })).toBe(true);
  });

  it(`may do so in its own ${places.join(', ') || 'account'}, and in no other one`, () => {
    for (const place of places) {
      expect(mayEc2(duty, action, place, own(stack))).toBe(true);
      const foreign = FOREIGN.filter(([, context]) => mayEc2(duty, action, place, { ...context, ...asking(stack) }));
      expect(foreign).toEqual([]);
    }
  });
});

describe.each([
  ['network', 'payments-networking', 'ModifyVpcAttribute', 'vpc'],
  ['network', 'payments-networking', 'ModifyVpcEndpoint', 'vpc-endpoint'],
  ['network', 'payments-networking', 'ModifySubnetAttribute', 'subnet'],
  ['network', 'payments-networking', 'AssociateRouteTable', 'route-table'],
  ['network', 'payments-networking', 'RevokeSecurityGroupEgress', 'security-group'],
  ['network', 'payments-networking', 'RevokeSecurityGroupIngress', 'security-group'],
  ['network', 'payments-networking', 'DeleteVpc', 'vpc'],
  ['ingress', 'payments-ingress', 'RevokeSecurityGroupEgress', 'security-group'],
  ['ingress', 'payments-ingress', 'ModifySecurityGroupRules', 'security-group-rule'],
  ['ingress', 'payments-ingress', 'ModifyVpcEndpointServicePermissions', 'vpc-endpoint-service'],
  ['cluster', 'payments-cluster', 'CreateLaunchTemplateVersion', 'launch-template'],
] as const)('requests of the %s deployer of %s: %s', (duty, stack, action, type) => {
  it(`changes a ${type} of its own only`, () => {
    expect(mayEc2(duty, action, type, own(stack))).toBe(true);
    expect(mayEc2(duty, action, type, own('storefront-networking'))).toBe(false);
    expect(mayEc2(duty, action, type, { 'aws:ResourceTag/Name': 'theirs' })).toBe(false);
  });
});

describe('requests of the ingress deployer', () => {
  it("makes a group in its tenant's VPC, and in no other one", () => {
    expect(mayEc2('ingress', 'CreateSecurityGroup', 'security-group', asking('payments-ingress'))).toBe(true);
    expect(mayEc2('ingress', 'CreateSecurityGroup', 'vpc', own('payments-networking'))).toBe(true);
    expect(mayEc2('ingress', 'CreateSecurityGroup', 'vpc', own('storefront-networking'))).toBe(false);
  });
});

describe('requests of the network deployer on the default security group, which AWS makes without tags', () => {
  const tagging = (context: Context) => mayEc2('network', 'CreateTags', 'security-group', context);

  it('may tag it as its own, and close it before and after', () => {
    expect(tagging(asking('payments-networking'))).toBe(true);
    for (const action of ['RevokeSecurityGroupEgress', 'RevokeSecurityGroupIngress']) {
      expect(mayEc2('network', action, 'security-group')).toBe(true);
      expect(mayEc2('network', action, 'security-group', own('payments-networking'))).toBe(true);
    }
  });

  it('may tag it as nothing else, and open it only once it is its own', () => {
    expect(tagging({})).toBe(false);
    expect(tagging(asking('storefront-networking'))).toBe(false);
    expect(mayEc2('network', 'AuthorizeSecurityGroupIngress', 'security-group')).toBe(false);
    expect(mayEc2('network', 'DeleteSecurityGroup', 'security-group')).toBe(false);
  });

  it.each([
    ['of another stack', 'stack'],
    ['that somebody has named', 'Name'],
    ['of a cluster', 'aws:eks:cluster-name'],
    ['of a load balancer controller', 'elbv2.k8s.aws/cluster'],
  ])('leaves alone a group %s', (_whose, tag) => {
    const theirs = { [`aws:ResourceTag/${tag}`]: 'theirs' };
    expect(tagging({ ...theirs, ...asking('payments-networking') })).toBe(false);
    expect(mayEc2('network', 'RevokeSecurityGroupIngress', 'security-group', theirs)).toBe(false);
  });
});

describe('requests of the ingress deployer on certificates', () => {
  const certificate = 'arn:aws:acm:eu-central-1:222222222222:certificate/1';
  const mayAcm = (action: string, context: Context = {}) => may('ingress', `acm:${action}`, certificate, context);

  // The provider reads a certificate again and again from the moment it has requested it.
  it.each(['DescribeCertificate', 'ListTagsForCertificate'])('may %s before its tags count', (action) => {
    expect(mayAcm(action)).toBe(true);
  });

  it('requests one with its tag, and tags none of another stack', () => {
    const asOurs = asking('payments-ingress');
    expect(may('ingress', 'acm:RequestCertificate', '*', asOurs)).toBe(true);
    expect(may('ingress', 'acm:RequestCertificate', '*', {})).toBe(false);
    expect(mayAcm('AddTagsToCertificate', asOurs)).toBe(true);
    expect(mayAcm('AddTagsToCertificate', own('payments-ingress'))).toBe(true);
    expect(mayAcm('AddTagsToCertificate', { ...asOurs, ...own('storefront-ingress') })).toBe(false);
  });

  it.each(['DeleteCertificate', 'GetCertificate', 'UpdateCertificateOptions'])('may %s of its own only', (action) => {
    expect(mayAcm(action, own('payments-ingress'))).toBe(true);
    expect(mayAcm(action, own('storefront-ingress'))).toBe(false);
    expect(mayAcm(action)).toBe(false);
  });
});
