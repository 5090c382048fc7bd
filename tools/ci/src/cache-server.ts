import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** What came of keeping an entry; an entry is written once, so nobody can change what another run made. */
export type Kept = 'kept' | 'exists' | 'refused';

/** Where the entries of the cache lie. */
export interface CacheStore {
  /** The entry's bytes; nothing when there is none. */
  readonly get: (hash: string) => Promise<Uint8Array | undefined>;
  readonly put: (hash: string, entry: Uint8Array) => Promise<Kept>;
}

/** Largest entry, in bytes; what a target of ours writes is a thousandth of it. */
const LARGEST_ENTRY = 256 * 1024 * 1024;
const ENTRY_PATH = /^\/v1\/cache\/([\w-]{1,128})$/;
const STATUS: Readonly<Record<Kept, number>> = { kept: 200, exists: 409, refused: 403 };

/**
 * Serves a store by the protocol of Nx's self-hosted remote cache, to whoever has the token.
 * @source nx.dev, "Self-hosted caching", Open API specification
 */
export function cacheServer(store: CacheStore, token: string): Server {
  return createServer((request, response) => {
    answer(store, token, request, response).catch((error: Error) => {
      process.stderr.write(`${request.method} ${request.url}: ${error.message}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

async function answer(
  store: CacheStore,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = (status: number, body?: Uint8Array): void => void response.writeHead(status).end(body);
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return end(401);
  const hash = ENTRY_PATH.exec(request.url ?? '')?.[1];
  if (!hash) return end(404);
  if (request.method === 'GET') {
    const entry = await store.get(hash);
    return entry ? end(200, entry) : end(404);
  }
  if (request.method !== 'PUT') return end(405);
  const entry = await bodyOf(request);
  return end(entry ? STATUS[await store.put(hash, entry)] : 413);
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_ENTRY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
