import { addonLock } from '@central-ingress/addon-lock';
import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { copyName, imageCopies } from './image-copies';
import { parseUpstream } from './upstream';

const LOCK = addonLock();
const NGINX = { ...exampleTenant('storefront', 2, '333333333333'), ingressController: 'nginx' as const };
const PINNED = `sha256:${'1'.repeat(64)}`;

/** The committed lock with other digests for Contour and Envoy. */
function lockWith(contour: string | null, envoy: string | null = PINNED) {
  const { images } = LOCK;
  return {
    ...LOCK,
    images: { ...images, contour: { ...images.contour, digest: contour }, envoy: { ...images.envoy, digest: envoy } },
  };
}

describe('imageCopies', () => {
  it('lists what each tenant runs, from the publisher to the own repository', () => {
    const copies = imageCopies(examplePlatform(), [exampleTenant(), NGINX], lockWith(PINNED), parseUpstream([]));
    expect(copies.map(copyName)).toEqual([
      'payments/aws-load-balancer-controller',
      'payments/contour',
      'payments/envoy',
      'storefront/aws-load-balancer-controller',
      'storefront/ingress-nginx-controller',
    ]);
    expect(copies[4]).toEqual({
      tenant: NGINX,
      image: 'ingress-nginx-controller',
      source: 'registry.k8s.io/ingress-nginx/controller',
      digest: LOCK.images['ingress-nginx-controller'].digest,
      name: 'acme-storefront/ingress-nginx-controller',
      tag: LOCK.images['ingress-nginx-controller'].tag,
    });
  });

  it('rejects images without a digest, each once, and only where they are needed', () => {
    const lock = lockWith(null, null);
    const tenants = [exampleTenant(), exampleTenant('billing', 3), NGINX];
    const problem = (image: 'contour' | 'envoy'): string => {
      const { registry, repository, tag } = LOCK.images[image];
      return (
        `libs/addon-lock/addons.lock.json: images.${image}.digest: is not known yet; got null; expected the digest of ` +
        `${registry}/${repository}:${tag}. Run \`npx ingress lock ${image}\` where that registry can be reached, and ` +
        'commit the file.'
      );
    };
    expect(() => imageCopies(examplePlatform(), tenants, lock, parseUpstream([]))).toThrow(
      new Error(`${problem('contour')}\n${problem('envoy')}`),
    );
    expect(imageCopies(examplePlatform(), [NGINX], lock, parseUpstream([]))).toHaveLength(2);
  });
});
