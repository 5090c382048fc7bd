import type { DnsAnswer } from './dns-answer';
import { ask } from './http-answer';
import type { HttpAnswer } from './http-answer';
import type { NoConnection } from './no-connection';
import { askPublicDns, targetOf, untried } from './probes';
import type { ProbeSettings, Untried } from './probes';
import { shakeHands } from './tls-handshake';
import type { TlsHandshake } from './tls-handshake';

/** A port of a direct tenant as clients use it. */
export interface ClientPort {
  readonly port: number;
  readonly tls: boolean;
}

/** What clients see on one port. */
export interface PortProbes {
  readonly port: number;
  /** None on a port where plain HTTP is spoken. */
  readonly tls?: TlsHandshake | NoConnection | Untried;
  readonly answer: HttpAnswer | NoConnection | Untried;
}

/** Tries DNS, and on each port TLS where it is spoken, and a GET, for one host. */
export async function probePorts(host: string, ports: readonly ClientPort[], settings: ProbeSettings) {
  const dns = await askPublicDns(host, settings);
  return { host, dns, ports: await Promise.all(ports.map((port) => probePort(host, port, dns, settings))) };
}

async function probePort(
  host: string,
  { port, tls: speaksTls }: ClientPort,
  dns: DnsAnswer,
  settings: ProbeSettings,
): Promise<PortProbes> {
  const target = targetOf(host, port, dns, settings);
  if ('reason' in target) return { port, answer: target, ...(speaksTls ? { tls: target } : {}) };
  if (!speaksTls) return { port, answer: await ask({ ...target, scheme: 'http', path: '/' }) };
  const tls = await shakeHands(target);
  if (tls.state === 'failed') return { port, tls, answer: untried('there is no TLS connection') };
  return { port, tls, answer: await ask({ ...target, scheme: 'https', path: '/' }) };
}
