import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { KEY_KEEPING_ACTIONS, allow, policyDocument } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { clusterName, physicalName, roleArn, serviceRoleName } from '@central-ingress/naming';
import { Construct } from 'constructs';
import type { TenantProps } from './tenant-props';

/** Whose key it is and who encrypts with it. */
export interface SecretsKeyProps extends TenantProps {
  readonly clusterRoleArn: string;
}

/** Days between a key's destruction and its loss: a cluster restored in that time can still read its secrets. */
const DELETION_WINDOW_DAYS = 30;

/** The KMS key that encrypts one cluster's Kubernetes secrets, renewed every year by KMS. */
export class SecretsKey extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, { platform, tenant, clusterRoleArn }: SecretsKeyProps) {
    super(scope, id);
    const { namePrefix } = platform;
    const { accountId, connectionName } = tenant;
    const cluster = clusterName(namePrefix, connectionName);
    const deployerArn = roleArn(accountId, namePrefix, serviceRoleName(namePrefix, connectionName, 'cluster'));
    const key = new KmsKey(this, 'key', {
      description: `Encrypts the Kubernetes secrets of ${cluster}`,
      enableKeyRotation: true,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: policyDocument(keyPolicy(accountId, deployerArn, clusterRoleArn)),
      tags: { Name: physicalName('Name tag', cluster, 'secrets') },
    });
    new KmsAlias(this, 'alias', {
      name: physicalName('KMS alias', `alias/${cluster}`, 'secrets'),
      targetKeyId: key.keyId,
    });
    this.arn = key.arn;
  }
}

/** What an administrator of the account may do beside keeping the key: undo its deletion, and look into its grants. */
const RESCUING_ACTIONS = [
  'kms:CancelKeyDeletion',
  'kms:DisableKey',
  'kms:EnableKey',
  'kms:ListGrants',
  'kms:RevokeGrant',
];

/**
 * The deployer keeps the key, only the cluster reads with it, and the account keeps it through IAM: it gets no right to
 * decrypt. The deployer is named, because tags and aliases of a key may take five minutes to count for IAM, and the
 * provider reads the key at once. KMS turns the name of a deleted role into an id: a deployer that replaces it comes in
 * through the account's statement, by the key's alias, and its first deployment writes the policy anew.
 * @source KMS Developer Guide, "ABAC for AWS KMS" and "Default key policy"; EKS User Guide, "Encrypt Kubernetes secrets
 * with KMS": the condition `kms:GrantIsForAWSResource` does not hold when a cluster is created
 */
function keyPolicy(accountId: string, deployerArn: string, clusterRoleArn: string): readonly Statement[] {
  const rescuing = allow('AccountKeepsTheKeyThroughIam', [...KEY_KEEPING_ACTIONS, ...RESCUING_ACTIONS].sort(), ['*']);
  const keeping = allow('DeployerKeepsTheKey', KEY_KEEPING_ACTIONS, ['*']);
  const using = allow(
    'ClusterEncryptsSecrets',
    ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ListGrants'],
    ['*'],
  );
  return [
    { ...rescuing, Principal: { AWS: [`arn:aws:iam::${accountId}:root`] } },
    { ...keeping, Principal: { AWS: [deployerArn] } },
    { ...using, Principal: { AWS: [clusterRoleArn] } },
  ];
}
