import type { RequestListener } from 'node:http';
import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { parseConnectRule } from './probing/connect-to';
import { Loopback } from './rehearsal/loopback';
import { days, TestAuthority } from './rehearsal/test-authority';
import type { TestCertificate } from './rehearsal/test-authority';
import type { Hop, Verdict } from './verification';
import { verifyTenants } from './verify-tenants';
import type { VerifyOptions } from './verify-tenants';

const HOST = 'payments.apps.example.com';
const ALB = { Server: 'awselb/2.0' };

/** Answers as the ALB does: the firewall first, then the tenant's rule, then the default action. */
const door =
  (tenant: RequestListener): RequestListener =>
  (request, response) => {
    if (request.url?.includes('script')) response.writeHead(403, ALB).end('<html>403 Forbidden</html>');
    else if (request.headers.host === HOST) tenant(request, response);
    else response.writeHead(404, ALB).end('No such host');
  };
const answering =
  (status: number, headers: Record<string, string>, body = ''): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
const redirect = answering(301, { ...ALB, Location: `https://${HOST}:443/` });

describe('verifyTenants of a tenant behind the ALB', () => {
  const loopback = new Loopback();
  const authority = new TestAuthority();
  const stranger = new TestAuthority();
  let wildcard: TestCertificate;
  beforeAll(() => {
    wildcard = authority.issue(['apps.example.com', '*.apps.example.com']);
  });
  afterAll(async () => {
    await loopback.close();
    authority.remove();
    stranger.remove();
  });

  const resolver = { resolve4: async (): Promise<string[]> => ['203.0.113.7'] };
  /** The data plane's hops with what answers on the two ports. */
  const probe = async (secure: number, plain: number, more: VerifyOptions = {}) => {
    const [verification] = await verifyTenants(exampleWorld(), [exampleTenant()], {
      planes: ['data'],
      resolver,
      trustedCa: authority.cert,
      connectTo: [`:443:127.0.0.1:${secure}`, `:80:127.0.0.1:${plain}`].map(parseConnectRule),
      timeoutSeconds: 0.5,
      ...more,
    });
    return (name: string): readonly [Verdict | undefined, string | undefined] => {
      const hop = verification?.hops.find((each) => each.name === name);
      return [hop?.verdict, hop && graveOf(hop)];
    };
  };
  const graveOf = ({ verdict, findings }: Hop) => findings.find((finding) => finding.verdict === verdict)?.what;
  const behindDoor = (tenant: RequestListener, certificate = wildcard) => loopback.https(certificate, door(tenant));

  it('sees a door on which everything is as it must be', async () => {
    const plain = await loopback.http(redirect);
    const hop = await probe(await behindDoor(answering(200, { Server: 'envoy' })), plain);
    const [verdict, certificate] = hop('TLS handshake');
    expect(hop('DNS answer')).toEqual([
      'ok',
      `${HOST} is 203.0.113.7 (not compared: the addresses of the ALB are not known)`,
    ]);
    expect([verdict, certificate?.replace(/\d+ days/, 'n days')]).toEqual([
      'ok',
      `${HOST}: TLSv1.3, CN=apps.example.com; issuer CN=Test Authority; names apps.example.com, *.apps.example.com; ` +
        'n days left',
    ]);
    expect(hop('HTTPS answer')).toEqual(['ok', `${HOST}: 200 from the tenant (envoy)`]);
    expect(hop('HTTP redirect')).toEqual(['ok', `301 to https://${HOST}:443/`]);
    expect(hop('foreign host')).toEqual(['ok', '404 from the ALB']);
    expect(hop('WAF probe')).toEqual(['ok', '403 from the ALB']);
  });

  it.each<[number, Record<string, string>, Verdict, string]>([
    [404, ALB, 'fail', `${HOST}: 404 from the ALB: the default action: no rule has the host`],
    [403, ALB, 'fail', `${HOST}: 403 from the ALB: the web ACL blocks it`],
    [502, ALB, 'fail', `${HOST}: 502 from the ALB: a target hangs up or speaks no TLS`],
    [503, ALB, 'fail', `${HOST}: 503 from the ALB: no target is registered`],
    [504, ALB, 'fail', `${HOST}: 504 from the ALB: no target answers in time`],
    [460, ALB, 'fail', `${HOST}: 460 from the ALB: the ALB itself`],
    [503, { Server: 'envoy' }, 'fail', `${HOST}: 503 from the tenant (envoy)`],
    [404, { Server: 'envoy' }, 'warn', `${HOST}: 404 from the tenant (envoy) for /`],
    [401, {}, 'ok', `${HOST}: 401 from the tenant`],
    [302, { Server: 'app', Location: '/login' }, 'ok', `${HOST}: 302 from the tenant (app)`],
  ])('tells who answers %d with %j', async (status, headers, verdict, what) => {
    const hop = await probe(await behindDoor(answering(status, headers)), await loopback.closedPort());
    expect(hop('HTTPS answer')).toEqual([verdict, what]);
  });

  it('knows the default action by its words when the ALB does not sign', async () => {
    const hop = await probe(await behindDoor(answering(404, {}, 'No such host')), await loopback.closedPort());
    expect(hop('HTTPS answer')[1]).toBe(`${HOST}: 404 from the ALB: the default action: no rule has the host`);
  });

  it('fails a certificate for another name, one that ends, and one that nobody trusts, and goes on to the answer', async () => {
    const fine = answering(200, { Server: 'envoy' });
    const closed = await loopback.closedPort();
    const wrong = await probe(await behindDoor(fine, authority.issue(['shop.apps.example.com'])), closed);
    expect(wrong('TLS handshake')).toEqual(['fail', `the certificate is not for ${HOST}`]);
    expect(wrong('HTTPS answer')[0]).toBe('ok');
    const past = { from: '20240101000000Z', to: '20240201000000Z' };
    const expired = await probe(await behindDoor(fine, authority.issue([HOST], past)), closed, {
      now: new Date('2024-02-11T00:00:00Z'),
    });
    expect(expired('TLS handshake')).toEqual([
      'fail',
      'the certificate expired 10 days ago; expected more than 30 days',
    ]);
    const soon = await probe(await behindDoor(fine, authority.issue([HOST], days(20.5))), closed);
    expect(soon('TLS handshake')).toEqual(['fail', 'the certificate has 20 days left; expected more than 30 days']);
    const unknown = await probe(await behindDoor(fine, stranger.issue([HOST])), closed);
    expect(unknown('TLS handshake')).toEqual([
      'fail',
      'the certificate is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
    ]);
  });

  it('says what answers instead of TLS, and does not try what needs it', async () => {
    const plain = await loopback.http(redirect);
    const closed = await loopback.closedPort();
    const silent = await loopback.tcp(() => {});
    const http = await probe(plain, plain);
    expect(http('TLS handshake')).toEqual(['fail', `127.0.0.1:${plain}: the answer is no TLS`]);
    expect(http('HTTPS answer')).toEqual(['skipped', 'there is no TLS connection']);
    expect(http('HTTP redirect')[0]).toBe('ok');
    expect(http('WAF probe')).toEqual(['skipped', 'there is no TLS connection']);
    const refused = await probe(closed, closed);
    expect(refused('TLS handshake')).toEqual(['fail', `127.0.0.1:${closed}: connection refused`]);
    expect(refused('HTTP redirect')).toEqual(['fail', `127.0.0.1:${closed}: connection refused`]);
    const slow = await probe(silent, silent);
    expect(slow('TLS handshake')).toEqual(['fail', `127.0.0.1:${silent}: no answer within 0.5 s`]);
  });

  it('fails a door that lets everything in', async () => {
    const open = answering(200, { Server: 'envoy' });
    const hop = await probe(await loopback.https(wildcard, open), await loopback.http(open));
    expect(hop('HTTP redirect')).toEqual(['fail', `200; expected a redirect to https://${HOST}`]);
    expect(hop('foreign host')).toEqual(['fail', '200 from a tenant; expected 404 from the ALB']);
    expect(hop('WAF probe')).toEqual(['fail', '200; expected 403']);
  });

  it('fails a redirect that leads elsewhere', async () => {
    const elsewhere = await loopback.http(answering(301, { ...ALB, Location: `https://${HOST}.example.org/` }));
    const hop = await probe(await loopback.closedPort(), elsewhere);
    expect(hop('HTTP redirect')).toEqual([
      'fail',
      `301 to https://${HOST}.example.org/; expected a redirect to https://${HOST}`,
    ]);
  });

  const failing = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

  it('tells a host that nobody knows from a DNS that knows nothing', async () => {
    const unknown = { resolve4: (name: string) => (name === HOST ? failing('ENOTFOUND') : resolver.resolve4()) };
    const hop = await probe(1, 1, { resolver: unknown, connectTo: [] });
    expect(hop('DNS answer')).toEqual(['fail', `${HOST} does not resolve`]);
    expect(hop('TLS handshake')).toEqual(['skipped', `${HOST} has no address`]);
    const reason = 'the DNS here does not know elasticloadbalancing.eu-central-1.amazonaws.com either';
    const nothing = await probe(1, 1, { resolver: { resolve4: () => failing('ENOTFOUND') }, connectTo: [] });
    expect([nothing('DNS answer'), nothing('TLS handshake')]).toEqual(Array(2).fill(['skipped', reason]));
    const deaf = await probe(1, 1, { resolver: { resolve4: () => failing('ECONNREFUSED') }, connectTo: [] });
    expect(deaf('HTTP redirect')).toEqual(['skipped', `the DNS gives no answer for ${HOST} here: ECONNREFUSED`]);
  });

  it('rejects a central account without a way in, in words of its own', async () => {
    const platform = {
      ...exampleWorld().platform,
      operatorAccess: { type: 'profile' as const, profiles: { '111111111111': 'nobody' } },
    };
    await expect(verifyTenants({ ...exampleWorld(), platform }, [exampleTenant()])).rejects.toThrow(
      /^account 111111111111: cannot be reached through profile nobody; /,
    );
  });
});

describe('verifyTenants', () => {
  it('gives the results in the order that was asked for, and tells of each when it is done', async () => {
    const tenants = ['one', 'two', 'three'].map((name, index) => exampleTenant(name, index + 1));
    const told: string[] = [];
    const results = await verifyTenants({ ...exampleWorld(), tenants }, tenants, {
      planes: ['data'],
      resolver: { resolve4: () => Promise.reject(Object.assign(new Error('no'), { code: 'ECONNREFUSED' })) },
      onVerified: ({ tenant }) => told.push(tenant),
    });
    expect(results.map(({ tenant, internetVpc, counts }) => [tenant, internetVpc, counts])).toEqual(
      ['one', 'two', 'three'].map((name) => [name, 'main', { ok: 0, warn: 0, fail: 0, skipped: 6 }]),
    );
    expect(told.sort()).toEqual(['one', 'three', 'two']);
  });
});
