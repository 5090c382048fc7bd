import { addonLock } from '@central-ingress/addon-lock';
import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { mirrorImages, parseUpstream } from '@central-ingress/image-mirror';
import type { MirrorResult } from '@central-ingress/image-mirror';
import { tenantStacks } from '@central-ingress/stack-graph';
import { mirrorBeforeAddons, refuseUnmirrorable } from './mirror-before-addons';

jest.mock('@central-ingress/image-mirror', () => ({
  ...jest.requireActual<object>('@central-ingress/image-mirror'),
  mirrorImages: jest.fn(),
}));

const ENVOY: MirrorResult = {
  tenant: 'payments',
  image: 'envoy',
  target: '222222222222.dkr.ecr.eu-central-1.amazonaws.com/acme-payments/envoy:v1',
  digest: 'sha256:0',
  status: 'copied',
  seconds: 1,
};

describe('mirrorBeforeAddons', () => {
  const mirror = jest.mocked(mirrorImages);
  const printed: string[] = [];
  const world = exampleWorld();
  const tenant = exampleTenant();
  const stacks = tenantStacks(world.platform, tenant);
  const prepare = mirrorBeforeAddons({
    world,
    worldFolder: '/world',
    tenant,
    upstream: parseUpstream(['registry.example.com/hub']),
    print: (line) => void printed.push(line),
  });
  beforeEach(() => {
    mirror.mockReset();
    printed.splice(0);
  });

  it('copies the images of the tenant before its add-ons, and before no other stack', async () => {
    mirror.mockResolvedValue([ENVOY]);
    const { signal } = new AbortController();
    for (const stack of Object.values(stacks)) await prepare(stack, { signal });
    expect(mirror).toHaveBeenCalledTimes(1);
    expect(mirror.mock.calls[0]?.[0]).toMatchObject({
      tenants: [tenant],
      copy: true,
      signal,
      logFolder: '/world/.ingress/logs',
    });
    expect(printed).toEqual([
      'payments-addons: sees to the images of its cluster first',
      'payments-addons: 1 image of 1 tenant: 1 copied.',
    ]);
  });

  it('rejects the add-ons while an image is not there, and names it', async () => {
    mirror.mockResolvedValue([{ ...ENVOY, status: 'failed', reason: 'no route to the registry' }]);
    await expect(prepare(stacks.addons, {})).rejects.toThrow(
      `  ✖ payments/envoy: ${ENVOY.target}: no route to the registry`,
    );
  });
});

describe('refuseUnmirrorable', () => {
  const { platform } = exampleWorld();
  const tenant = { ...exampleTenant(), ingressController: 'nginx' as const, sampleWorkload: false };
  const stacks = Object.values(tenantStacks(platform, tenant));
  const FIX = 'or leave the add-ons out with --except addons.';

  it('refuses before anything is changed where an image has no digest', () => {
    const images = addonLock().images as Record<string, { digest: string | null }>;
    const locked = images['ingress-nginx-controller'];
    images['ingress-nginx-controller'] = { ...locked, digest: null };
    try {
      expect(() => refuseUnmirrorable(tenant, stacks)).toThrow(
        'payments: is not onboarded, as the lock has no digest of ingress-nginx-controller; nothing was changed. ' +
          `Run npx ingress lock ingress-nginx-controller, ${FIX}`,
      );
      const [first] = stacks;
      expect(refuseUnmirrorable(tenant, first ? [first] : [])).toBeUndefined();
      const env = { INGRESS_MISSING_PROVIDERS: '{"hashicorp/helm":"it is in no mirror"}' };
      expect(refuseUnmirrorable(tenant, stacks, env)).toBeUndefined();
    } finally {
      if (locked) images['ingress-nginx-controller'] = locked;
    }
  });

  it('refuses where skopeo is missing', () => {
    expect(() => refuseUnmirrorable(tenant, stacks, { PATH: '/nowhere' })).toThrow(
      'payments: is not onboarded, as skopeo, which copies its images, is not installed; nothing was changed. ' +
        `Install skopeo, ${FIX}`,
    );
  });
});
