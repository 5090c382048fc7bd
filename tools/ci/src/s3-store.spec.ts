import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { s3Store } from './s3-store';

/** Stands for S3: answers each request with the status, and notes it. */
async function withS3<Result>(status: number, use: (endpoint: string, seen: string[]) => Promise<Result>) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url?.split('?')[0]} ${request.headers['if-none-match'] ?? ''}`.trim());
    request.resume().on('end', () => response.writeHead(status).end(status === 200 ? 'an entry' : ''));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen);
  } finally {
    server.close();
  }
}

const storeAt = (endpoint: string) =>
  s3Store('cache', {
    endpoint,
    region: 'eu-central-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });

describe('s3Store', () => {
  it('reads and writes objects below nx/, and writes each once', async () => {
    await withS3(200, async (endpoint, seen) => {
      const store = storeAt(endpoint);
      expect(Buffer.from((await store.get('123')) ?? []).toString()).toBe('an entry');
      expect(await store.put('124', Buffer.from('x'))).toBe('kept');
      expect(seen).toEqual(['GET /cache/nx/123', 'PUT /cache/nx/124 *']);
    });
  });

  it.each([
    [404, undefined],
    [403, undefined],
  ])('takes a %i for an entry that is not there', async (status, expected) => {
    await withS3(status, async (endpoint) => expect(await storeAt(endpoint).get('123')).toBe(expected));
  });

  it.each([
    [412, 'exists'],
    [409, 'exists'],
    [403, 'refused'],
  ])('takes a %i on writing for: %s', async (status, expected) => {
    await withS3(status, async (endpoint) => expect(await storeAt(endpoint).put('1', Buffer.from('x'))).toBe(expected));
  });

  it('hands on every other failure', async () => {
    await withS3(500, async (endpoint) => {
      await expect(storeAt(endpoint).get('123')).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    });
  });
});
