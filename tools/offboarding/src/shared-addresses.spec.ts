import { sharedAddresses } from './shared-addresses';
import type { StackState, StateResource } from './stack-state';

describe('sharedAddresses', () => {
  const resource = (address: string, type: string, attributes: StateResource['attributes']) => ({
    address,
    type,
    attributes,
  });
  const state = (...resources: StateResource[]): StackState => ({ applied: true, resources });

  it('finds listener certificates and records that both states hold', () => {
    const certificate = { listener_arn: 'arn:443', certificate_arn: 'arn:given' };
    const proof = { zone_id: 'Z1', name: '_a.example.com', type: 'CNAME' };
    const bridge = state(
      resource('c.given', 'aws_lb_listener_certificate', certificate),
      resource('c.own', 'aws_lb_listener_certificate', { ...certificate, certificate_arn: 'arn:own' }),
      resource('r.proof', 'aws_route53_record', proof),
      resource('e.endpoint', 'aws_vpc_endpoint', {}),
    );
    const connection = state(
      resource('x.given', 'aws_lb_listener_certificate', certificate),
      resource('x.proof', 'aws_route53_record', proof),
      resource('x.endpoint', 'aws_vpc_endpoint', {}),
    );
    expect(sharedAddresses(bridge, connection)).toEqual(['c.given', 'r.proof']);
    expect(sharedAddresses(bridge, state())).toEqual([]);
  });
});
