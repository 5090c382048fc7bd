import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cacheServer } from './cache-server';
import type { CacheStore } from './cache-server';

const TOKEN = 'a-token';

describe('cacheServer', () => {
  let server: Server;
  let entries: Map<string, Uint8Array>;
  let store: CacheStore;
  beforeEach(async () => {
    entries = new Map();
    store = {
      get: async (hash) => entries.get(hash),
      put: async (hash, entry) => {
        if (hash === 'forbidden') return 'refused';
        if (entries.has(hash)) return 'exists';
        entries.set(hash, entry);
        return 'kept';
      },
    };
    server = cacheServer({ get: (hash) => store.get(hash), put: (hash, entry) => store.put(hash, entry) }, TOKEN);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => server.close());

  const ask = (method: string, path: string, body?: string, token = TOKEN) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
    });

  it('gives back what was kept', async () => {
    expect((await ask('GET', '/v1/cache/123')).status).toBe(404);
    expect((await ask('PUT', '/v1/cache/123', 'an entry')).status).toBe(200);
    const answer = await ask('GET', '/v1/cache/123');
    expect([answer.status, await answer.text()]).toEqual([200, 'an entry']);
  });

  it('never replaces an entry', async () => {
    await ask('PUT', '/v1/cache/123', 'an entry');
    expect((await ask('PUT', '/v1/cache/123', 'another')).status).toBe(409);
    expect(Buffer.from(entries.get('123') ?? []).toString()).toBe('an entry');
  });

  it.each([
    ['who has no token', 'GET', '/v1/cache/123', 'wrong', 401],
    ['who may only read', 'PUT', '/v1/cache/forbidden', TOKEN, 403],
    ['another path', 'GET', '/v1/cache/../123', TOKEN, 404],
    ['another method', 'DELETE', '/v1/cache/123', TOKEN, 405],
  ])('refuses %s', async (_, method, path, token, status) => {
    entries.set('123', Buffer.from('an entry'));
    expect((await ask(method, path, method === 'PUT' ? 'x' : undefined, token)).status).toBe(status);
  });

  it('answers 500 when the store fails, and goes on', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    store = { ...store, get: () => Promise.reject(new Error('no network')) };
    expect((await ask('GET', '/v1/cache/123')).status).toBe(500);
    expect(said).toHaveBeenCalledWith('GET /v1/cache/123: no network\n');
    said.mockRestore();
    expect((await ask('PUT', '/v1/cache/124', 'x')).status).toBe(200);
  });
});
