import { allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { clusterName, controlPlaneLogGroupName, physicalName } from '@central-ingress/naming';
import { asStack, ofStack, tagsNew } from './deployer-scope';
import type { DeployerScope } from './deployer-scope';

/** AWS-managed policies that the cluster stack attaches to the roles it creates. */
export const CLUSTER_MANAGED_POLICIES = [
  'AmazonEKSClusterPolicy',
  'AmazonEKSWorkerNodePolicy',
  'AmazonEKS_CNI_Policy',
  'AmazonEC2ContainerRegistryPullOnly',
].map((name) => `arn:aws:iam::aws:policy/${name}`);

const LINKED_ROLE_SERVICES = ['eks.amazonaws.com', 'eks-nodegroup.amazonaws.com'];

/** What the stack `<tenant>-cluster` does in its account, beside creating the roles of the cluster. */
export function clusterRights(scope: DeployerScope, stackName: string): readonly Statement[] {
  const cluster = clusterName(scope.namePrefix, scope.connectionName);
  return [
    readRight(),
    ...eksRights(scope, cluster),
    ...ec2Rights(scope, cluster, stackName),
    ...keyRights(scope, cluster, stackName),
    ...identityRights(scope),
    ...scope.keepsLogGroup(controlPlaneLogGroupName(scope.namePrefix, scope.connectionName)),
  ];
}

/** What AWS cannot limit to resources. */
function readRight(): Statement {
  return allow(
    'ReadAccount',
    [
      'ec2:DescribeLaunchTemplate*',
      'ec2:DescribeSecurityGroup*',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
      'eks:DescribeAddonVersions',
      'kms:ListAliases',
    ],
    ['*'],
  );
}

function eksRights(scope: DeployerScope, cluster: string): readonly Statement[] {
  return [
    // Each family whole, as all of it is what Terraform keeps of one resource.
    allow(
      'KeepCluster',
      [
        'eks:*AccessEntry',
        'eks:*AccessPolicy',
        'eks:*Addon',
        'eks:*Nodegroup',
        'eks:CreateCluster',
        'eks:DeleteCluster',
        'eks:DescribeCluster',
        'eks:DescribeUpdate',
        'eks:ListAssociatedAccessPolicies',
        'eks:ListTagsForResource',
        'eks:TagResource',
        'eks:UntagResource',
        'eks:UpdateCluster*',
        'eks:UpdateNodegroup*',
      ],
      [
        scope.arn('eks', `cluster/${cluster}`),
        ...['access-entry', 'addon', 'nodegroup'].map((type) => scope.arn('eks', `${type}/${cluster}/*`)),
      ],
    ),
  ];
}

/**
 * Launch templates, the nodes that start from them, and the rules of the private API. What EC2 lets one create, tag and
 * change goes by the same tag, so the three share their statements: the longest policy has little room left.
 */
function ec2Rights(scope: DeployerScope, cluster: string, stackName: string): readonly Statement[] {
  const templates = scope.ec2('launch-template');
  const kept = scope.ec2('launch-template', 'security-group-rule');
  const creations = ['ec2:AuthorizeSecurityGroupIngress', 'ec2:CreateLaunchTemplate'];
  return [
    allow('CreateOwn', creations, kept, asStack(stackName)),
    // For tags AWS knows no launch template, only what the tagged thing is created by.
    tagsNew(
      'TagNew',
      [...creations, 'ec2:RunInstances'],
      [...kept, ...scope.ec2('instance', 'network-interface', 'volume')],
    ),
    allow(
      'KeepOwn',
      [
        'ec2:CreateLaunchTemplateVersion',
        'ec2:CreateTags',
        'ec2:DeleteLaunchTemplate',
        'ec2:DeleteLaunchTemplateVersions',
        'ec2:DeleteTags',
        'ec2:ModifyLaunchTemplate',
        'ec2:ModifySecurityGroupRules',
      ],
      kept,
      ofStack(stackName),
    ),
    // EKS asks whether its caller could start nodes from the template itself.
    allow(
      'StartNodesFromTemplates',
      ['ec2:RunInstances'],
      [
        ...scope.ec2('instance', 'launch-template', 'network-interface', 'security-group', 'subnet', 'volume'),
        `arn:aws:ec2:${scope.region}::image/*`,
      ],
      { ArnLike: { 'ec2:LaunchTemplate': templates } },
    ),
    // EKS makes the security group of the private API, and tags it with the cluster.
    allow(
      'OpenPrivateApi',
      ['ec2:AuthorizeSecurityGroupIngress', 'ec2:ModifySecurityGroupRules', 'ec2:RevokeSecurityGroupIngress'],
      scope.ec2('security-group'),
      { StringEquals: { 'aws:ResourceTag/aws:eks:cluster-name': cluster } },
    ),
  ];
}

const KEY_REGAINING_ACTIONS = [
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
];

/**
 * The key's own policy names the deployer; here is what precedes it, and what outlasts it. Nothing goes by a key's tags:
 * whoever creates a key with tags has to be allowed to tag any key.
 * @source KMS Developer Guide, "Controlling access to tags" and "Use aliases to control access to KMS keys"
 */
function keyRights(scope: DeployerScope, cluster: string, stackName: string): readonly Statement[] {
  const keys = [scope.arn('kms', 'key/*')];
  const alias = physicalName('KMS alias', `alias/${cluster}`, 'secrets');
  return [
    allow('CreateSecretsKey', ['kms:CreateKey'], ['*'], asStack(stackName)),
    allow('TagSecretsKey', ['kms:TagResource'], keys, {
      ...asStack(stackName),
      StringEqualsIfExists: { 'aws:ResourceTag/stack': stackName },
    }),
    // For a deployer made anew, whom the key does not name: enough to read the key and to write its policy anew, or to end
    // it. It can bring the alias to no other key, because that takes a right on the key too.
    allow('RegainSecretsKey', KEY_REGAINING_ACTIONS, keys, {
      'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [alias] },
    }),
    allow('NameSecretsKey', ['kms:CreateAlias', 'kms:DeleteAlias', 'kms:UpdateAlias'], [scope.arn('kms', alias)]),
  ];
}

function identityRights(scope: DeployerScope): readonly Statement[] {
  const { accountId, region } = scope;
  return [
    allow(
      'KeepIssuer',
      [
        'iam:AddClientIDToOpenIDConnectProvider',
        'iam:CreateOpenIDConnectProvider',
        'iam:DeleteOpenIDConnectProvider',
        'iam:GetOpenIDConnectProvider',
        'iam:RemoveClientIDFromOpenIDConnectProvider',
        'iam:TagOpenIDConnectProvider',
        'iam:UntagOpenIDConnectProvider',
        'iam:UpdateOpenIDConnectProviderThumbprint',
      ],
      [`arn:aws:iam::${accountId}:oidc-provider/oidc.eks.${region}.amazonaws.com/*`],
    ),
    scope.linkedRoles(...LINKED_ROLE_SERVICES),
    allow(
      'ReadLinkedRoles',
      ['iam:GetRole'],
      LINKED_ROLE_SERVICES.map((service) => `arn:aws:iam::${accountId}:role/aws-service-role/${service}/*`),
    ),
  ];
}
