import { UserError } from '@central-ingress/user-error';

/** A rule of `--connect-to`, as curl has it: requests for the first host and port go to the second. */
export interface ConnectRule {
  /** None: every host. */
  readonly host?: string;
  /** None: every port. */
  readonly port?: number;
  /** None: the host stays. */
  readonly toHost?: string;
  /** None: the port stays. */
  readonly toPort?: number;
}

/** Where a connection goes. */
export interface Destination {
  /** Name or address; none when no rule says it and the DNS answer decides. */
  readonly host?: string;
  readonly port: number;
}

const PART = String.raw`(\[[0-9a-fA-F:.]*\]|[^:\[\]]*)`;
const RULE = new RegExp(`^${PART}:(\\d{0,5}):${PART}:(\\d{0,5})$`);

/**
 * Reads a rule, e.g. `payments.apps.example.com:443:10.12.128.7:8443`, `::10.12.128.7:` or `:443:[::1]:8443`.
 * @throws UserError
 */
export function parseConnectRule(text: string): ConnectRule {
  const [, host, port, toHost, toPort] = RULE.exec(text) ?? [];
  if (host === undefined || [port, toPort].some((each) => Number(each) > 65535)) {
    throw new UserError(
      `--connect-to: not a rule; got "${text}"; expected HOST1:PORT1:HOST2:PORT2, each part possibly empty. ` +
        'Write an IPv6 address in square brackets.',
    );
  }
  const bare = (name: string | undefined) => (name ?? '').replace(/^\[|\]$/g, '').toLowerCase();
  return {
    ...(bare(host) ? { host: bare(host) } : {}),
    ...(port ? { port: Number(port) } : {}),
    ...(bare(toHost) ? { toHost: bare(toHost) } : {}),
    ...(toPort ? { toPort: Number(toPort) } : {}),
  };
}

/** Where a connection for a host and port goes; the first rule that fits decides. */
export function destinationOf(rules: readonly ConnectRule[], host: string, port: number): Destination {
  const rule = rules.find((each) => (each.host ?? host) === host && (each.port ?? port) === port);
  return { ...(rule?.toHost ? { host: rule.toHost } : {}), port: rule?.toPort ?? port };
}
