import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addonLock } from '@central-ingress/addon-lock';
import type { AddonLock } from '@central-ingress/addon-lock';
import type { ChartSource } from '@central-ingress/config';
import { App, TerraformStack } from 'cdktf';
import { ChartFileError, chartLocation } from './chart-location';

const CONTENT = 'a packed chart';

/** The lock with one chart of a known version and digest. */
function lockOf(repository: string): AddonLock {
  const digest = `sha256:${createHash('sha256').update(CONTENT).digest('hex')}`;
  return { ...addonLock(), charts: { ...addonLock().charts, contour: { repository, version: '0.7.0', digest } } };
}

function locate(source: ChartSource, repository = 'https://charts.example.com') {
  const stack = new TerraformStack(new App({ stackTraces: false }), 'test');
  return chartLocation(stack, 'contour', source, lockOf(repository));
}

describe('chartLocation', () => {
  it('is the repository of the lock file', () => {
    expect(locate({ type: 'repository' })).toEqual({
      repository: 'https://charts.example.com',
      chart: 'contour',
      version: '0.7.0',
    });
  });

  it("is the platform's OCI registry for every chart", () => {
    expect(locate({ type: 'oci', registry: 'oci://registry.example.com/charts' })).toEqual({
      repository: 'oci://registry.example.com/charts',
      chart: 'contour',
      version: '0.7.0',
    });
  });

  describe('in a folder', () => {
    let folder: string;
    let file: string;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'charts-'));
      file = join(folder, 'contour-0.7.0.tgz');
      writeFileSync(file, CONTENT);
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    it("is a copy below the stack's own folder, whose path tells its content", () => {
      const { chart, ...rest } = locate({ type: 'folder', path: folder });
      expect(rest).toEqual({ version: '0.7.0' });
      expect(chart).toMatch(/^\.\/assets\/chart\/[0-9A-F]{32}\/contour-0\.7\.0\.tgz$/);
    });

    it('rejects a folder that lacks it, and says how to fetch it', () => {
      rmSync(file);
      const expected =
        `platform.yaml: charts.path: ${file} is missing; expected chart contour 0.7.0 of the lock file. ` +
        'Fetch it where there is a way out: helm pull ';
      expect(() => locate({ type: 'folder', path: folder })).toThrow(
        new ChartFileError(`${expected}contour --repo https://charts.example.com --version 0.7.0`),
      );
      expect(() => locate({ type: 'folder', path: folder }, 'oci://charts.example.com')).toThrow(
        new ChartFileError(`${expected}oci://charts.example.com/contour --version 0.7.0`),
      );
    });

    it('rejects a file with another content, but where the lock has the digest of a manifest', () => {
      writeFileSync(file, 'something else');
      const found = createHash('sha256').update('something else').digest('hex');
      expect(() => locate({ type: 'folder', path: folder })).toThrow(
        `platform.yaml: charts.path: ${file} is not chart contour 0.7.0; got sha256:${found}; ` +
          `expected ${lockOf('').charts.contour.digest}. Fetch it where there is a way out:`,
      );
      expect(locate({ type: 'folder', path: folder }, 'oci://charts.example.com').version).toBe('0.7.0');
    });
  });
});
