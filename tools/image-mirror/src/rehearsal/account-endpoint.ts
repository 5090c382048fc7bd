import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands for AWS STS and ECR: lets every role in, and names a registry of ours. */
export interface AccountEndpoint {
  readonly url: string;
  /** Roles that were assumed, by ARN. */
  readonly assumed: readonly string[];
  stop(): Promise<void>;
}

/** What {@link startAccountEndpoint} answers with. */
export interface AccountAnswers {
  /** Address that ECR gives for the registry, e.g. `http://127.0.0.1:5000`. */
  readonly proxyEndpoint: string;
  /** `user:password` of ECR's token. */
  readonly user: string;
  /** True: STS refuses every role. */
  readonly refusesRoles?: boolean;
}

const ASSUMED = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
<AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>example</SecretAccessKey><SessionToken>example</SessionToken>
<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
const REFUSED = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
<Code>AccessDenied</Code><Message>not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>`;

/** Starts it on a loopback port; `AWS_ENDPOINT_URL` then leads the AWS SDK there. */
export async function startAccountEndpoint(answers: AccountAnswers): Promise<AccountEndpoint> {
  const assumed: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
    request.on('end', () => {
      if (String(request.headers['x-amz-target']).endsWith('.GetAuthorizationToken')) {
        const authorizationToken = Buffer.from(answers.user).toString('base64');
        const data = { authorizationToken, proxyEndpoint: answers.proxyEndpoint, expiresAt: 4_070_908_800 };
        response.setHeader('content-type', 'application/x-amz-json-1.1');
        response.end(JSON.stringify({ authorizationData: [data] }));
        return;
      }
      assumed.push(new URLSearchParams(body).get('RoleArn') ?? '');
      response.statusCode = answers.refusesRoles ? 403 : 200;
      response.setHeader('content-type', 'text/xml');
      response.end(answers.refusesRoles ? REFUSED : ASSUMED);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    assumed,
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
