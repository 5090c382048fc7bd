import type { MirrorResult } from './mirror-images';
import { isMirrored, renderMirror } from './mirror-report';

function result(image: string, status: MirrorResult['status'], reason?: string): MirrorResult {
  const more = reason ? { reason } : {};
  return {
    tenant: 'payments',
    image,
    target: `r/acme-payments/${image}:v1`,
    digest: 'sha256:1',
    status,
    seconds: 1,
    ...more,
  };
}

describe('renderMirror', () => {
  it('says that there is nothing to do', () => {
    expect(renderMirror([result('contour', 'present'), result('envoy', 'present')])).toBe(
      '2 images of 1 tenant: all there, nothing to do.',
    );
  });

  it('counts, and names what is not there', () => {
    const results = [
      result('contour', 'copied'),
      result('envoy', 'failed', 'manifest unknown'),
      { ...result('whoami', 'missing', 'is not in the registry'), tenant: 'storefront' },
    ];
    expect(renderMirror(results)).toBe(
      '3 images of 2 tenants: 1 copied, 1 missing, 1 failed.\n' +
        '  ✖ payments/envoy: r/acme-payments/envoy:v1: manifest unknown\n' +
        '  ✖ storefront/whoami: r/acme-payments/whoami:v1: is not in the registry',
    );
  });
});

describe('isMirrored', () => {
  it.each([
    ['present', true],
    ['copied', true],
    ['missing', false],
    ['different', false],
    ['failed', false],
    ['not started', false],
  ] as const)('takes %s as %s', (status, mirrored) => {
    expect(isMirrored([result('contour', 'present'), result('envoy', status)])).toBe(mirrored);
  });
});
