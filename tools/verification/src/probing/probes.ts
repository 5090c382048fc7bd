import { askDns } from './dns-answer';
import type { DnsAnswer, NameResolver } from './dns-answer';
import { destinationOf } from './connect-to';
import type { ConnectRule } from './connect-to';
import { ask } from './http-answer';
import type { HttpAnswer, Question } from './http-answer';
import type { NoConnection } from './no-connection';
import { shakeHands } from './tls-handshake';
import type { TlsHandshake } from './tls-handshake';

/** A name that nobody can own, so no listener rule has it. @source RFC 2606 */
export const FOREIGN_HOST = 'foreign-host.invalid';
/**
 * Harmless, for nothing runs it: a script tag in a query, which the common rule set blocks.
 * @source WAF Developer Guide, AWSManagedRulesCommonRuleSet: CrossSiteScripting_QUERYARGUMENTS
 */
export const WAF_PROBE_PATH = '/?verify=%3Cscript%3Ealert(1)%3C/script%3E';

/** How the probes are sent. */
export interface ProbeSettings {
  readonly resolver: NameResolver;
  /** A name that the whole world can resolve; where it is unknown, the DNS tells nothing of any host. */
  readonly publicName: string;
  readonly connectTo: readonly ConnectRule[];
  /** Bound of each single probe. */
  readonly milliseconds: number;
  /** PEM of the authorities to trust, instead of the usual ones. */
  readonly trustedCa?: string;
}

/** A probe that could not be tried, and why. */
export interface Untried {
  readonly state: 'untried';
  readonly reason: string;
}

/** What clients of one host see. */
export interface HostProbes {
  readonly host: string;
  readonly dns: DnsAnswer;
  readonly tls: TlsHandshake | NoConnection | Untried;
  readonly https: HttpAnswer | NoConnection | Untried;
}

/** What is the same for every host of an ALB, tried with one of them. */
export interface DoorProbes {
  readonly host: string;
  readonly http: HttpAnswer | NoConnection | Untried;
  readonly foreign: HttpAnswer | NoConnection | Untried;
  readonly waf: HttpAnswer | NoConnection | Untried;
}

/** Tries DNS, TLS and a GET for one host; each needs the one before. */
export async function probeHost(host: string, path: string, settings: ProbeSettings): Promise<HostProbes> {
  const dns = await askPublicDns(host, settings);
  const target = targetOf(host, 443, dns, settings);
  if ('reason' in target) return { host, dns, tls: target, https: target };
  const tls = await shakeHands(target);
  if (tls.state === 'failed') return { host, dns, tls, https: untried('there is no TLS connection') };
  return { host, dns, tls, https: await ask({ ...target, scheme: 'https', path }) };
}

/** Tries the redirect on port 80, a host that is nobody's, and the firewall. */
export async function probeDoor(
  { host, dns, tls }: HostProbes,
  path: string,
  settings: ProbeSettings,
): Promise<DoorProbes> {
  const plain = targetOf(host, 80, dns, settings);
  const secure = tls.state === 'done' ? targetOf(host, 443, dns, settings) : untried('there is no TLS connection');
  const get = async (target: Target | Untried, more: Pick<Question, 'scheme' | 'path' | 'hostHeader'>) =>
    'reason' in target ? target : ask({ ...target, ...more });
  const [http, foreign, waf] = await Promise.all([
    get(plain, { scheme: 'http', path }),
    get(secure, { scheme: 'https', path: '/', hostHeader: FOREIGN_HOST }),
    get(secure, { scheme: 'https', path: WAF_PROBE_PATH }),
  ]);
  return { host, http, foreign, waf };
}

/** Asks the DNS here; where it does not know the world either, it tells nothing of a host. */
export async function askPublicDns(
  host: string,
  { resolver, publicName, milliseconds }: ProbeSettings,
): Promise<DnsAnswer> {
  const answer = await askDns(resolver, host, milliseconds);
  if (answer.state !== 'no such name') return answer;
  const reference = await askDns(resolver, publicName, milliseconds);
  return reference.state === 'answered' ? answer : untried(`the DNS here does not know ${publicName} either`);
}

/** Where a probe of a host goes. */
export type Target = Omit<Question, 'scheme' | 'path' | 'hostHeader'>;

/** The address of a probe, or why there is none. */
export function targetOf(host: string, port: number, dns: DnsAnswer, settings: ProbeSettings): Target | Untried {
  const destination = destinationOf(settings.connectTo, host, port);
  const address = destination.host ?? (dns.state === 'answered' ? dns.addresses[0] : undefined);
  if (!address) return untried(dns.state === 'untried' ? dns.reason : `${host} has no address`);
  const { milliseconds, trustedCa } = settings;
  return { host, address, port: destination.port, milliseconds, ...(trustedCa ? { trustedCa } : {}) };
}

/** A probe that could not be tried. */
export function untried(reason: string): Untried {
  return { state: 'untried', reason };
}
