import { NEEDED_ACTION } from './api-failure';

/** IAM prefix of a service by the name of its SDK client. @source Service Authorization Reference */
const IAM_PREFIXES: Readonly<Record<string, string>> = {
  ACMClient: 'acm',
  EC2Client: 'ec2',
  EKSClient: 'eks',
  ElasticLoadBalancingV2Client: 'elasticloadbalancing',
  Route53Client: 'route53',
  S3Client: 's3',
  SSMClient: 'ssm',
  WAFV2Client: 'wafv2',
};
/** Calls whose right has another name than the call. */
const OTHER_ACTIONS: Readonly<Record<string, string>> = { 's3:ListObjectsV2': 's3:ListBucket' };

/** Name of every command that changes nothing. */
export const READ_COMMAND = /^(Get|List|Describe|Head)[A-Z0-9]\w*Command$/;

/** Right that a command needs, e.g. `ec2:DescribeVpcEndpoints`. */
export function neededAction(clientName: string, commandName: string): string {
  const action = `${IAM_PREFIXES[clientName] ?? clientName}:${commandName.replace(/Command$/, '')}`;
  return OTHER_ACTIONS[action] ?? action;
}

/** What every client of the AWS SDK has. */
export interface SdkClient {
  readonly middlewareStack: {
    // The SDK types its middleware per client; this one looks at nothing that differs between them.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    add(middleware: any, options: { step: 'initialize'; name: string; priority: 'high' }): void;
  };
}
interface CallContext {
  readonly clientName?: string;
  readonly commandName?: string;
}
type Next = (args: unknown) => Promise<unknown>;

/**
 * Lets a client of the AWS SDK send reading commands only, and notes on each failure which right the call needs.
 * @throws TypeError when any other command is sent through it
 */
export function readOnly<C extends SdkClient>(client: C): C {
  const guard =
    (next: Next, { clientName = '', commandName = '' }: CallContext) =>
    async (args: unknown) => {
      if (!READ_COMMAND.test(commandName)) throw new TypeError(`${commandName} is not sent: only reading is allowed`);
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof Error) Object.assign(error, { [NEEDED_ACTION]: neededAction(clientName, commandName) });
        throw error;
      }
    };
  client.middlewareStack.add(guard, { step: 'initialize', name: 'readOnly', priority: 'high' });
  return client;
}
