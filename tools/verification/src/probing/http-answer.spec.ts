import { Loopback } from '../rehearsal/loopback';
import { TestAuthority } from '../rehearsal/test-authority';
import { ask } from './http-answer';
import type { Question } from './http-answer';

const HOST = 'payments.apps.example.com';

describe('ask', () => {
  const loopback = new Loopback();
  const authority = new TestAuthority();
  afterAll(async () => {
    await loopback.close();
    authority.remove();
  });
  const question = (port: number, more: Partial<Question>): Question => ({
    scheme: 'http',
    path: '/',
    host: HOST,
    address: '127.0.0.1',
    port,
    milliseconds: 5000,
    ...more,
  });

  it('sends one GET with the host, and a user agent that no rule set blocks', async () => {
    const seen: unknown[] = [];
    const port = await loopback.https(authority.issue([HOST]), (request, response) => {
      seen.push([request.method, request.url, request.headers]);
      response.writeHead(200, { Server: 'envoy' }).end('hello');
    });
    const answer = await ask(question(port, { scheme: 'https', path: '/ready?x=1', hostHeader: 'other.invalid' }));
    expect(answer).toEqual({ state: 'done', status: 200, server: 'envoy', location: '', body: 'hello' });
    expect(seen).toEqual([
      [
        'GET',
        '/ready?x=1',
        { host: 'other.invalid', 'user-agent': 'central-ingress-verify', accept: '*/*', connection: 'close' },
      ],
    ]);
  });

  it('does not follow a redirect', async () => {
    const Location = `https://${HOST}:443/`;
    const port = await loopback.http((_, response) => response.writeHead(301, { Location }).end());
    expect(await ask(question(port, {}))).toMatchObject({ status: 301, location: Location });
  });

  it('reads no more than the beginning of a long body', async () => {
    const port = await loopback.http((_, response) => response.write('x'.repeat(100_000)));
    const answer = await ask(question(port, {}));
    expect(answer.state === 'done' && answer.body.length).toBe(2048);
  });

  it('waits no longer than it may, for the head and for the body', async () => {
    const silent = await loopback.http(() => {});
    const stuck = await loopback.http((_, response) => response.writeHead(200).write('x'));
    for (const port of [silent, stuck]) {
      expect(await ask(question(port, { milliseconds: 200 }))).toEqual({
        state: 'failed',
        kind: 'late',
        what: `127.0.0.1:${port}: no answer within 0.2 s`,
      });
    }
  });

  it('tells an answer that is no HTTP, and none at all', async () => {
    const garbage = await loopback.tcp((socket) => socket.end('220 mail\r\n'));
    expect(await ask(question(garbage, {}))).toMatchObject({ state: 'failed' });
    const port = await loopback.closedPort();
    expect(await ask(question(port, { scheme: 'https' }))).toMatchObject({ state: 'failed', kind: 'refused' });
  });
});
