import { UserError } from '@central-ingress/user-error';
import { destinationOf, parseConnectRule } from './connect-to';

describe('parseConnectRule', () => {
  it.each([
    ['a.example.com:443:10.0.0.7:8443', { host: 'a.example.com', port: 443, toHost: '10.0.0.7', toPort: 8443 }],
    ['::10.0.0.7:', { toHost: '10.0.0.7' }],
    [':443:[::1]:8443', { port: 443, toHost: '::1', toPort: 8443 }],
    ['A.example.com::ALB.amazonaws.com:', { host: 'a.example.com', toHost: 'alb.amazonaws.com' }],
    [':::', {}],
  ])('reads %s', (text, rule) => {
    expect(parseConnectRule(text)).toEqual(rule);
  });

  it.each(['', '10.0.0.7', '10.0.0.7:443', 'a:443:b', 'a:x:b:y', 'a:443:::1:443', ':70000:b:1', ':1:b:65536'])(
    'rejects %j',
    (text) => {
      expect(() => parseConnectRule(text)).toThrow(
        new UserError(
          `--connect-to: not a rule; got "${text}"; expected HOST1:PORT1:HOST2:PORT2, each part possibly empty. ` +
            'Write an IPv6 address in square brackets.',
        ),
      );
    },
  );
});

describe('destinationOf', () => {
  const rules = ['a.example.com:443:10.0.0.7:8443', ':80::8080', '::10.0.0.8:'].map(parseConnectRule);

  it.each([
    ['a.example.com', 443, { host: '10.0.0.7', port: 8443 }],
    ['a.example.com', 80, { port: 8080 }],
    ['b.example.com', 443, { host: '10.0.0.8', port: 443 }],
  ])('leads %s:%d by the first rule that fits', (host, port, destination) => {
    expect(destinationOf(rules, host, port)).toEqual(destination);
  });

  it('leaves everything as it is without a rule', () => {
    expect(destinationOf([], 'a.example.com', 443)).toEqual({ port: 443 });
  });
});
