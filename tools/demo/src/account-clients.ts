import { ACMClient } from '@aws-sdk/client-acm';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECRClient } from '@aws-sdk/client-ecr';
import { EKSClient } from '@aws-sdk/client-eks';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { Route53Client } from '@aws-sdk/client-route-53';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { WAFV2Client } from '@aws-sdk/client-wafv2';
import type { PlatformConfig } from '@central-ingress/config';
import { operatorCredentials } from '@central-ingress/state-bucket';

/** The AWS APIs of one account, as its operator sees them. */
export type AccountClients = Awaited<ReturnType<typeof accountClients>>;

/** Makes the clients of one account. @throws StateBucketError when the account cannot be reached */
export async function accountClients(platform: PlatformConfig, accountId: string) {
  const configuration = { region: platform.region, credentials: await operatorCredentials(platform, accountId) };
  return {
    accountId,
    acm: new ACMClient(configuration),
    cloudwatch: new CloudWatchClient(configuration),
    ec2: new EC2Client(configuration),
    ecr: new ECRClient(configuration),
    eks: new EKSClient(configuration),
    elb: new ElasticLoadBalancingV2Client(configuration),
    iam: new IAMClient(configuration),
    kms: new KMSClient(configuration),
    logs: new CloudWatchLogsClient(configuration),
    route53: new Route53Client(configuration),
    s3: new S3Client(configuration),
    ssm: new SSMClient(configuration),
    waf: new WAFV2Client(configuration),
  };
}
