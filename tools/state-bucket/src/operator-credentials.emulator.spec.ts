import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { childEnvironment, ensureEmulator, startEmulator } from '@central-ingress/emulator';
import type { Emulator } from '@central-ingress/emulator';
import { examplePlatform } from '@central-ingress/fixtures';
import { operatorCredentials } from './operator-credentials';
import type { Credentials } from './operator-credentials';
import { roleCredentials } from './role-credentials';

const EMULATOR_FOLDER = join(__dirname, '..', '..', '..', '.emulator');

describe('credentials', () => {
  const platform = examplePlatform();
  const former = { ...process.env };
  let folder: string;
  let emulator: Emulator;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credentials-'));
    emulator = await startEmulator(await ensureEmulator({ folder: EMULATOR_FOLDER, log: () => {} }), {
      logFolder: folder,
    });
    const profiles = join(folder, 'profiles');
    writeFileSync(profiles, '[elsewhere]\naws_access_key_id = emulator\naws_secret_access_key = emulator\n');
    process.env = childEnvironment({ ...emulator.environment, AWS_SHARED_CREDENTIALS_FILE: profiles });
  });
  afterAll(async () => {
    process.env = former;
    await emulator?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const whoIs = async (credentials: Credentials): Promise<string | undefined> => {
    const sts = new STSClient({ region: platform.region, credentials });
    return (await sts.send(new GetCallerIdentityCommand({}))).Arn;
  };

  it('bear the name of what runs, which CloudTrail shows', async () => {
    const role = 'arn:aws:iam::100000000001:role/acme/acme-registration-role';
    expect(await whoIs(await operatorCredentials(platform, '100000000001'))).toMatch(/\/central-ingress-operator$/);
    expect(await whoIs(roleCredentials(platform, role, 'holds'))).toBe(
      'arn:aws:sts::100000000001:assumed-role/acme-registration-role/central-ingress-holds',
    );
  });

  it('are rejected where they lead to another account', async () => {
    const profiles = { '100000000002': 'elsewhere' };
    const misled = { ...platform, operatorAccess: { type: 'profile' as const, profiles } };
    await expect(operatorCredentials(misled, '100000000002')).rejects.toThrow(
      'account 100000000002: the credentials lead elsewhere; got account 123456789012; expected account 100000000002. ' +
        'Correct operatorAccess in platform.yaml or the AWS profile.',
    );
  });
});
