import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { allow, policyDocument } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { clusterName, physicalName } from '@central-ingress/naming';
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
    const cluster = clusterName(platform.namePrefix, tenant.connectionName);
    const key = new KmsKey(this, 'key', {
      description: `Encrypts the Kubernetes secrets of ${cluster}`,
      enableKeyRotation: true,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: policyDocument(keyPolicy(tenant.accountId, clusterRoleArn)),
      tags: { Name: physicalName('Name tag', cluster, 'secrets') },
    });
    new KmsAlias(this, 'alias', {
      name: physicalName('KMS alias', `alias/${cluster}`, 'secrets'),
      targetKeyId: key.keyId,
    });
    this.arn = key.arn;
  }
}

/** IAM decides who keeps the key, and only the cluster reads with it: the account itself gets no right to decrypt. */
function keyPolicy(accountId: string, clusterRoleArn: string): readonly Statement[] {
  const keeping = allow(
    'AccountKeepsTheKeyThroughIam',
    [
      'kms:CancelKeyDeletion',
      'kms:CreateAlias',
      // Whoever creates the cluster grants EKS the key's use.
      'kms:CreateGrant',
      'kms:DeleteAlias',
      'kms:DescribeKey',
      'kms:DisableKey',
      'kms:DisableKeyRotation',
      'kms:EnableKey',
      'kms:EnableKeyRotation',
      'kms:GetKeyPolicy',
      'kms:GetKeyRotationStatus',
      'kms:ListGrants',
      'kms:ListResourceTags',
      'kms:PutKeyPolicy',
      'kms:RevokeGrant',
      'kms:ScheduleKeyDeletion',
      'kms:TagResource',
      'kms:UntagResource',
      'kms:UpdateAlias',
      'kms:UpdateKeyDescription',
    ],
    ['*'],
  );
  const using = allow(
    'ClusterEncryptsSecrets',
    ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ListGrants'],
    ['*'],
  );
  return [
    { ...keeping, Principal: { AWS: [`arn:aws:iam::${accountId}:root`] } },
    { ...using, Principal: { AWS: [clusterRoleArn] } },
  ];
}
