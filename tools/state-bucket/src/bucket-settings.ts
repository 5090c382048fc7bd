import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';

/** One setting of the state bucket: how to see whether it holds, and how to make it hold. */
export interface BucketSetting {
  /** Words for the report, e.g. `versioning`. */
  readonly name: string;
  holds(s3: S3Client, bucket: string): Promise<boolean>;
  set(s3: S3Client, bucket: string): Promise<unknown>;
}

/** Days that a superseded state is kept. */
const SUPERSEDED_STATE_DAYS = 90;

const PUBLIC_ACCESS_BLOCK = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};

/** Everything a state bucket needs, in the order it is set: closed first, then safe, then tidy. */
export const BUCKET_SETTINGS: readonly BucketSetting[] = [
  {
    name: 'public access blocked',
    holds: async (s3, Bucket) => {
      const { PublicAccessBlockConfiguration } = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
      return Object.keys(PUBLIC_ACCESS_BLOCK).every(
        (key) => PublicAccessBlockConfiguration?.[key as keyof typeof PUBLIC_ACCESS_BLOCK] === true,
      );
    },
    set: (s3, Bucket) =>
      s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCK })),
  },
  {
    name: 'bucket owner enforced',
    holds: async (s3, Bucket) => {
      const { OwnershipControls } = await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));
      return OwnershipControls?.Rules?.[0]?.ObjectOwnership === 'BucketOwnerEnforced';
    },
    set: (s3, Bucket) =>
      s3.send(
        new PutBucketOwnershipControlsCommand({
          Bucket,
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        }),
      ),
  },
  {
    name: 'TLS only',
    holds: async (s3, Bucket) => {
      const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
      return JSON.stringify(JSON.parse(Policy ?? '{}')) === tlsOnlyPolicy(Bucket);
    },
    set: (s3, Bucket) => s3.send(new PutBucketPolicyCommand({ Bucket, Policy: tlsOnlyPolicy(Bucket) })),
  },
  {
    name: 'versioning',
    holds: async (s3, Bucket) => (await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status === 'Enabled',
    set: (s3, Bucket) =>
      s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })),
  },
  {
    name: 'encryption',
    holds: async (s3, Bucket) => {
      const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
      const rule = ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault;
      return rule?.SSEAlgorithm === 'AES256' || rule?.SSEAlgorithm === 'aws:kms';
    },
    set: (s3, Bucket) =>
      s3.send(
        new PutBucketEncryptionCommand({
          Bucket,
          ServerSideEncryptionConfiguration: {
            Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
          },
        }),
      ),
  },
  {
    name: `superseded states kept ${SUPERSEDED_STATE_DAYS} days`,
    holds: async (s3, Bucket) => {
      const { Rules } = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
      return Rules?.[0]?.NoncurrentVersionExpiration?.NoncurrentDays === SUPERSEDED_STATE_DAYS;
    },
    set: (s3, Bucket) =>
      s3.send(
        new PutBucketLifecycleConfigurationCommand({
          Bucket,
          LifecycleConfiguration: {
            Rules: [
              {
                ID: 'superseded-states',
                Status: 'Enabled',
                Filter: { Prefix: '' },
                NoncurrentVersionExpiration: { NoncurrentDays: SUPERSEDED_STATE_DAYS },
                AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
              },
            ],
          },
        }),
      ),
  },
];

function tlsOnlyPolicy(bucket: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'DenyInsecureTransport',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
}
