import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line to a registry that a test can disturb. */
export interface RegistryLink {
  readonly host: string;
  /** Paths that were asked for, without HEAD requests. */
  readonly asked: readonly string[];
  /** Forgets {@link asked}. */
  forget(): void;
  /** From now on answers for this digest never come; resolves when somebody waits for one. */
  holdBack(digest: string): Promise<void>;
  /** From now on what is asked for comes with these bytes instead. */
  exchange(digest: string, content: string): void;
  /** Nothing is held back or exchanged any more. */
  repair(): void;
  stop(): Promise<void>;
}

/** Starts a line to a registry, on a loopback port of its own. */
export async function linkTo(registry: string): Promise<RegistryLink> {
  let asked: string[] = [];
  const held = new Map<string, () => void>();
  const exchanged = new Map<string, string>();
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    const digest = url.split('/').at(-1) ?? '';
    if (method !== 'HEAD') asked.push(url);
    const waitedFor = held.get(digest);
    if (waitedFor && method === 'GET') return waitedFor();
    const { accept = '' } = request.headers;
    void fetch(`http://${registry}${url}`, { method, headers: { accept } })
      .then(async (answer) => {
        const original = Buffer.from(await answer.arrayBuffer());
        const content = exchanged.has(digest) ? Buffer.from(exchanged.get(digest) ?? '') : original;
        const headers = Object.fromEntries(answer.headers);
        if (method !== 'HEAD') headers['content-length'] = String(content.length);
        response.writeHead(answer.status, headers).end(content);
      })
      .catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    get asked() {
      return asked;
    },
    forget: () => void (asked = []),
    holdBack: (digest) => new Promise((resolve) => held.set(digest, resolve)),
    exchange: (digest, content) => void exchanged.set(digest, content),
    repair: () => {
      held.clear();
      exchanged.clear();
    },
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
