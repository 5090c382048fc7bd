import { request as plainRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { noConnection } from './no-connection';
import type { NoConnection } from './no-connection';
import { endOnce } from './time-limit';
import type { ProbeTarget } from './tls-handshake';

/** Where a GET goes and what it asks for. */
export interface Question extends ProbeTarget {
  readonly scheme: 'http' | 'https';
  readonly path: string;
  /** @default host */
  readonly hostHeader?: string;
}

/** What came back. */
export interface HttpAnswer {
  readonly state: 'done';
  readonly status: number;
  /** The header `Server`. */
  readonly server: string;
  /** The header `Location`. */
  readonly location: string;
  /** The beginning of the body, 2 KB at most. */
  readonly body: string;
}

/** The common rule set blocks requests without a user agent. */
const USER_AGENT = 'central-ingress-verify';
const BODY_LIMIT = 2048;

/** Sends one GET without credentials and reads the answer; redirects are not followed. */
export function ask(question: Question): Promise<HttpAnswer | NoConnection> {
  const { scheme, host, address, port, path, hostHeader = host, milliseconds, trustedCa } = question;
  const headers = { Host: hostHeader, 'User-Agent': USER_AGENT, Accept: '*/*' };
  const common = { host: address, port, path, method: 'GET', headers, agent: false as const };
  return new Promise((resolve) => {
    const request =
      scheme === 'http'
        ? plainRequest(common)
        : // The handshake's own probe judges the certificate; this one is after the answer, and sends no secret.
          secureRequest({
            ...common,
            servername: host,
            rejectUnauthorized: false,
            ...(trustedCa ? { ca: trustedCa } : {}),
          });
    const end = endOnce(request, milliseconds, resolve);
    request.once('response', (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
        if (body.length >= BODY_LIMIT) end(answerOf(response, body));
      });
      response.once('end', () => end(answerOf(response, body)));
      response.once('error', (error) => end(noConnection(error, address, port)));
    });
    request.on('error', (error) => end(noConnection(error, address, port)));
    request.end();
  });
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, body: string): HttpAnswer {
  const { server = '', location = '' } = headers;
  return { state: 'done', status: statusCode, server: String(server), location, body: body.slice(0, BODY_LIMIT) };
}
