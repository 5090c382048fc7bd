import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteBucketPolicyCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { childEnvironment, ensureEmulator, startEmulator } from '@central-ingress/emulator';
import type { Emulator } from '@central-ingress/emulator';
import { examplePlatform } from '@central-ingress/fixtures';
import { bootstrapAccount, bucketOf } from './bootstrap-account';
import { operatorCredentials } from './operator-credentials';

const EMULATOR_FOLDER = join(__dirname, '..', '..', '..', '.emulator');
const ALL_SETTINGS = [
  'public access blocked',
  'bucket owner enforced',
  'TLS only',
  'versioning',
  'encryption',
  'superseded states kept 90 days',
];

describe('bootstrapAccount', () => {
  const platform = examplePlatform();
  const former = { ...process.env };
  let folder: string;
  let emulator: Emulator;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'state-bucket-'));
    emulator = await startEmulator(await ensureEmulator({ folder: EMULATOR_FOLDER, log: () => {} }), {
      logFolder: folder,
    });
    process.env = childEnvironment(emulator.environment);
  });
  afterAll(async () => {
    process.env = former;
    await emulator?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const s3Of = async (accountId: string) =>
    new S3Client({ region: platform.region, credentials: await operatorCredentials(platform, accountId) });
  /** A bucket of the state bucket's name that bootstrap did not make. */
  const makeBucket = async (accountId: string, ownerOfName = accountId) => {
    const s3 = await s3Of(accountId);
    const Bucket = bucketOf(platform, ownerOfName);
    await s3.send(
      new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }),
    );
    return { s3, Bucket };
  };

  it('makes a closed, versioned, encrypted bucket, and the second time nothing', async () => {
    const bucket = 'acme-tfstate-100000000001-eu-central-1';
    const first = await bootstrapAccount(platform, '100000000001');
    expect(first).toEqual({ accountId: '100000000001', bucket, created: true, changed: expect.any(Array) });
    expect(ALL_SETTINGS).toEqual(expect.arrayContaining([...first.changed]));
    expect(first.changed).toEqual(expect.arrayContaining(['public access blocked', 'TLS only', 'versioning']));
    expect(await bootstrapAccount(platform, '100000000001')).toEqual({ ...first, created: false, changed: [] });

    const s3 = await s3Of('100000000001');
    const { TagSet } = await s3.send(new GetBucketTaggingCommand({ Bucket: bucket }));
    expect(TagSet).toEqual([
      { Key: 'cost-center', Value: 'platform' },
      { Key: 'managed-by', Value: 'central-ingress' },
    ]);
    const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket: bucket }));
    expect(JSON.parse(Policy ?? '')).toEqual({
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
  });

  it('mends exactly what was loosened', async () => {
    const { bucket } = await bootstrapAccount(platform, '100000000002');
    const s3 = await s3Of('100000000002');
    await s3.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Suspended' } }));
    await s3.send(new DeleteBucketPolicyCommand({ Bucket: bucket }));
    expect((await bootstrapAccount(platform, '100000000002')).changed).toEqual(['TLS only', 'versioning']);
  });

  it('takes up an empty bucket without tags, as an interrupted bootstrap leaves it', async () => {
    await makeBucket('100000000003');
    expect((await bootstrapAccount(platform, '100000000003')).created).toBe(false);
  });

  it('rejects a bucket of ours with somebody else’s tags, and changes nothing on it', async () => {
    const { s3, Bucket } = await makeBucket('100000000004');
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [{ Key: 'team', Value: 'data' }] } }));
    await expect(bootstrapAccount(platform, '100000000004')).rejects.toThrow(
      `${Bucket}: the bucket exists and is not a state bucket of central-ingress; got tags team=data; ` +
        'expected the tag managed-by=central-ingress. Remove the bucket, or tag it if its content may be kept here.',
    );
    const { TagSet } = await s3.send(new GetBucketTaggingCommand({ Bucket }));
    expect(TagSet).toEqual([{ Key: 'team', Value: 'data' }]);
    await expect(s3.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toThrow('The bucket policy does not exist');
  });

  it('rejects a bucket that holds objects and has no tags', async () => {
    const { s3, Bucket } = await makeBucket('100000000005');
    await s3.send(new PutObjectCommand({ Bucket, Key: 'precious', Body: 'x' }));
    await expect(bootstrapAccount(platform, '100000000005')).rejects.toThrow('got objects and no tags');
  });

  it('rejects a name that another account has taken', async () => {
    const { Bucket } = await makeBucket('100000000007', '100000000006');
    await expect(bootstrapAccount(platform, '100000000006')).rejects.toThrow(
      `${Bucket}: the bucket exists and account 100000000006 does not own it; expected a free name. ` +
        'Change namePrefix in platform.yaml.',
    );
  });

  it('rejects a profile that does not exist, in words of its own', async () => {
    const withProfile = {
      ...platform,
      operatorAccess: { type: 'profile' as const, profiles: { '100000000008': 'nobody' } },
    };
    await expect(bootstrapAccount(withProfile, '100000000008')).rejects.toThrow(
      /^account 100000000008: cannot be reached through profile nobody; got "/,
    );
  });
});
