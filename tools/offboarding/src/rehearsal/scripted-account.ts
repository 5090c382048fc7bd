import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { OFFLINE, scriptedClient } from '@central-ingress/testing';
import type { Calls, Script } from '@central-ingress/testing';
import { clientsOf } from '@central-ingress/verification';
import type { OffboardingClients } from '../offboarding-clients';

/** The clients of one account, all of which answer from the same script. */
export function scriptedAccount(accountId: string, script: Script, calls: Calls = []): OffboardingClients {
  const eyes = clientsOf(accountId, OFFLINE, (client) => scriptedClient(client, script, calls));
  const { ec2, elb, ssm } = eyes;
  const logs = scriptedClient(new CloudWatchLogsClient(OFFLINE), script, calls);
  return { accountId, eyes, hands: { ec2, elb, logs, ssm } };
}
