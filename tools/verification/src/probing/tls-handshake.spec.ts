import { Loopback } from '../rehearsal/loopback';
import { days, TestAuthority } from '../rehearsal/test-authority';
import { shakeHands } from './tls-handshake';

const HOST = 'payments.apps.example.com';

describe('shakeHands', () => {
  const loopback = new Loopback();
  const authority = new TestAuthority();
  const stranger = new TestAuthority();
  afterAll(async () => {
    await loopback.close();
    authority.remove();
    stranger.remove();
  });

  const shake = (port: number, milliseconds = 5000) =>
    shakeHands({ host: HOST, address: '127.0.0.1', port, milliseconds, trustedCa: authority.cert });
  const serve = (names: readonly string[], of = authority, validity = days(90)) =>
    loopback.https(of.issue(names, validity), (_, response) => response.end());

  it('tells the certificate, its names, its end and the protocol', async () => {
    const handshake = await shake(await serve(['apps.example.com', '*.apps.example.com']));
    expect(handshake).toEqual({
      state: 'done',
      protocol: 'TLSv1.3',
      subject: 'CN=apps.example.com',
      issuer: 'CN=Test Authority',
      names: ['apps.example.com', '*.apps.example.com'],
      notAfter: expect.any(Date),
      coversHost: true,
    });
    const left = (handshake.state === 'done' ? handshake.notAfter.getTime() : 0) - Date.now();
    expect(Math.round(left / 86_400_000)).toBe(90);
  });

  it('tells a certificate for another name from a right one', async () => {
    expect(await shake(await serve(['shop.apps.example.com']))).toMatchObject({ state: 'done', coversHost: false });
  });

  it('shows an expired certificate instead of stopping at it, and does not call it distrusted', async () => {
    const port = await serve([HOST], authority, { from: '20240101000000Z', to: '20240201000000Z' });
    const handshake = await shake(port);
    expect(handshake).toMatchObject({ state: 'done', coversHost: true, notAfter: new Date('2024-02-01T00:00:00Z') });
    expect(handshake).not.toHaveProperty('distrust');
  });

  it('says why a certificate is not trusted', async () => {
    expect(await shake(await serve([HOST], stranger))).toMatchObject({
      state: 'done',
      coversHost: true,
      distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
  });

  it('tells plain HTTP from TLS', async () => {
    const port = await loopback.http((_, response) => response.end('hello'));
    expect(await shake(port)).toEqual({
      state: 'failed',
      kind: 'not TLS',
      what: `127.0.0.1:${port}: the answer is no TLS`,
    });
  });

  it('tells a closed port', async () => {
    const port = await loopback.closedPort();
    expect(await shake(port)).toEqual({
      state: 'failed',
      kind: 'refused',
      what: `127.0.0.1:${port}: connection refused`,
    });
  });

  it('waits for a server that says nothing, and no longer than it may', async () => {
    const port = await loopback.tcp(() => {});
    const started = Date.now();
    expect(await shake(port, 200)).toEqual({
      state: 'failed',
      kind: 'late',
      what: `127.0.0.1:${port}: no answer within 0.2 s`,
    });
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('tells a server that hangs up in the handshake', async () => {
    const port = await loopback.tcp((socket) => socket.once('data', () => socket.destroy()));
    expect(await shake(port)).toMatchObject({ state: 'failed', kind: 'hung up' });
  });
});
