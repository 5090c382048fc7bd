import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { policyDocument } from '@central-ingress/iam-policy';
import type { PlatformConfig } from '@central-ingress/config';
import { albLogBucketName } from '@central-ingress/naming';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { albLogBucketPolicy, LOG_PREFIXES } from './alb-log-bucket-policy';

/** Whose logs are kept, and for how long. */
export interface AlbLogBucketProps {
  readonly platform: PlatformConfig;
  /** Internet VPC. */
  readonly owner: string;
  readonly logRetentionDays: number;
  /** Whether the bucket may be deleted with the logs in it. */
  readonly forceDestroy: boolean;
}

/**
 * The bucket of the ALB's access and connection logs, which only ELB writes. Not versioned: ELB writes each object once,
 * and old versions would outlive the retention.
 * @source ELB User Guide, "Enable access logs for your Application Load Balancer"
 */
export class AlbLogBucket extends Construct {
  public readonly bucketName: string;
  /** What must stand before ELB accepts the bucket: it writes a test object at once. */
  public readonly readyForDelivery: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { platform, owner, logRetentionDays, forceDestroy }: AlbLogBucketProps) {
    super(scope, id);
    const name = albLogBucketName(platform.namePrefix, owner, platform.centralAccountId);

    const log = new S3Bucket(this, 'alb_access_log', { bucket: name, forceDestroy, tags: { Name: name } });
    const bucket = log.id;
    const closed = new S3BucketPublicAccessBlock(this, 'public-access-block', {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const owned = new S3BucketOwnershipControls(this, 'ownership', {
      bucket,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    // ELB delivers to SSE-S3 buckets only.
    const encrypted = new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      bucket,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      bucket,
      rule: [
        {
          id: 'expire-logs',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          expiration: [{ days: logRetentionDays }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
    });
    const policy = new S3BucketPolicy(this, 'policy', {
      bucket,
      policy: policyDocument(
        albLogBucketPolicy({
          bucketArn: `arn:aws:s3:::${name}`,
          accountId: platform.centralAccountId,
          region: platform.region,
        }),
      ),
      // Two settings of one bucket at the same time meet S3's OperationAborted.
      dependsOn: [closed, owned],
    });
    this.bucketName = log.id;
    this.readyForDelivery = [policy, encrypted];
  }

  /** The log settings of the load balancer that this bucket serves. */
  public settings(prefix: keyof typeof LOG_PREFIXES): { bucket: string; prefix: string; enabled: boolean } {
    return { bucket: this.bucketName, prefix: LOG_PREFIXES[prefix], enabled: true };
  }
}
