import type { DnsAnswer } from '../probing/dns-answer';
import type { Finding } from '../verification';
import { fail, ok, skipped } from './findings';

/** What the answer of DNS for a host is compared with. */
export interface ExpectedAnswer {
  readonly host: string;
  /** What the host leads to. */
  readonly balancer: 'ALB' | 'NLB';
  /** What the load balancer's own name resolves to; none when it is not known. */
  readonly addresses: readonly string[] | undefined;
  /** The zone of the host, in words where its name is not known. */
  readonly zone: string;
  /** What the parent zone has to delegate the zone to; empty when it is not known. */
  readonly nameServers: readonly string[];
  /** Brings the records to what the files say. */
  readonly connect: string;
}

/** Judges what a resolver here says of a host. @param elsewhere the finding for a host that leads to something else */
export function judgeDns(
  dns: DnsAnswer,
  { host, balancer, addresses, zone, nameServers, connect }: ExpectedAnswer,
  elsewhere = (what: string): Finding =>
    fail(what, 'Another zone answers for this name: correct the delegation in the parent zone, or the split DNS here.'),
): Finding {
  if (dns.state === 'untried') return skipped(dns.reason);
  if (dns.state === 'no such name') {
    const fix = nameServers.length
      ? `Delegate ${zone} in its parent zone to ${nameServers.join(', ')}, or wait for the resolver here to forget.`
      : `${connect}, or delegate ${zone} in its parent zone.`;
    return fail(`${host} does not resolve`, fix);
  }
  const got = dns.addresses.join(', ');
  if (!addresses) return ok(`${host} is ${got} (not compared: the addresses of the ${balancer} are not known)`);
  if (dns.addresses.some((address) => addresses.includes(address))) return ok(`${host} is ${got}, the ${balancer}`);
  return elsewhere(`${host} is ${got}; expected one of the ${balancer}'s, ${addresses.join(', ')}`);
}
