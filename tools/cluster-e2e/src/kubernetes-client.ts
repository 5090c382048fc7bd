import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { parse } from 'yaml';

interface Kubeconfig {
  readonly 'current-context': string;
  readonly contexts: readonly { name: string; context: { cluster: string; user: string } }[];
  readonly clusters: readonly {
    name: string;
    cluster: { server: string; 'certificate-authority-data'?: string; 'insecure-skip-tls-verify'?: boolean };
  }[];
  readonly users: readonly {
    name: string;
    user: { token?: string; 'client-certificate-data'?: string; 'client-key-data'?: string };
  }[];
}

/** Any Kubernetes object. */
export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: unknown;
}

/** Reads and deletes objects through the current context of a kubeconfig whose credentials lie in the file itself. */
export class KubernetesClient {
  private readonly server: string;
  private readonly options: Readonly<Record<string, unknown>>;

  constructor(kubeconfig: string) {
    const config = parse(readFileSync(kubeconfig, 'utf8')) as Kubeconfig;
    const context = named(config.contexts, config['current-context']).context;
    const { cluster } = named(config.clusters, context.cluster);
    const { user } = named(config.users, context.user);
    this.server = cluster.server;
    this.options = {
      ca: decoded(cluster['certificate-authority-data']),
      cert: decoded(user['client-certificate-data']),
      key: decoded(user['client-key-data']),
      rejectUnauthorized: !cluster['insecure-skip-tls-verify'],
      headers: user.token ? { authorization: `Bearer ${user.token}` } : {},
    };
  }

  /** One object by its path, e.g. `/api/v1/namespaces/x/services/y`. @throws Error with the status of the API */
  public async get(path: string): Promise<KubernetesObject> {
    return JSON.parse(await this.call('GET', path)) as KubernetesObject;
  }

  /** Deletes one object. @throws Error with the status of the API */
  public async delete(path: string): Promise<void> {
    await this.call('DELETE', path);
  }

  private call(method: string, path: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const call = request(new URL(path, this.server), { ...this.options, method }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => void (text += part));
        response.on('end', () => {
          const { statusCode = 0 } = response;
          if (statusCode < 300) resolve(text);
          else reject(new Error(`${method} ${path}: ${statusCode} ${text}`));
        });
      });
      call.on('error', reject).end();
    });
  }
}

function named<T extends { readonly name: string }>(all: readonly T[], name: string): T {
  const found = all.find((each) => each.name === name);
  if (!found) throw new RangeError(`the kubeconfig has no ${JSON.stringify(name)}`);
  return found;
}

function decoded(base64: string | undefined): Buffer | undefined {
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
}
