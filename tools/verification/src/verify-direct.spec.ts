import type { RequestListener } from 'node:http';
import type { DirectTenant } from '@central-ingress/config';
import { exampleDirectTenant, exampleWorld } from '@central-ingress/fixtures';
import { judgeDirectDataPlane } from './judging/direct-data-plane';
import { parseConnectRule } from './probing/connect-to';
import type { DnsAnswer } from './probing/dns-answer';
import { partnerExpectation } from './rehearsal/healthy-direct-path';
import { Loopback } from './rehearsal/loopback';
import { TestAuthority } from './rehearsal/test-authority';
import type { Hop, Verdict } from './verification';
import { verifyTenants } from './verify-tenants';

const HOST = 'partner-api.apps.example.com';
const direct = exampleDirectTenant();
const answering =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end();
const graveOf = ({ verdict, findings }: Hop) => findings.find((finding) => finding.verdict === verdict)?.what;

describe('verifyTenants of a direct tenant', () => {
  const loopback = new Loopback();
  const authority = new TestAuthority();
  afterAll(async () => {
    await loopback.close();
    authority.remove();
  });

  /** The hops that clients see, with the ports of the NLB sent to ports of this machine. */
  const probe = async (ports: Readonly<Record<number, number>>, tenant: DirectTenant = direct) => {
    const world = { ...exampleWorld(), tenants: [tenant] };
    const verifications = await verifyTenants(world, [tenant], {
      planes: ['data'],
      resolver: { resolve4: async () => ['203.0.113.7'] },
      trustedCa: authority.cert,
      connectTo: Object.entries(ports).map(([port, to]) => parseConnectRule(`:${port}:127.0.0.1:${to}`)),
      timeoutSeconds: 0.5,
    });
    const hops = verifications.flatMap((verification) => verification.hops);
    const hop = (name: string): readonly [Verdict | undefined, string | undefined] => {
      const found = hops.find((each) => each.name === name);
      return [found?.verdict, found && graveOf(found)];
    };
    return { internetVpc: verifications[0]?.internetVpc, hops, hop };
  };
  const secure = (listener: RequestListener) => loopback.https(authority.issue([HOST]), listener);
  const withPorts = (ports: readonly number[], sslPorts: readonly number[]): DirectTenant => ({
    ...direct,
    exposure: { ...direct.exposure, ports, sslPorts },
  });

  it('sees a door on which everything is as it must be, and says what only the central ALB does', async () => {
    const { hop, hops, internetVpc } = await probe({ 443: await secure(answering(200, { Server: 'envoy' })) });
    expect(internetVpc).toBeUndefined();
    expect(hop('DNS answer')).toEqual([
      'ok',
      `${HOST} is 203.0.113.7 (not compared: the addresses of the NLB are not known)`,
    ]);
    expect(hop('TLS handshake')[0]).toBe('ok');
    expect(hop('HTTPS answer')).toEqual(['ok', `${HOST}: 200 (envoy)`]);
    expect(hops.filter(({ verdict }) => verdict === 'skipped').map((each) => [each.name, graveOf(each)])).toEqual([
      ['HTTP redirect', 'not part of a direct tenant: an NLB redirects nothing'],
      ['foreign host', 'not part of a direct tenant: no other tenant is behind this NLB'],
      ['WAF probe', 'not part of a direct tenant: an NLB takes no web ACL'],
    ]);
  });

  it.each<[number, Record<string, string>, Verdict, string]>([
    [503, { Server: 'envoy' }, 'fail', `${HOST}: 503 (envoy)`],
    [404, { Server: 'envoy' }, 'warn', `${HOST}: 404 (envoy) for /`],
    [401, {}, 'ok', `${HOST}: 401`],
  ])('judges an answer of %d with %j', async (status, headers, verdict, what) => {
    const { hop } = await probe({ 443: await secure(answering(status, headers)) });
    expect(hop('HTTPS answer')).toEqual([verdict, what]);
  });

  it('fails a certificate for another name, and a port that speaks no TLS', async () => {
    const other = await loopback.https(authority.issue(['shop.apps.example.com']), answering(200));
    expect((await probe({ 443: other })).hop('TLS handshake')).toEqual(['fail', `the certificate is not for ${HOST}`]);
    const plain = await loopback.http(answering(200));
    const { hop } = await probe({ 443: plain });
    expect(hop('TLS handshake')).toEqual(['fail', `127.0.0.1:${plain}: the answer is no TLS`]);
    expect(hop('HTTPS answer')).toEqual(['skipped', 'there is no TLS connection']);
  });

  it('asks every port in the way that the tenant says', async () => {
    const ports = {
      80: await loopback.http(answering(200)),
      443: await secure(answering(200)),
      8443: await loopback.closedPort(),
    };
    const { hops } = await probe(ports, withPorts([80, 443, 8443], [443, 8443]));
    const textOf = (name: string) => hops.find((hop) => hop.name === name)?.findings.map(({ what }) => what);
    expect(textOf('HTTPS answer')).toEqual([`${HOST}: 200`, 'there is no TLS connection']);
    expect(textOf('TLS handshake')?.at(-1)).toBe(`127.0.0.1:${ports[8443]}: connection refused`);
    expect(textOf('plain HTTP answer')).toEqual([`${HOST}: 200`]);
  });

  it('expects TLS from pods that end it, on every port but 80', async () => {
    const tenant = { ...withPorts([443], []), inClusterTls: { secretName: 'ingress-tls' } };
    const { hop, hops } = await probe({ 443: await secure(answering(200)) }, tenant);
    expect(hop('HTTPS answer')).toEqual(['ok', `${HOST}: 200`]);
    expect(hops.some(({ name }) => name === 'plain HTTP answer')).toBe(false);
  });
});

describe('judgeDirectDataPlane', () => {
  const judgeDns = (dns: DnsAnswer, addresses?: readonly string[], nameServers: readonly string[] = []) =>
    judgeDirectDataPlane(
      [{ host: HOST, dns, ports: [] }],
      { nameServers, ...(addresses ? { addresses } : {}) },
      partnerExpectation(),
    )[0]?.findings[0];
  const answered = (...addresses: string[]): DnsAnswer => ({ state: 'answered', addresses });

  it('compares the answer with the addresses of the NLB', () => {
    expect(judgeDns(answered('203.0.113.8'), ['203.0.113.8'])).toEqual({
      verdict: 'ok',
      what: `${HOST} is 203.0.113.8, the NLB`,
    });
    expect(judgeDns(answered('198.51.100.1'), ['203.0.113.8'])).toMatchObject({
      verdict: 'fail',
      what: `${HOST} is 198.51.100.1; expected one of the NLB's, 203.0.113.8`,
    });
  });

  it('says to which name servers the zone of an unknown host is to be delegated', () => {
    expect(judgeDns({ state: 'no such name' }, undefined, ['ns-1.awsdns-01.org'])).toEqual({
      verdict: 'fail',
      what: `${HOST} does not resolve`,
      fix: 'Delegate apps.example.com in its parent zone to ns-1.awsdns-01.org, or wait for the resolver here to forget.',
    });
    expect(judgeDns({ state: 'no such name' })?.fix).toBe(
      'npx ingress connect partner-api, or delegate apps.example.com in its parent zone.',
    );
  });
});
