import type { DnsAnswer } from '../probing/dns-answer';
import type { PortProbes } from '../probing/direct-probes';
import type { HttpAnswer } from '../probing/http-answer';
import type { NoConnection } from '../probing/no-connection';
import type { Untried } from '../probing/probes';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import { judgeNoConnection, judgeTls } from './data-plane';
import type { DirectExpectation } from './direct-expectation';
import { judgeDns } from './dns-finding';
import { hostsInShort } from './expectation';
import { fail, ok, skipped, warn } from './findings';

/** What clients of one host of a direct tenant see. */
export interface DirectHostProbes {
  readonly host: string;
  readonly dns: DnsAnswer;
  readonly ports: readonly PortProbes[];
}

/** What the control plane knows of the NLB and the zone. */
export interface KnownNlb {
  /** What the NLB's own name resolves to; none when it is not known. */
  readonly addresses?: readonly string[];
  readonly nameServers: readonly string[];
}

/** What only the central ALB does. */
const CENTRAL_ONLY = [
  ['HTTP redirect', 'not part of a direct tenant: an NLB redirects nothing'],
  ['foreign host', 'not part of a direct tenant: no other tenant is behind this NLB'],
  ['WAF probe', 'not part of a direct tenant: an NLB takes no web ACL'],
] as const;

/** Judges what clients of a direct tenant see from where the command runs. */
export function judgeDirectDataPlane(
  hosts: readonly DirectHostProbes[],
  known: KnownNlb,
  expected: DirectExpectation,
): readonly Hop[] {
  const subject = hostsInShort(expected);
  const zone = expected.tenant.exposure.hostedZone;
  const { addresses, nameServers } = known;
  const answer = { balancer: 'NLB', addresses, zone, nameServers, connect: expected.connect } as const;
  const dns = hosts.map((probes) => judgeDns(probes.dns, { host: probes.host, ...answer }));
  const each = (judgePort: (name: string, probes: PortProbes, host: string) => readonly Finding[]) =>
    hosts.flatMap(({ host, ports }) => ports.flatMap((port) => judgePort(nameOf(host, port.port), port, host)));
  const tls = each((_, { tls: handshake }, host) => (handshake ? judgeTls(host, handshake, expected.now) : []));
  const answers = each((name, { tls: handshake, answer }) => (handshake ? [judgeAnswer(name, answer)] : []));
  const plain = each((name, { tls: handshake, answer }) => (handshake ? [] : [judgeAnswer(name, answer)]));
  return [
    hop('data', 'DNS answer', subject, dns),
    ...(tls.length ? [hop('data', 'TLS handshake', subject, tls), hop('data', 'HTTPS answer', subject, answers)] : []),
    ...(plain.length ? [hop('data', 'plain HTTP answer', subject, plain)] : []),
    ...CENTRAL_ONLY.map(([name, reason]) => hop('data', name, subject, [skipped(reason)])),
  ];
}

function nameOf(host: string, port: number): string {
  return port === 443 || port === 80 ? host : `${host}:${port}`;
}

function judgeAnswer(name: string, answer: HttpAnswer | NoConnection | Untried): Finding {
  if (answer.state === 'untried') return skipped(answer.reason);
  if (answer.state === 'failed') return judgeNoConnection(answer);
  const { status, server } = answer;
  const from = `${name}: ${status}${server ? ` (${server})` : ''}`;
  if (status >= 500) return fail(from, 'The application or its route fails: look at its pods.');
  if (status === 404) return warn(`${from} for /`, 'The way is right; the ingress controller has no route for it.');
  return ok(from);
}
