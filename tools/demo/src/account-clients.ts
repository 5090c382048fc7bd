import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import type { PlatformConfig } from '@central-ingress/config';
import { operatorCredentials } from '@central-ingress/state-bucket';
import { clientsOf } from '@central-ingress/verification';

/** The AWS APIs of one account, as its operator sees them. */
export type AccountClients = Awaited<ReturnType<typeof accountClients>>;

/** Makes the clients of one account. @throws StateBucketError when the account cannot be reached */
export async function accountClients(platform: PlatformConfig, accountId: string) {
  const configuration = { region: platform.region, credentials: await operatorCredentials(platform, accountId) };
  return {
    ...clientsOf(accountId, configuration, (client) => client),
    cloudwatch: new CloudWatchClient(configuration),
    ecr: new ECRClient(configuration),
    iam: new IAMClient(configuration),
    kms: new KMSClient(configuration),
    logs: new CloudWatchLogsClient(configuration),
  };
}
