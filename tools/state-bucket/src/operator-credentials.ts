import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-providers';
import type { PlatformConfig } from '@central-ingress/config';
import { noAccess, StateBucketError, wrongAccount } from './errors';
import { hideSdkNotice, roleCredentials } from './role-credentials';

/** Credentials of the AWS SDK: a function that fetches them when they are needed. */
export type Credentials = ReturnType<typeof fromIni>;

/**
 * Credentials of the operator in one account, as `operatorAccess` in platform.yaml says, proved to lead there.
 * @param roleName role to assume in the account instead, without a path before it unless it has one
 * @throws StateBucketError when they cannot be had or belong to another account
 */
export async function operatorCredentials(
  platform: PlatformConfig,
  accountId: string,
  roleName?: string,
): Promise<Credentials> {
  hideSdkNotice();
  const { credentials, via } = chooseCredentials(platform, accountId, roleName);
  const sts = new STSClient({ region: platform.region, credentials });
  try {
    const { Account } = await sts.send(new GetCallerIdentityCommand({}));
    if (Account !== accountId) throw wrongAccount(accountId, Account ?? 'none');
    return credentials;
  } catch (error) {
    if (error instanceof StateBucketError) throw error;
    const correct = roleName ? 'name another role' : 'correct operatorAccess in platform.yaml';
    throw noAccess(accountId, via, error, correct);
  } finally {
    sts.destroy();
  }
}

function chooseCredentials(
  platform: PlatformConfig,
  accountId: string,
  roleName: string | undefined,
): { credentials: Credentials; via: string } {
  const access = roleName ? { type: 'assumeRole' as const, roleName } : platform.operatorAccess;
  if (access.type === 'profile') {
    const profile = access.profiles[accountId] ?? '';
    return { credentials: fromIni({ profile }), via: `profile ${profile}` };
  }
  const RoleArn = `arn:aws:iam::${accountId}:role/${access.roleName}`;
  return { credentials: roleCredentials(platform, RoleArn, 'operator'), via: `role ${RoleArn}` };
}
