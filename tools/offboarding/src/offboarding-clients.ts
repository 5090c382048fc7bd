import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { PlatformConfig } from '@central-ingress/config';
import { operatorCredentials } from '@central-ingress/state-bucket';
import { accountClients } from '@central-ingress/verification';
import type { AccountClients } from '@central-ingress/verification';

/** The AWS APIs of one account for an offboarding. */
export interface OffboardingClients {
  readonly accountId: string;
  /** They send reading commands only. */
  readonly eyes: AccountClients;
  /** They change: the hold, and what a sweep removes. */
  readonly hands: {
    readonly ec2: EC2Client;
    readonly elb: ElasticLoadBalancingV2Client;
    readonly logs: CloudWatchLogsClient;
    readonly ssm: SSMClient;
  };
}

/** Makes the clients of one account with the operator's access. @throws StateBucketError when it cannot be reached */
export async function offboardingClients(platform: PlatformConfig, accountId: string): Promise<OffboardingClients> {
  const configuration = { region: platform.region, credentials: await operatorCredentials(platform, accountId) };
  return {
    accountId,
    eyes: await accountClients(platform, accountId),
    hands: {
      ec2: new EC2Client(configuration),
      elb: new ElasticLoadBalancingV2Client(configuration),
      logs: new CloudWatchLogsClient(configuration),
      ssm: new SSMClient(configuration),
    },
  };
}
