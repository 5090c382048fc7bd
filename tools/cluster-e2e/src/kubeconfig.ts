import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

interface Kubeconfig {
  readonly 'current-context': string;
  readonly contexts: readonly { name: string; context: { cluster: string; user: string } }[];
  readonly clusters: readonly { name: string; cluster: Cluster }[];
  readonly users: readonly { name: string; user: User }[];
}

interface Cluster {
  readonly server: string;
  readonly 'certificate-authority'?: string;
  readonly 'certificate-authority-data'?: string;
  readonly 'insecure-skip-tls-verify'?: boolean;
}

interface User {
  readonly token?: string;
  readonly tokenFile?: string;
  readonly 'client-certificate'?: string;
  readonly 'client-certificate-data'?: string;
  readonly 'client-key'?: string;
  readonly 'client-key-data'?: string;
}

/** How the Kubernetes API of a kubeconfig is called. */
export interface KubernetesConnection {
  /** URL of the API. */
  readonly server: string;
  /** PEM; by default what Node.js trusts. */
  readonly ca?: Buffer;
  /** PEM. */
  readonly cert?: Buffer;
  /** PEM. */
  readonly key?: Buffer;
  readonly rejectUnauthorized: boolean;
  readonly token?: string;
}

/**
 * The current context of a kubeconfig, whose certificates and token lie in the file itself or in files that it names.
 * @throws RangeError when a name leads nowhere, or the credentials are of another kind, as those that a program gives
 * @source kubernetes/client-go, tools/clientcmd/api/v1/types.go: data goes before files, a file with a token before a token
 */
export function kubernetesConnection(kubeconfig: string): KubernetesConnection {
  const config = parse(readFileSync(kubeconfig, 'utf8')) as Kubeconfig;
  const context = named(config.contexts, config['current-context'], 'context').context;
  const { cluster } = named(config.clusters, context.cluster, 'cluster');
  const { user } = named(config.users, context.user, 'user');
  const read = (file: string): Buffer => readFileSync(resolve(dirname(kubeconfig), file));
  const pem = (data?: string, file?: string) => (data ? Buffer.from(data, 'base64') : file ? read(file) : undefined);

  const ca = pem(cluster['certificate-authority-data'], cluster['certificate-authority']);
  const cert = pem(user['client-certificate-data'], user['client-certificate']);
  const key = pem(user['client-key-data'], user['client-key']);
  const token = user.tokenFile ? read(user.tokenFile).toString('utf8').trim() : user.token;
  if (!token && !(cert && key)) {
    throw new RangeError(
      `the kubeconfig's user ${JSON.stringify(context.user)} has ${Object.keys(user).join(', ') || 'nothing'}; ` +
        'expected a token, or a client certificate and its key',
    );
  }
  return {
    server: cluster.server,
    rejectUnauthorized: !cluster['insecure-skip-tls-verify'],
    ...(ca ? { ca } : {}),
    ...(cert && key ? { cert, key } : {}),
    ...(token ? { token } : {}),
  };
}

function named<T extends { readonly name: string }>(all: readonly T[], name: string, kind: string): T {
  const found = all.find((each) => each.name === name);
  if (!found) throw new RangeError(`the kubeconfig has no ${kind} ${JSON.stringify(name)}`);
  return found;
}
