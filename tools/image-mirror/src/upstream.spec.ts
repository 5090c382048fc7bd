import { parseUpstream } from './upstream';

const ENVOY = { registry: 'docker.io', repository: 'envoyproxy/envoy' };
const CONTOUR = { registry: 'ghcr.io', repository: 'projectcontour/contour' };

describe('parseUpstream', () => {
  it.each([
    [[], 'docker.io/envoyproxy/envoy', 'ghcr.io/projectcontour/contour'],
    [['127.0.0.1:5000'], '127.0.0.1:5000/envoyproxy/envoy', '127.0.0.1:5000/projectcontour/contour'],
    [['docker.io=r.example.com/hub'], 'r.example.com/hub/envoyproxy/envoy', 'ghcr.io/projectcontour/contour'],
    [
      ['r.example.com', 'docker.io=r.example.com/hub'],
      'r.example.com/hub/envoyproxy/envoy',
      'r.example.com/projectcontour/contour',
    ],
  ])('reads with %j from %s and %s', (rules, envoy, contour) => {
    const upstream = parseUpstream(rules);
    expect([upstream(ENVOY), upstream(CONTOUR)]).toEqual([envoy, contour]);
  });

  it.each([
    [['https://r.example.com'], 'is no rule; got "https://r.example.com"'],
    [['docker.io='], 'is no rule; got "docker.io="'],
    [['--all'], 'is no rule; got "--all"'],
    [['a.example.com', 'b.example.com'], 'names the same registry twice; got "b.example.com"'],
  ])('rejects %j', (rules, problem) => {
    expect(() => parseUpstream(rules)).toThrow(`--from: ${problem}; expected host/path for every image, or registry=`);
  });

  it('names what the rules were written in, and how to write one there', () => {
    expect(() => parseUpstream(['docker.io='], 'MIRRORS')).toThrow(
      'MIRRORS: is no rule; got "docker.io="; expected host/path for every image, or registry=host/path for the images ' +
        'of one registry, once each. Write for example MIRRORS=docker.io=registry.example.com/hub.',
    );
    expect(() => parseUpstream(['docker.io='])).toThrow('example --from docker.io=registry.example.com/hub.');
  });
});
