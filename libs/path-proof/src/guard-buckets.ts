import { finding } from './finding';
import type { WorldGuard } from './guard';

/** Every bucket is encrypted and closed to the public. */
export const bucketsGuard: WorldGuard = {
  name: 'buckets',
  says: 'every bucket is encrypted and closed to the public',
  check: ({ model }) =>
    [...model.buckets.values()].flatMap((bucket) => {
      const { label } = bucket;
      return [
        ...(bucket.encryption ? [] : [finding('bucket-plain', bucket, { label })]),
        ...(bucket.publicAccessBlocked ? [] : [finding('bucket-public', bucket, { label })]),
      ];
    }),
};
