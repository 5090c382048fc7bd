import type { X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { noConnection } from './no-connection';
import type { NoConnection } from './no-connection';
import { endOnce } from './time-limit';

/** Where to, and as whom. */
export interface ProbeTarget {
  /** Host of the request, for SNI and the Host header. */
  readonly host: string;
  /** Where the connection goes. */
  readonly address: string;
  readonly port: number;
  readonly milliseconds: number;
  /** PEM of the authorities to trust; default: those of Node.js and `NODE_EXTRA_CA_CERTS`. */
  readonly trustedCa?: string;
}

/** A TLS handshake that came about, whatever the certificate. */
export interface TlsHandshake {
  readonly state: 'done';
  /** E.g. `TLSv1.3`. */
  readonly protocol: string;
  readonly subject: string;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly notAfter: Date;
  readonly coversHost: boolean;
  /** Why the certificate is not trusted, other than by its name or its end. */
  readonly distrust?: string;
}

/** Judged apart, from the certificate itself. */
const JUDGED_APART = ['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'];

/** Shakes hands and hangs up; no request is sent. */
export function shakeHands(target: ProbeTarget): Promise<TlsHandshake | NoConnection> {
  const { host, address, port, milliseconds, trustedCa } = target;
  return new Promise((resolve) => {
    // The certificate is what is looked at here, so a bad one must not end the handshake; nothing secret is sent.
    const socket = connect({
      host: address,
      port,
      servername: host,
      rejectUnauthorized: false,
      ...(trustedCa ? { ca: trustedCa } : {}),
    });
    const end = endOnce(socket, milliseconds, resolve);
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate();
      end(
        certificate ? handshakeOf(socket, certificate, host) : noConnection({ code: 'NO_CERTIFICATE' }, address, port),
      );
    });
    socket.once('error', (error) => end(noConnection(error, address, port)));
    socket.once('close', () => end(noConnection({ code: 'closed' }, address, port)));
  });
}

function handshakeOf(socket: TLSSocket, certificate: X509Certificate, host: string): TlsHandshake {
  // Without a client certificate `authorizationError` is a code, though the types say Error.
  const reason = socket.authorizationError as unknown as string | { readonly code?: string } | null;
  const code = typeof reason === 'string' ? reason : reason?.code;
  return {
    state: 'done',
    protocol: socket.getProtocol() ?? 'unknown',
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: (certificate.subjectAltName ?? '').split(', ').flatMap((name) => /^DNS:(.+)$/.exec(name)?.[1] ?? []),
    notAfter: new Date(certificate.validTo),
    coversHost: certificate.checkHost(host) !== undefined,
    ...(code && !JUDGED_APART.includes(code) ? { distrust: code } : {}),
  };
}

function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
