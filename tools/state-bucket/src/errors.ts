import { OUR_TAG } from '@central-ingress/naming';
import { UserError } from '@central-ingress/user-error';

/** A state bucket that cannot be made or must not be touched; the message says why and what to do. */
export class StateBucketError extends UserError {}

/** The bucket's name is taken by another AWS account. */
export function bucketOfAnotherAccount(bucket: string, accountId: string): StateBucketError {
  return new StateBucketError(
    `${bucket}: the bucket exists and account ${accountId} does not own it; expected a free name. ` +
      'Change namePrefix in platform.yaml.',
  );
}

/** The bucket is in the account but not one that bootstrap made. */
export function bucketNotOurs(bucket: string, found: string): StateBucketError {
  return new StateBucketError(
    `${bucket}: the bucket exists and is not a state bucket of central-ingress; got ${found}; ` +
      `expected the tag ${OUR_TAG.key}=${OUR_TAG.value}. Remove the bucket, or tag it if its content may be kept here.`,
  );
}

/** The credentials at hand belong to another account. */
export function wrongAccount(expected: string, got: string): StateBucketError {
  return new StateBucketError(
    `account ${expected}: the credentials lead elsewhere; got account ${got}; expected account ${expected}. ` +
      'Correct operatorAccess in platform.yaml or the AWS profile.',
  );
}

/**
 * No credentials, or none that may become the operator of the account.
 * @param correct what names the access, to be corrected
 */
export function noAccess(accountId: string, via: string, cause: unknown, correct: string): StateBucketError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StateBucketError(
    `account ${accountId}: cannot be reached through ${via}; got "${why}". ` +
      `Log in to AWS with an identity that may use it, or ${correct}.`,
  );
}
