import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerTo } from './script';
import type { AwsError, Calls, Input, Script } from './script';

/** A call as it came over the wire; none of the APIs that name no operation there, as S3. */
interface Call {
  readonly name: string;
  readonly input: Input;
  readonly isJson: boolean;
}

/**
 * Stands in for AWS before the real SDK, in this process or in another: answers from a script, and by STS lets every
 * role in and knows its account unless the script says otherwise. Of the APIs that name no operation it denies all.
 */
export class ScriptedEndpoint {
  /** What was asked, in order. */
  public readonly calls: Calls = [];
  private script: Script = {};
  private readonly server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      const call = callOf(request, body);
      this.calls.push([call.name, call.input]);
      const account = accountOf(request.headers.authorization ?? '');
      const answer = answerTo({ ...securityTokenService(account), ...this.script }, call.name, call.input);
      const status = answer instanceof Error ? (answer as AwsError).$metadata.httpStatusCode : 200;
      response.writeHead(status, { 'content-type': call.isJson ? 'application/x-amz-json-1.1' : 'text/xml' });
      response.end((call.isJson ? jsonOf : xmlOf)(call.name, answer));
    });
  });

  /** Starts listening. @returns the variables that lead the SDK, also in another process, here and nowhere else */
  public async start(): Promise<Record<string, string>> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`,
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_MAX_ATTEMPTS: '1',
      AWS_REGION: 'eu-central-1',
    };
  }

  /** What is answered from now on; what was asked until now is forgotten. */
  public answers(script: Script): void {
    this.script = script;
    this.calls.splice(0);
  }

  /** Stops listening. */
  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function callOf({ headers }: IncomingMessage, body: string): Call {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    return { name: target.split('.').at(-1) ?? '', input: JSON.parse(body) as Input, isJson: true };
  }
  const { Action: name = '', ...input } = Object.fromEntries(new URLSearchParams(body));
  return { name, input, isJson: body === '' || body.startsWith('{') };
}

/** The account whose role's credentials have signed a request. */
function accountOf(authorization: string): string {
  return /Credential=ROLE(\d+)\//.exec(authorization)?.[1] ?? '000000000000';
}

function securityTokenService(account: string): Script {
  return {
    GetCallerIdentity: () => ({ Account: account }),
    AssumeRole: ({ RoleArn }) => ({
      Credentials: {
        AccessKeyId: `ROLE${String(RoleArn).split(':')[4] ?? ''}`,
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: '2999-01-01T00:00:00Z',
      },
    }),
  };
}

function jsonOf(_: string, answer: unknown): string {
  return JSON.stringify(answer instanceof Error ? { __type: answer.name, message: answer.message } : answer);
}

function xmlOf(name: string, answer: unknown): string {
  if (!(answer instanceof Error)) return elements({ [`${name}Response`]: { [`${name}Result`]: answer } });
  return elements({ ErrorResponse: { Error: { Code: answer.name, Message: answer.message } } });
}

function elements(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `<${name}>${elements(inner)}</${name}>`)
    .join('');
}
