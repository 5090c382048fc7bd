import type { HostConfig } from './model';
import { directCertificates, givenCertificateArns, requestedCertificates } from './requested-certificates';

function inZone(hostedZone: string, count: number): readonly HostConfig[] {
  return Array.from({ length: count }, (_, index) => {
    return { name: `h${index}.${hostedZone}`, certificate: { type: 'hostedZone' as const, hostedZone } };
  });
}

const wildcard: HostConfig = { name: 'a.apps.example.com', certificate: { type: 'wildcard' } };

describe('requestedCertificates', () => {
  it('requests none for hosts under the wildcard', () => {
    expect(requestedCertificates([wildcard])).toEqual([]);
  });

  it('requests one per zone and ten names, numbered within the zone', () => {
    const hosts = [...inZone('example.org', 11), wildcard, ...inZone('example.net', 1)];
    expect(requestedCertificates(hosts)).toEqual([
      { hostedZone: 'example.org', number: 1, names: hosts.slice(0, 10).map(({ name }) => name) },
      { hostedZone: 'example.org', number: 2, names: ['h10.example.org'] },
      { hostedZone: 'example.net', number: 1, names: ['h0.example.net'] },
    ]);
  });
});

describe('directCertificates', () => {
  const hosts = inZone('example.org', 11).map(({ name }) => ({ name }));

  it('requests one per ten hosts in the one zone', () => {
    expect(directCertificates({ certificate: { type: 'requested' }, hostedZone: 'example.org', hosts })).toEqual([
      { hostedZone: 'example.org', number: 1, names: hosts.slice(0, 10).map(({ name }) => name) },
      { hostedZone: 'example.org', number: 2, names: ['h10.example.org'] },
    ]);
  });

  it.each([{ type: 'none' as const }, { type: 'arn' as const, certificateArn: 'arn:1' }])(
    'requests none when the certificate is %j',
    (certificate) => {
      expect(directCertificates({ certificate, hostedZone: 'example.org', hosts })).toEqual([]);
    },
  );
});

describe('givenCertificateArns', () => {
  it('names each certificate once', () => {
    const given = (name: string, certificateArn: string): HostConfig => {
      return { name, certificate: { type: 'arn', certificateArn } };
    };
    const hosts = [given('a.org', 'arn:1'), wildcard, given('b.org', 'arn:2'), given('c.org', 'arn:1')];
    expect(givenCertificateArns(hosts)).toEqual(['arn:1', 'arn:2']);
  });
});
