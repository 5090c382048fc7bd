import { examplePlatform } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { AlbLogBucket } from './alb-log-bucket';

describe('AlbLogBucket', () => {
  let logs: AlbLogBucket | undefined;
  const stack = synthesizeConstruct((scope) => {
    logs = new AlbLogBucket(scope, 'logs', {
      platform: examplePlatform(),
      owner: 'main',
      logRetentionDays: 90,
      forceDestroy: false,
    });
  });
  const name = 'acme-main-alb-logs-111111111111';
  const bucket = `\${${stack.at('logs/alb_access_log').address}.id}`;

  it('keeps its logs when it is deleted by mistake', () => {
    expect(stack.at('logs/alb_access_log').body).toStrictEqual({
      bucket: name,
      force_destroy: false,
      tags: { Name: name },
    });
  });

  it('is closed to the public, owned by its account, and encrypted as ELB needs it', () => {
    expect(stack.at('logs/public-access-block').body).toStrictEqual({
      bucket,
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(stack.at('logs/ownership').body).toStrictEqual({
      bucket,
      rule: { object_ownership: 'BucketOwnerEnforced' },
    });
    expect(stack.at('logs/encryption').body).toStrictEqual({
      bucket,
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }],
    });
  });

  it('forgets a log after its days', () => {
    expect(stack.at('logs/lifecycle').body).toStrictEqual({
      bucket,
      rule: [
        {
          id: 'expire-logs',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          expiration: [{ days: 90 }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
      ],
    });
  });

  it("lets only ELB's log delivery for this account write, and only with TLS", () => {
    const { body } = stack.at('logs/policy');
    expect({ ...body, policy: JSON.parse(body['policy'] as string) }).toStrictEqual({
      bucket,
      depends_on: [stack.at('logs/public-access-block').address, stack.at('logs/ownership').address],
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'ElbDeliversLogs',
            Effect: 'Allow',
            Principal: { Service: ['logdelivery.elasticloadbalancing.amazonaws.com'] },
            Action: ['s3:PutObject'],
            Resource: [
              `arn:aws:s3:::${name}/access/AWSLogs/111111111111/*`,
              `arn:aws:s3:::${name}/connection/AWSLogs/111111111111/*`,
            ],
            Condition: {
              ArnLike: { 'aws:SourceArn': 'arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/*' },
            },
          },
          {
            Sid: 'TlsOnly',
            Effect: 'Deny',
            Principal: { AWS: ['*'] },
            Action: ['s3:*'],
            Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    });
  });

  it('gives each kind of log a folder of its own', () => {
    expect(logs?.settings('access').prefix).toBe('access');
    expect(logs?.settings('connection').prefix).toBe('connection');
  });
});
