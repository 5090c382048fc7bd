import { exampleInternetVpc } from '@central-ingress/fixtures';
import { synthesizeConstruct } from '@central-ingress/testing';
import { DomainZone } from './domain-zone';

function zone(hostedZone: 'create' | 'lookup') {
  return synthesizeConstruct(
    (scope) =>
      new DomainZone(scope, 'domain', { namePrefix: 'acme', internetVpc: { ...exampleInternetVpc(), hostedZone } }),
  ).at('domain/zone');
}

describe('DomainZone', () => {
  it('creates a zone that deletion spares while it has records', () => {
    const { type, body } = zone('create');
    expect(type).toBe('aws_route53_zone');
    expect(body).toStrictEqual({
      name: 'apps.example.com',
      comment: 'Hosts behind the internet VPC main',
      force_destroy: false,
      tags: { Name: 'acme-main-zone' },
    });
  });

  it('finds the public zone that exists', () => {
    const { address, body } = zone('lookup');
    expect(address).toMatch(/^data\.aws_route53_zone\./);
    expect(body).toStrictEqual({ name: 'apps.example.com', private_zone: false });
  });
});
