import type { PolicyDocument } from './policy';
import type { Identity } from './resource';
import { byKey, groupedBy } from './source';
import type { Entities, Source } from './source';

/** An S3 bucket and whom it lets in. */
export interface Bucket extends Identity {
  readonly name?: string;
  readonly policies: readonly PolicyDocument[];
  /** How it encrypts, e.g. `AES256`, `aws:kms`; none where no rule says it. */
  readonly encryption?: string;
  readonly publicAccessBlocked: boolean;
}

const BLOCKS = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'] as const;

/** Reads buckets with their policy, encryption and public-access block. */
export function readBuckets(source: Source): Entities<Bucket> {
  const owned = (type: string) =>
    groupedBy(
      source
        .ofType(type)
        .map((fields) => ({ fields, bucket: fields.link('bucket', 'aws_s3_bucket', ['id', 'bucket']) })),
      ({ bucket }) => bucket,
    );
  const policies = owned('aws_s3_bucket_policy');
  const encryption = owned('aws_s3_bucket_server_side_encryption_configuration');
  const blocks = owned('aws_s3_bucket_public_access_block');
  return byKey(
    source.ofType('aws_s3_bucket').map((fields) => {
      const { key } = fields.resource;
      return {
        ...fields.identity(),
        name: fields.text('bucket'),
        policies: (policies.get(key) ?? []).flatMap((policy) => policy.fields.policy('policy') ?? []),
        encryption: (encryption.get(key) ?? [])
          .flatMap((each) => each.fields.blocks('rule'))
          .map((rule) => rule.block('apply_server_side_encryption_by_default')?.text('sse_algorithm'))
          .find((algorithm) => algorithm !== undefined),
        publicAccessBlocked: (blocks.get(key) ?? []).some((block) =>
          BLOCKS.every((name) => block.fields.flag(name, false)),
        ),
      };
    }),
  );
}
