import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import type { DnsAnswer } from '../probing/dns-answer';
import { NOW } from '../rehearsal/healthy-path';
import { judgeDataPlane } from './data-plane';
import type { Door } from './data-plane';
import { expectationOf } from './expectation';

const HOST = 'payments.apps.example.com';
const DOOR: Door = {
  albAddresses: ['203.0.113.7', '203.0.113.8'],
  nameServers: new Map([['apps.example.com', ['ns-1.awsdns-01.org', 'ns-2.awsdns-02.com']]]),
};
const answered = (...addresses: string[]): DnsAnswer => ({ state: 'answered', addresses });

describe('judgeDataPlane', () => {
  const judgeDns = (dns: DnsAnswer, door: Door, tenant = exampleTenant()) => {
    const untried = { state: 'untried' as const, reason: 'no matter' };
    const probes = [{ host: HOST, dns, tls: untried, https: untried }];
    return judgeDataPlane(probes, undefined, door, expectationOf(exampleWorld(), tenant, NOW))[0]?.findings[0];
  };

  it.each([
    [answered('203.0.113.8', '203.0.113.9'), DOOR, 'ok', `${HOST} is 203.0.113.8, 203.0.113.9, the ALB`],
    [
      answered('198.51.100.1'),
      DOOR,
      'fail',
      `${HOST} is 198.51.100.1; expected one of the ALB's, 203.0.113.7, 203.0.113.8`,
    ],
  ] as const)('compares %j with the addresses of the ALB', (dns, door, verdict, what) => {
    expect(judgeDns(dns, door)).toMatchObject({ verdict, what });
  });

  it('only warns of another address where the record is somebody else’s: a proxy of theirs may stand before', () => {
    const certificate = { type: 'arn' as const, certificateArn: 'arn:aws:acm:eu-central-1:111111111111:certificate/1' };
    const exposure = { ...exampleTenant().exposure, hosts: [{ name: HOST, certificate }] };
    expect(judgeDns(answered('198.51.100.1'), DOOR, { ...exampleTenant(), exposure })?.verdict).toBe('warn');
  });

  it('says to which name servers the zone of an unknown host is to be delegated', () => {
    expect(judgeDns({ state: 'no such name' }, DOOR)).toEqual({
      verdict: 'fail',
      what: `${HOST} does not resolve`,
      fix:
        'Delegate apps.example.com in its parent zone to ns-1.awsdns-01.org, ns-2.awsdns-02.com, ' +
        'or wait for the resolver here to forget.',
    });
    expect(judgeDns({ state: 'no such name' }, { nameServers: new Map() })?.fix).toBe(
      'npx ingress connect payments, or delegate the zone of the host in its parent zone.',
    );
  });

  it('says where another address of a record of ours comes from', () => {
    expect(judgeDns(answered('198.51.100.1'), DOOR)?.fix).toBe(
      'Another zone answers for this name: correct the delegation in the parent zone, or the split DNS here.',
    );
  });
});
