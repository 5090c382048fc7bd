import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { CacheStore } from './cache-server';

/** Entries of the cache as objects below `nx/` in a bucket; whoever may only read keeps nothing. */
export function s3Store(bucket: string, config: S3ClientConfig = {}): CacheStore {
  const client = new S3Client(config);
  const at = (hash: string) => ({ Bucket: bucket, Key: `nx/${hash}` });
  return {
    get: async (hash) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(hash)));
        return await Body?.transformToByteArray();
      } catch (error) {
        // Without s3:ListBucket, S3 answers 403 for what is not there.
        if (isStatus(error, 403, 404)) return undefined;
        throw error;
      }
    },
    put: async (hash, entry) => {
      try {
        await client.send(new PutObjectCommand({ ...at(hash), Body: entry, IfNoneMatch: '*' }));
        return 'kept';
      } catch (error) {
        if (isStatus(error, 409, 412)) return 'exists';
        if (isStatus(error, 403)) return 'refused';
        throw error;
      }
    },
  };
}

function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof S3ServiceException && statuses.includes(error.$metadata.httpStatusCode ?? 0);
}
