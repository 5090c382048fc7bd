import { runInGroup } from '@central-ingress/deployment';
import { MirrorError } from './errors';
import { isLoopback } from './loopback';

/** How one skopeo runs. */
export interface SkopeoOptions {
  /** Receives what skopeo tells, appended. */
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Asks skopeo to end. */
  readonly signal?: AbortSignal;
  /** Kills it. */
  readonly kill?: AbortSignal;
  /** Receives what skopeo prints, which is then not in the log. */
  readonly onStdout?: (text: string) => void;
}

/** What {@link copyArguments} makes a command of. */
export interface SkopeoCopy {
  /** `host/repository` to read from. */
  readonly source: string;
  readonly digest: string;
  /** `host/repository` to write to. */
  readonly target: string;
  readonly tag: string;
  /** File with the credentials of the target; those of the source are the user's own. */
  readonly authfile: string;
}

const INSTALL =
  'apt-get install skopeo (Debian, Ubuntu), dnf install skopeo (Fedora, RHEL), brew install skopeo (macOS)';

/** Arguments that copy every platform of an image and change no byte of it, so that its digest stays. */
export function copyArguments({ source, digest, target, tag, authfile }: SkopeoCopy): readonly string[] {
  return [
    'copy',
    '--all',
    '--preserve-digests',
    '--retry-times=3',
    `--dest-authfile=${authfile}`,
    ...(isLoopback(source) ? ['--src-tls-verify=false'] : []),
    ...(isLoopback(target) ? ['--dest-tls-verify=false'] : []),
    `docker://${source}@${digest}`,
    `docker://${target}:${tag}`,
  ];
}

/** Arguments that print the manifest, or the configuration, of an image, e.g. `ghcr.io/projectcontour/contour:v1.33.6`. */
export function inspectArguments(image: string, part: 'raw' | 'config' = 'raw'): readonly string[] {
  return [
    'inspect',
    `--${part}`,
    '--retry-times=3',
    ...(isLoopback(image) ? ['--tls-verify=false'] : []),
    `docker://${image}`,
  ];
}

/**
 * Runs skopeo to its end.
 * @throws MirrorError with what it said last, and with how to install it where it is missing
 */
export async function runSkopeo(args: readonly string[], options: SkopeoOptions): Promise<void> {
  const { logFile, env = process.env, signal, kill, onStdout } = options;
  let said = '';
  const exit = await runInGroup({
    command: 'skopeo',
    args,
    cwd: process.cwd(),
    env,
    logFile,
    ...(signal ? { signal } : {}),
    ...(kill ? { kill } : {}),
    ...(onStdout ? { onStdout } : {}),
    onLine: (line) => void (said = /level=(?:fatal|error)/.test(line) || !said ? line.trim() : said),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new MirrorError(`skopeo: is not installed; it copies and reads images. Install it: ${INSTALL}.`);
  });
  if (exit.code === 0) return;
  if (signal?.aborted) throw new MirrorError('interrupted');
  throw new MirrorError(exit.signal ? `skopeo was ended by ${exit.signal}` : explain(said));
}

/** The message of one of skopeo's log lines, with what to do where we know it. */
export function explain(line: string): string {
  const quoted = /\bmsg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line;
  const message =
    quoted
      .replace(/(?:\\[nt])+/g, ' ')
      .replace(/\\(.)/g, '$1')
      .trim() || 'it says nothing';
  if (/name unknown|repository .* does not exist/i.test(message)) {
    return `${message}. The repository is missing: deploy the networking stack of the tenant, which makes it.`;
  }
  if (/tag .*immutable/i.test(message)) return `${message}. Delete the image that has the tag, then mirror again.`;
  if (/toomanyrequests|rate limit/i.test(message)) {
    return `${message}. Log in with \`skopeo login\`, or read from a proxy with --from.`;
  }
  return unreachable(message) ?? message;
}

const NO_ANSWER =
  /no such host|connection refused|connection reset|no route to host|network is unreachable|timeout|timed out|deadline exceeded|proxyconnect|EOF$/i;

/** What to do when no answer came from a registry, as skopeo quotes its HTTP client: `Get "https://<host>/v2/": <why>`. */
function unreachable(message: string): string | undefined {
  const [, host, why = ''] = /\b[A-Z][a-z]+ "https?:\/\/([^/"]+)[^"]*": (.+)$/.exec(message) ?? [];
  if (!host) return undefined;
  if (/x509:/.test(why)) {
    return (
      `${host}: has a certificate that this machine does not trust; got "${why}"; expected one of a known authority. ` +
      'If it is that of a company proxy, name its file in SSL_CERT_FILE.'
    );
  }
  if (!NO_ANSWER.test(why)) return undefined;
  // Images are copied into ECR, which no other registry stands for.
  const elsewhere = /\.dkr\.ecr\./.test(host) ? '' : ', or read from another registry with --from';
  return (
    `${host}: could not be reached; got "${why}"; expected a registry that answers. ` +
    `See to the network and its proxies${elsewhere}.`
  );
}
