import { ACMClient } from '@aws-sdk/client-acm';
import { EC2Client } from '@aws-sdk/client-ec2';
import type { EC2ClientConfig } from '@aws-sdk/client-ec2';
import { EKSClient } from '@aws-sdk/client-eks';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Route53Client } from '@aws-sdk/client-route-53';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { WAFV2Client } from '@aws-sdk/client-wafv2';
import type { PlatformConfig } from '@central-ingress/config';
import { operatorCredentials } from '@central-ingress/state-bucket';
import { readOnly } from './read-only';
import type { SdkClient } from './read-only';

/** The AWS APIs of one account that tell of a request path. */
export type AccountClients = ReturnType<typeof clientsOf>;

/** What the clients of every API are made with. */
export type ClientConfiguration = Pick<EC2ClientConfig, 'region' | 'credentials' | 'requestHandler'>;

/** An answer that takes longer is none: a call over a dead link would hang for minutes. */
const REQUEST_HANDLER = { connectionTimeout: 5_000, requestTimeout: 30_000 };

/**
 * Makes the clients of one account, with the operator's access to it or with a role of the user's. They send nothing but
 * reading commands.
 * @param roleName role to assume in the account instead of `operatorAccess`, without a path before it unless it has one
 * @throws StateBucketError when the account cannot be reached
 */
export async function accountClients(
  platform: PlatformConfig,
  accountId: string,
  roleName?: string,
): Promise<AccountClients> {
  const credentials = await operatorCredentials(platform, accountId, roleName);
  return clientsOf(accountId, { region: platform.region, credentials, requestHandler: REQUEST_HANDLER }, readOnly);
}

/** The clients of one account, one an API, each as it is prepared. */
export function clientsOf(
  accountId: string,
  configuration: ClientConfiguration,
  prepared: <C extends SdkClient>(client: C) => C,
) {
  return {
    accountId,
    acm: prepared(new ACMClient(configuration)),
    ec2: prepared(new EC2Client(configuration)),
    eks: prepared(new EKSClient(configuration)),
    elb: prepared(new ElasticLoadBalancingV2Client(configuration)),
    route53: prepared(new Route53Client(configuration)),
    s3: prepared(new S3Client(configuration)),
    ssm: prepared(new SSMClient(configuration)),
    waf: prepared(new WAFV2Client(configuration)),
  };
}
