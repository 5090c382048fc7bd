import type { DnsAnswer } from '../probing/dns-answer';
import type { HttpAnswer } from '../probing/http-answer';
import type { NoConnection, NoConnectionKind } from '../probing/no-connection';
import { FOREIGN_HOST } from '../probing/probes';
import type { DoorProbes, HostProbes, Untried } from '../probing/probes';
import type { TlsHandshake } from '../probing/tls-handshake';
import { hop } from '../verification';
import type { Finding, Hop } from '../verification';
import { daysLeft, EXPIRY_MARGIN_DAYS } from './certificate-hops';
import { judgeDns } from './dns-finding';
import type { Expectation } from './expectation';
import { hostsInShort } from './expectation';
import { fail, ok, skipped, warn } from './findings';

/** What the control plane knows and the answers are compared with. */
export interface Door {
  /** What the ALB's own name resolves to; none when it is not known. */
  readonly albAddresses?: readonly string[];
  /** What the parent zones have to delegate to, by zone. */
  readonly nameServers: ReadonlyMap<string, readonly string[]>;
}

/** Judges what clients see from where the command runs. */
export function judgeDataPlane(
  hosts: readonly HostProbes[],
  door: DoorProbes | undefined,
  known: Door,
  expected: Expectation,
): readonly Hop[] {
  const subject = hostsInShort(expected);
  const each = (judgeHost: (probes: HostProbes) => readonly Finding[]) => hosts.flatMap(judgeHost);
  return [
    hop(
      'data',
      'DNS answer',
      subject,
      each(({ host, dns }) => [judgeHostDns(host, dns, known, expected)]),
    ),
    hop(
      'data',
      'TLS handshake',
      subject,
      each(({ host, tls }) => judgeTls(host, tls, expected.now)),
    ),
    hop(
      'data',
      'HTTPS answer',
      subject,
      each(({ host, https }) => [judgeAnswer(host, https, expected)]),
    ),
    ...(door ? doorHops(door, expected) : []),
  ];
}

function judgeHostDns(
  host: string,
  dns: DnsAnswer,
  { albAddresses, nameServers }: Door,
  { connect, tenant }: Expectation,
): Finding {
  const [zone = 'the zone of the host', servers = []] =
    [...nameServers].find(([name]) => host === name || host.endsWith(`.${name}`)) ?? [];
  const answer = { host, balancer: 'ALB', addresses: albAddresses, zone, nameServers: servers, connect } as const;
  const isForeign = tenant.exposure.hosts.find(({ name }) => name === host)?.certificate.type === 'arn';
  return isForeign
    ? judgeDns(dns, answer, (what) =>
        warn(what, 'If nothing of yours stands before the ALB, have the keeper of the record point it at the ALB.'),
      )
    : judgeDns(dns, answer);
}

/** Judges what a host shows when TLS begins. */
export function judgeTls(host: string, tls: TlsHandshake | NoConnection | Untried, now: Date): readonly Finding[] {
  if (tls.state === 'untried') return [skipped(tls.reason)];
  if (tls.state === 'failed') return [judgeNoConnection(tls)];
  const { protocol, subject, issuer, names, notAfter, coversHost, distrust } = tls;
  const days = daysLeft(notAfter, now);
  const left = days < 0 ? `expired ${-days} days ago` : `${days} days left`;
  const short = days < 0 ? left : `has ${left}`;
  const shown = `${subject}; issuer ${issuer}; names ${names.join(', ') || 'none'}; ${left}`;
  const problems = [
    ...(coversHost
      ? []
      : [fail(`the certificate is not for ${host}`, 'Request a certificate for the host: see the hop certificate.')]),
    ...(days > EXPIRY_MARGIN_DAYS
      ? []
      : [fail(`the certificate ${short}; expected more than ${EXPIRY_MARGIN_DAYS} days`, 'See the hop certificate.')]),
    ...(distrust
      ? [
          fail(
            `the certificate is not trusted (${distrust})`,
            'Clients reject it: use one of a public authority. If yours trust another, name it in NODE_EXTRA_CA_CERTS.',
          ),
        ]
      : []),
  ];
  return [ok(`${host}: ${protocol}, ${shown}`), ...problems];
}

const CONNECTION_FIXES: Readonly<Record<Exclude<NoConnectionKind, 'no network'>, string>> = {
  refused: 'Nothing listens there: look at the listeners of the load balancer, and whether the address is its own.',
  late: "A firewall drops the packets: the load balancer's security group and subnets' routes, or one between here and there.",
  'not TLS': 'The listener speaks plain HTTP where TLS is expected: see its listener.',
  'hung up': 'Something between ends the connection, or the listener has no certificate: try from another network.',
  'no common TLS': 'The listener takes other TLS versions than 1.2 and 1.3: see its listener.',
};

/** Judges a connection that does not come about. */
export function judgeNoConnection({ kind, what }: NoConnection): Finding {
  return kind === 'no network' ? skipped(what) : fail(what, CONNECTION_FIXES[kind]);
}

/** The ALB signs what it answers by itself; an answer of the tenant has the tenant's own header, or none. */
function isOfAlb({ server, body, status }: HttpAnswer): boolean {
  return server.startsWith('awselb/') || (status === 404 && body === 'No such host');
}

const ALB_ANSWERS: Readonly<Record<number, readonly [string, string]>> = {
  403: ['the web ACL blocks it', 'Find the rule in the log of the web ACL; an address with a bad name is blocked too.'],
  404: ['the default action: no rule has the host', 'See the hop listener rule.'],
  502: ['a target hangs up or speaks no TLS', 'See the hops endpoint, TLS listener and pods.'],
  503: ['no target is registered', 'See the hop targets.'],
  504: ['no target answers in time', 'See the hops targets and pods.'],
};

function judgeAnswer(host: string, answer: HttpAnswer | NoConnection | Untried, { tenant }: Expectation): Finding {
  if (answer.state === 'untried') return skipped(answer.reason);
  if (answer.state === 'failed') return judgeNoConnection(answer);
  const { status, server } = answer;
  if (isOfAlb(answer)) {
    const [why, fix] = ALB_ANSWERS[status] ?? [
      'the ALB itself',
      'See ELB User Guide, HTTP errors of the load balancer.',
    ];
    return fail(`${host}: ${status} from the ALB: ${why}`, fix);
  }
  const from = `${host}: ${status} from the tenant${server ? ` (${server})` : ''}`;
  if (status >= 500) return fail(from, 'The application or its route fails: look at its pods.');
  const path = tenant.exposure.healthCheckPath;
  if (status === 404)
    return warn(`${from} for ${path}`, 'The way is right; the ingress controller has no route for it.');
  return ok(from);
}

function doorHops({ host, http, foreign, waf }: DoorProbes, expected: Expectation): readonly Hop[] {
  return [
    hop('data', 'HTTP redirect', `http://${host}`, [judgeRedirect(http, host, expected)]),
    hop('data', 'foreign host', FOREIGN_HOST, [judgeForeign(foreign, expected)]),
    hop('data', 'WAF probe', 'GET with a script tag in the query', [judgeWaf(waf, expected)]),
  ];
}

function judgeRedirect(answer: HttpAnswer | NoConnection | Untried, host: string, { deployVpc }: Expectation): Finding {
  if (answer.state === 'untried') return skipped(answer.reason);
  if (answer.state === 'failed') return judgeNoConnection(answer);
  const { status, location } = answer;
  const leads = new RegExp(`^https://${host.replaceAll('.', '\\.')}(:443)?/`, 'i').test(location);
  if ([301, 302, 307, 308].includes(status) && leads) return ok(`${status} to ${location}`);
  return fail(`${status}${location ? ` to ${location}` : ''}; expected a redirect to https://${host}`, `${deployVpc}.`);
}

function judgeForeign(answer: HttpAnswer | NoConnection | Untried, { deployVpc }: Expectation): Finding {
  if (answer.state === 'untried') return skipped(answer.reason);
  if (answer.state === 'failed') return judgeNoConnection(answer);
  if (answer.status === 404 && isOfAlb(answer)) return ok('404 from the ALB');
  const who = isOfAlb(answer) ? 'the ALB' : 'a tenant';
  return fail(
    `${answer.status} from ${who}; expected 404 from the ALB`,
    `A listener rule takes hosts that are nobody's, or the default action is another: remove the rule, or ${deployVpc}.`,
  );
}

function judgeWaf(answer: HttpAnswer | NoConnection | Untried, { deployVpc }: Expectation): Finding {
  if (answer.state === 'untried') return skipped(answer.reason);
  if (answer.state === 'failed') return judgeNoConnection(answer);
  if (answer.status === 403 && isOfAlb(answer)) return ok('403 from the ALB');
  if (answer.status === 403) {
    return warn('403, but from the tenant', 'The web ACL seems to have let it through: see the hop WAF.');
  }
  return fail(
    `${answer.status}; expected 403`,
    `The web ACL is not attached, or its common rule set only counts: see the hop WAF, and ${deployVpc}.`,
  );
}
