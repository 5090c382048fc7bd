import type { Statement } from '@central-ingress/iam-policy';

/** Folder of each kind of log; ELB appends `AWSLogs/<account>/`. */
export const LOG_PREFIXES = { access: 'access', connection: 'connection' } as const;

/** Which bucket, for the load balancers of which account. */
export interface AlbLogBucketPolicyProps {
  readonly bucketArn: string;
  readonly accountId: string;
  readonly region: string;
}

/**
 * Lets ELB's log delivery write the logs of this account's load balancers, and refuses everybody without TLS.
 * @source ELB User Guide, "Enable access logs", step 2: attach a policy to your S3 bucket
 */
export function albLogBucketPolicy({ bucketArn, accountId, region }: AlbLogBucketPolicyProps): readonly Statement[] {
  return [
    {
      Sid: 'ElbDeliversLogs',
      Effect: 'Allow',
      Principal: { Service: ['logdelivery.elasticloadbalancing.amazonaws.com'] },
      Action: ['s3:PutObject'],
      Resource: Object.values(LOG_PREFIXES).map((prefix) => `${bucketArn}/${prefix}/AWSLogs/${accountId}/*`),
      Condition: {
        ArnLike: { 'aws:SourceArn': `arn:aws:elasticloadbalancing:${region}:${accountId}:loadbalancer/*` },
      },
    },
    {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: { AWS: ['*'] },
      Action: ['s3:*'],
      Resource: [bucketArn, `${bucketArn}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ];
}
