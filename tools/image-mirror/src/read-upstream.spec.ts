import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { upstreamReader } from './read-upstream';
import { parseUpstream } from './upstream';

const INDEX = `
entries:
  contour:
  - {version: 0.7.0, appVersion: 1.33.6, digest: ${'7'.repeat(64)}}
  - {version: 0.6.0, appVersion: 1.33.5, digest: ${'6'.repeat(64)}}
  - {version: 0.5.0, appVersion: 1.33.4}
`;

describe('upstreamReader', () => {
  let server: Server;
  let repository: string;
  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      response.statusCode = url === '/charts/index.yaml' ? 200 : 404;
      response.end(INDEX);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    repository = `http://127.0.0.1:${(server.address() as AddressInfo).port}/charts`;
  });
  afterAll(() => void server.close());

  const chart = (version: string, from = repository) =>
    upstreamReader(parseUpstream([]), '.').chart('contour', { repository: from, version, digest: '' });

  it("reads a chart's digest and the version of its program from the index", async () => {
    expect(await chart('0.6.0')).toEqual({ digest: `sha256:${'6'.repeat(64)}`, appVersion: '1.33.5' });
  });

  it.each([
    ['0.5.0', 'version 0.5.0 has no digest'],
    ['9.9.9', 'has no version 9.9.9'],
  ])('rejects version %s', async (version, problem) => {
    await expect(chart(version)).rejects.toThrow(
      `${repository}: contour: ${problem}; expected one that it has, e.g. 0.7.0, 0.6.0, 0.5.0. Name it with --chart contour=<version>.`,
    );
  });

  it('rejects an index that is not there, or a server that is not', async () => {
    await expect(chart('0.7.0', `${repository}/none`)).rejects.toThrow(
      `${repository}/none/index.yaml: cannot be read; got "it answers 404"; expected the index of a chart repository. ` +
        'See to the network and its proxies.',
    );
    await expect(chart('0.7.0', 'http://127.0.0.1:9')).rejects.toThrow(
      'http://127.0.0.1:9/index.yaml: cannot be read; got "',
    );
  });
});
