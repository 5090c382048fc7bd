import {
  CreateBucketCommand,
  GetBucketTaggingCommand,
  HeadBucketCommand,
  ListObjectVersionsCommand,
  PutBucketTaggingCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { BucketLocationConstraint } from '@aws-sdk/client-s3';
import type { PlatformConfig } from '@central-ingress/config';
import { OUR_TAG, stateBucketName } from '@central-ingress/naming';
import { BUCKET_SETTINGS } from './bucket-settings';
import { bucketNotOurs, bucketOfAnotherAccount } from './errors';
import { operatorCredentials } from './operator-credentials';

/** What a bootstrap found and did. */
export interface BootstrapResult {
  readonly accountId: string;
  readonly bucket: string;
  readonly created: boolean;
  /** Names of the settings that did not hold and were set. */
  readonly changed: readonly string[];
}

/** Name of the state bucket of one account. */
export function bucketOf(platform: PlatformConfig, accountId: string): string {
  return stateBucketName(platform.namePrefix, accountId, platform.region);
}

/**
 * Makes the state bucket of one account, or brings the one that is there to what it must be. Running it again changes
 * nothing. A bucket that is not ours is never touched.
 * @throws StateBucketError when the account cannot be reached or the name is taken
 * @source aws-samples s3_state_buckets.sh
 */
export async function bootstrapAccount(platform: PlatformConfig, accountId: string): Promise<BootstrapResult> {
  const credentials = await operatorCredentials(platform, accountId);
  const s3 = new S3Client({ region: platform.region, credentials });
  const bucket = bucketOf(platform, accountId);
  try {
    const created = await ensureBucket(s3, bucket, accountId, platform.region);
    if (!created) await refuseForeignBucket(s3, bucket);
    await s3.send(new PutBucketTaggingCommand({ Bucket: bucket, Tagging: { TagSet: tagsOf(platform) } }));
    const changed: string[] = [];
    for (const setting of BUCKET_SETTINGS) {
      if (await setting.holds(s3, bucket).catch(missingIsFalse)) continue;
      await setting.set(s3, bucket);
      changed.push(setting.name);
    }
    return { accountId, bucket, created, changed };
  } finally {
    s3.destroy();
  }
}

function tagsOf(platform: PlatformConfig): { Key: string; Value: string }[] {
  const tags = Object.entries({ ...platform.tags, [OUR_TAG.key]: OUR_TAG.value });
  return tags.map(([Key, Value]) => ({ Key, Value }));
}

/** @returns true when the bucket was made now */
async function ensureBucket(s3: S3Client, bucket: string, accountId: string, region: string): Promise<boolean> {
  try {
    await s3.send(new HeadBucketCommand({ Bucket: bucket, ExpectedBucketOwner: accountId }));
    return false;
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 403 || status === 301) throw bucketOfAnotherAccount(bucket, accountId);
    if (status !== 404) throw error;
  }
  // us-east-1 is the one region that S3 does not take as a location constraint.
  const LocationConstraint = region === 'us-east-1' ? undefined : (region as BucketLocationConstraint);
  try {
    await s3.send(
      new CreateBucketCommand({
        Bucket: bucket,
        ObjectOwnership: 'BucketOwnerEnforced',
        ...(LocationConstraint ? { CreateBucketConfiguration: { LocationConstraint } } : {}),
      }),
    );
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'BucketAlreadyExists') throw bucketOfAnotherAccount(bucket, accountId);
    if (name !== 'BucketAlreadyOwnedByYou') throw error;
  }
  return true;
}

/** An empty bucket without tags is one whose bootstrap was cut off after its creation, and is taken up again. */
async function refuseForeignBucket(s3: S3Client, bucket: string): Promise<void> {
  const tags = await s3
    .send(new GetBucketTaggingCommand({ Bucket: bucket }))
    .then(({ TagSet }) => TagSet ?? [], missingIsEmpty);
  if (tags.some(({ Key, Value }) => Key === OUR_TAG.key && Value === OUR_TAG.value)) return;
  if (tags.length) throw bucketNotOurs(bucket, `tags ${tags.map(({ Key, Value }) => `${Key}=${Value}`).join(', ')}`);
  const { Versions, DeleteMarkers } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, MaxKeys: 1 }));
  if (Versions?.length || DeleteMarkers?.length) throw bucketNotOurs(bucket, 'objects and no tags');
}

/** S3 answers 404 for a setting that was never made. */
function missingIsFalse(error: unknown): false {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
  throw error;
}

function missingIsEmpty(error: unknown): [] {
  missingIsFalse(error);
  return [];
}
