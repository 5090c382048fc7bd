import { ACMClient } from '@aws-sdk/client-acm';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EKSClient } from '@aws-sdk/client-eks';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Route53Client } from '@aws-sdk/client-route-53';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { WAFV2Client } from '@aws-sdk/client-wafv2';
import type { OffboardingClients } from '../offboarding-clients';
import { OFFLINE, scripted } from './scripted';
import type { Calls, Script } from './scripted';

/** The clients of one account, all of which answer from the same script. */
export function scriptedAccount(accountId: string, script: Script, calls: Calls = []): OffboardingClients {
  const client = <C extends object>(made: C): C => scripted(made, script, calls);
  const hands = {
    ec2: client(new EC2Client(OFFLINE)),
    elb: client(new ElasticLoadBalancingV2Client(OFFLINE)),
    logs: client(new CloudWatchLogsClient(OFFLINE)),
    ssm: client(new SSMClient(OFFLINE)),
  };
  const { ec2, elb, ssm } = hands;
  return {
    accountId,
    hands,
    eyes: {
      accountId,
      acm: client(new ACMClient(OFFLINE)),
      ec2,
      eks: client(new EKSClient(OFFLINE)),
      elb,
      route53: client(new Route53Client(OFFLINE)),
      s3: client(new S3Client(OFFLINE)),
      ssm,
      waf: client(new WAFV2Client(OFFLINE)),
    },
  };
}
