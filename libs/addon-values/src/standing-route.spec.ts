import { standingRoute } from './standing-route';

const metadata = { name: 'standing-route', namespace: 'projectcontour' };
const routes = [{ conditions: [{ prefix: '/' }], directResponsePolicy: { statusCode: 404 } }];

describe('standingRoute', () => {
  it('opens the plain port for a host that nobody asks for', () => {
    expect(standingRoute({})).toEqual({
      apiVersion: 'projectcontour.io/v1',
      kind: 'HTTPProxy',
      metadata,
      spec: { virtualhost: { fqdn: 'standing-route.invalid' }, routes },
    });
  });

  it('opens the port that speaks TLS too, to clients that name no host', () => {
    const tls = { secretName: 'ingress-tls', enableFallbackCertificate: true };
    expect(standingRoute({ inClusterTls: { secretName: 'ingress-tls' } })).toEqual({
      apiVersion: 'projectcontour.io/v1',
      kind: 'HTTPProxy',
      metadata,
      spec: { virtualhost: { fqdn: 'standing-route.invalid', tls }, routes },
    });
  });
});
