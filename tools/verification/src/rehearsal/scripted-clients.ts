import { ACMClient } from '@aws-sdk/client-acm';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EKSClient } from '@aws-sdk/client-eks';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Route53Client } from '@aws-sdk/client-route-53';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { WAFV2Client } from '@aws-sdk/client-wafv2';
import type { AccountClients } from '../reading/account-clients';

/** Answers of the APIs by the name of the command, without the word Command; an Error is thrown. */
export type Script = Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>>;

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, unknown>>;
}

/** Clients of one account that answer from a script, and refuse what is not in it; nothing is sent. */
export function scriptedClients(accountId: string, script: Script): AccountClients {
  const send = async (command: Command): Promise<unknown> => {
    const name = command.constructor.name.replace(/Command$/, '');
    const answer = script[name]?.(command.input) ?? refusal('AccessDenied', `not authorized to perform: test:${name}`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  // Paginators ask for a client of the right class, so these are real ones with another way out.
  const scripted = <C extends object>(client: C): C => Object.assign(client, { send });
  const configuration = { region: 'eu-central-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };
  return {
    accountId,
    acm: scripted(new ACMClient(configuration)),
    ec2: scripted(new EC2Client(configuration)),
    eks: scripted(new EKSClient(configuration)),
    elb: scripted(new ElasticLoadBalancingV2Client(configuration)),
    route53: scripted(new Route53Client(configuration)),
    s3: scripted(new S3Client(configuration)),
    ssm: scripted(new SSMClient(configuration)),
    waf: scripted(new WAFV2Client(configuration)),
  };
}

/** An error as the AWS SDK throws it. */
export function refusal(name: string, message = name): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400 } });
}
