import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addonLock } from './committed-lock';
import { LOCK_FILE, parseAddonLock, renderAddonLock } from './lock-file';

const TEXT = readFileSync(join(__dirname, '..', 'addons.lock.json'), 'utf8');
const ADVICE = 'Let `npx ingress lock` write the file.';

/** The committed file with one value exchanged; `undefined` takes it away. */
function withValue(path: readonly string[], value: unknown): string {
  const content = JSON.parse(TEXT) as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, content);
  parent[path.at(-1) ?? ''] = value;
  return JSON.stringify(content);
}

describe('parseAddonLock', () => {
  it('reads the committed file', () => {
    expect(parseAddonLock(TEXT)).toEqual(JSON.parse(TEXT));
    expect(addonLock()).toEqual(parseAddonLock(TEXT));
  });

  it('takes an image whose digest nobody has looked up', () => {
    expect(parseAddonLock(withValue(['images', 'envoy', 'digest'], null)).images.envoy.digest).toBeNull();
  });

  it.each([
    [['images', 'envoy', 'digest'], 'sha256:12', 'is wrong; got "sha256:12"; expected "sha256:" and 64 hex digits'],
    [
      ['images', 'envoy', 'tag'],
      'a tag',
      'is wrong; got "a tag"; expected a tag of up to 128 characters, e.g. "v1.33.6"',
    ],
    [['images', 'envoy', 'registry'], undefined, 'is missing; got nothing; expected a host name, e.g. "ghcr.io"'],
    [
      ['images', 'envoy', 'registry'],
      'https://ghcr.io',
      'is wrong; got "https://ghcr.io"; expected a host name, e.g. "ghcr.io"',
    ],
    [
      ['images', 'envoy', 'platforms'],
      [],
      'is wrong; got []; expected a list of one or more platforms, e.g. ["linux/amd64"]',
    ],
    [['images', 'envoy', 'size'], 3, 'is not known; got 3; expected no such key'],
    [['images', 'envoy'], undefined, 'is missing; got nothing; expected an object'],
    [
      ['images', 'haproxy'],
      {},
      'is not known; got {}; expected only aws-load-balancer-controller, contour, envoy, ingress-nginx-controller, whoami',
    ],
    [['charts', 'contour', 'digest'], null, 'is wrong; got null; expected "sha256:" and 64 hex digits'],
    [
      ['charts', 'contour', 'version'],
      'latest',
      'is wrong; got "latest"; expected a version of three numbers, e.g. "0.7.0"',
    ],
    [
      ['charts', 'contour', 'repository'],
      'http://charts.example.com',
      'is wrong; got "http://charts.example.com"; expected https:// or oci://, without a slash at the end',
    ],
    [
      ['charts', 'haproxy'],
      {},
      'is not known; got {}; expected only aws-load-balancer-controller, contour, ingress-nginx',
    ],
  ])('rejects %j as %j', (path, value, message) => {
    expect(() => parseAddonLock(withValue(path, value))).toThrow(
      new Error(`${LOCK_FILE}: ${path.join('.')}: ${message}. ${ADVICE}`),
    );
  });

  it('rejects every problem at once', () => {
    const content = JSON.parse(TEXT) as { images: Record<string, unknown>; charts: Record<string, unknown> };
    delete content.images['contour'];
    delete content.charts['contour'];
    expect(() => parseAddonLock(JSON.stringify(content))).toThrow(
      new Error(
        ['images.contour', 'charts.contour']
          .map((path) => `${LOCK_FILE}: ${path}: is missing; got nothing; expected an object. ${ADVICE}`)
          .join('\n'),
      ),
    );
  });

  it.each(['{', 'null', '[]'])('rejects the text %s', (text) => {
    expect(() => parseAddonLock(text)).toThrow(`${LOCK_FILE}: (file): is `);
  });
});

describe('renderAddonLock', () => {
  it('writes the committed file again, byte for byte', () => {
    expect(renderAddonLock(parseAddonLock(TEXT))).toBe(TEXT);
  });
});
