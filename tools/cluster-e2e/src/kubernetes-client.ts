import { request } from 'node:https';
import { kubernetesConnection } from './kubeconfig';

/** Any Kubernetes object. */
export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: unknown;
}

/** Reads and deletes objects through the current context of a kubeconfig. */
export class KubernetesClient {
  private readonly server: string;
  private readonly options: Readonly<Record<string, unknown>>;

  /** @throws RangeError when the kubeconfig does not say all that is needed */
  constructor(kubeconfig: string) {
    const { server, token, ...options } = kubernetesConnection(kubeconfig);
    this.server = server;
    this.options = { ...options, headers: token ? { authorization: `Bearer ${token}` } : {} };
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
