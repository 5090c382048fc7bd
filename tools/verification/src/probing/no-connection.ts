import { LATE } from './time-limit';

/** Why a connection did not come about. */
export type NoConnectionKind =
  /** Somebody is there and says no. */
  | 'refused'
  /** Nobody says anything. */
  | 'late'
  /** Somebody speaks, but not TLS. */
  | 'not TLS'
  /** Somebody hangs up in the middle. */
  | 'hung up'
  /** The two ends have no protocol or cipher in common. */
  | 'no common TLS'
  /** There is no way out from here. */
  | 'no network';

/** A connection that did not come about. */
export interface NoConnection {
  readonly state: 'failed';
  readonly kind: NoConnectionKind;
  /** What happened, in words. */
  readonly what: string;
}

const KINDS: readonly (readonly [RegExp, NoConnectionKind])[] = [
  [new RegExp(`^(${LATE}|ETIMEDOUT)$`), 'late'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL|EAI_AGAIN|ENOTFOUND|EPERM|EACCES)$/, 'no network'],
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL|HPE_/, 'not TLS'],
  [/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|HANDSHAKE_FAILURE|NO_SHARED_CIPHER/, 'no common TLS'],
];

/** Sorts the error of a socket. */
export function noConnection(error: unknown, address: string, port: number): NoConnection {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const kind = KINDS.find(([pattern]) => pattern.test(code) || (code === 'EPROTO' && pattern.test(message)))?.[1];
  const words: Readonly<Record<NoConnectionKind, string>> = {
    refused: 'connection refused',
    late: message,
    'not TLS': 'the answer is no TLS',
    'hung up': `the connection was closed (${code || message})`,
    'no common TLS': 'no TLS version or cipher in common',
    'no network': `no way there from here (${code})`,
  };
  const found = kind ?? 'hung up';
  return { state: 'failed', kind: found, what: `${address}:${port}: ${words[found]}` };
}
