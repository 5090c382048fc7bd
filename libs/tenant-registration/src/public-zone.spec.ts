import { synthesizeConstruct } from '@central-ingress/testing';
import { PublicZone } from './public-zone';

describe('PublicZone', () => {
  it('finds the public zone, and no private one, by its name', () => {
    const stack = synthesizeConstruct(
      (scope) => new PublicZone(scope, 'hosted-zone', { name: 'partners.example.com' }),
    );
    expect([...stack.blocks()].map(([path, { type, body }]) => [path, type, body])).toStrictEqual([
      ['hosted-zone/zone', 'aws_route53_zone', { name: 'partners.example.com', private_zone: false }],
    ]);
  });
});
