import type { PlatformConfig } from '@central-ingress/config';
import { allow } from '@central-ingress/iam-policy';
import type { Statement } from '@central-ingress/iam-policy';
import { stateBucketName } from '@central-ingress/naming';

/**
 * The rights that Terraform's S3 backend with a native lock file needs for some state keys, and no more: a state is
 * never deleted, its lock file is.
 * @param stateKeys keys in the account's state bucket, with `*` for any owner
 * @source developer.hashicorp.com/terraform/language/backend/s3, required permissions
 */
export function stateAccess(
  platform: PlatformConfig,
  accountId: string,
  stateKeys: readonly string[],
): readonly Statement[] {
  const bucketArn = `arn:aws:s3:::${stateBucketName(platform.namePrefix, accountId, platform.region)}`;
  const states = stateKeys.map((key) => `${bucketArn}/${key}`);
  // At init the backend lists the workspaces below env:/, though there are none.
  const prefixes = [...stateKeys, ...stateKeys.map((key) => `${key}.tflock`), 'env:/'];
  return [
    allow('ListStates', ['s3:ListBucket'], [bucketArn], { StringLike: { 's3:prefix': prefixes } }),
    allow('KeepStates', ['s3:GetObject', 's3:PutObject'], states),
    allow(
      'LockStates',
      ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      states.map((state) => `${state}.tflock`),
    ),
  ];
}
