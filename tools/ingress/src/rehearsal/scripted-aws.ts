import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An error of AWS, in the form of the API that is asked. */
export interface ScriptedError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** What the stand-in answers; `undefined` is its usual answer. */
export interface Script {
  /** To `sts:AssumeRole`; else every role can be assumed. */
  readonly assumeRole?: ScriptedError;
  /** To every call that is not to STS; else access is denied. */
  readonly others?: ScriptedError;
}

const DENIED: ScriptedError = { status: 403, code: 'AccessDeniedException', message: 'not authorized' };

/**
 * Stands in for AWS before the real SDK: gives the credentials of every role, knows the account of whoever has them, and
 * gives each other call the same error.
 */
export class ScriptedAws {
  private script: Script = {};
  private readonly server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      const answer = this.answer(body, request.headers.authorization ?? '');
      response.writeHead(answer.status, { 'content-type': answer.json ? 'application/x-amz-json-1.1' : 'text/xml' });
      response.end(answer.body);
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

  /** What is answered from now on. */
  public answers(script: Script): void {
    this.script = script;
  }

  /** Stops listening. */
  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(body: string, authorization: string) {
    const asked = new URLSearchParams(body);
    const { assumeRole, others = DENIED } = this.script;
    if (asked.get('Action') === 'GetCallerIdentity') {
      return xml(
        200,
        `<GetCallerIdentityResult><Account>${accountOf(authorization)}</Account></GetCallerIdentityResult>`,
      );
    }
    if (asked.get('Action') === 'AssumeRole') {
      if (assumeRole) return xml(assumeRole.status, errorXml(assumeRole));
      const account = (asked.get('RoleArn') ?? '').split(':')[4] ?? '';
      const keys = `<AccessKeyId>ROLE${account}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>`;
      const until = '<Expiration>2999-01-01T00:00:00Z</Expiration>';
      return xml(200, `<AssumeRoleResult><Credentials>${keys}${until}</Credentials></AssumeRoleResult>`);
    }
    const isJson = body === '' || body.startsWith('{');
    const json = JSON.stringify({ __type: others.code, message: others.message });
    return { status: others.status, json: isJson, body: isJson ? json : errorXml(others) };
  }
}

function xml(status: number, body: string) {
  return { status, json: false, body: status === 200 ? `<Response>${body}</Response>` : body };
}

function errorXml({ code, message }: ScriptedError): string {
  return `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}

/** The account whose role's credentials have signed a request. */
function accountOf(authorization: string): string {
  return /Credential=ROLE(\d+)\//.exec(authorization)?.[1] ?? '000000000000';
}
