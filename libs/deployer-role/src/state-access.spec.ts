import { examplePlatform } from '@central-ingress/fixtures';
import { stateAccess } from './state-access';

describe('stateAccess', () => {
  const bucket = 'arn:aws:s3:::acme-tfstate-111111111111-eu-central-1';
  const [list, keep, lock] = stateAccess(examplePlatform(), '111111111111', ['*/networking']);

  it('lists only its own keys', () => {
    expect(list).toStrictEqual({
      Sid: 'ListStates',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucket],
      Condition: { StringLike: { 's3:prefix': ['*/networking', '*/networking.tflock', 'env:/'] } },
    });
  });

  it('reads and writes a state, and deletes only its lock', () => {
    expect(keep).toStrictEqual({
      Sid: 'KeepStates',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: [`${bucket}/*/networking`],
    });
    expect(lock).toStrictEqual({
      Sid: 'LockStates',
      Effect: 'Allow',
      Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Resource: [`${bucket}/*/networking.tflock`],
    });
  });
});
