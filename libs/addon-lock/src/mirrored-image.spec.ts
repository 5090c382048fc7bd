import { examplePlatform, exampleTenant } from '@central-ingress/fixtures';
import { addonLock } from './committed-lock';
import { IMAGE_NAMES } from './addon-lock';
import { mirroredImage } from './mirrored-image';

const REGISTRY = '222222222222.dkr.ecr.eu-central-1.amazonaws.com';

describe('mirroredImage', () => {
  it("names the copy in the tenant's ECR by the publisher's digest", () => {
    const { tag, digest } = addonLock().images.envoy;
    expect(mirroredImage('envoy', examplePlatform(), exampleTenant())).toEqual({
      registry: REGISTRY,
      name: 'acme-payments/envoy',
      repository: `${REGISTRY}/acme-payments/envoy`,
      tag,
      digest,
      reference: `${REGISTRY}/acme-payments/envoy@${digest}`,
    });
  });

  it('names it by its tag while the lock has no digest', () => {
    const lock = addonLock();
    const unpinned = { ...lock, images: { ...lock.images, envoy: { ...lock.images.envoy, tag: 'v1', digest: null } } };
    expect(mirroredImage('envoy', examplePlatform(), exampleTenant(), unpinned)).toMatchObject({
      digest: null,
      reference: `${REGISTRY}/acme-payments/envoy:v1`,
    });
  });

  it.each(IMAGE_NAMES)('never leads %s out of the own account', (image) => {
    const { repository, reference } = mirroredImage(image, examplePlatform(), exampleTenant());
    expect(reference).toMatch(new RegExp(`^${repository}[:@]`));
    expect(repository).toBe(`${REGISTRY}/acme-payments/${image}`);
  });
});
