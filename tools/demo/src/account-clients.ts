import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import type { PlatformConfig } from '@central-ingress/config';
import { accountClients as pathClients } from '@central-ingress/verification';

/** The AWS APIs of one account, as its operator sees them. */
export type AccountClients = Awaited<ReturnType<typeof accountClients>>;

/**
 * Makes the clients of one account: those that tell of a request path, and those of what lies beside it.
 * @throws StateBucketError when the account cannot be reached
 */
export async function accountClients(platform: PlatformConfig, accountId: string) {
  const clients = await pathClients(platform, accountId);
  const { region, credentials } = clients.ec2.config;
  const configuration = { region, credentials };
  return {
    ...clients,
    cloudwatch: new CloudWatchClient(configuration),
    ecr: new ECRClient(configuration),
    iam: new IAMClient(configuration),
    kms: new KMSClient(configuration),
    logs: new CloudWatchLogsClient(configuration),
  };
}
