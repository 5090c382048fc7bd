import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { mirrorImages } from '@central-ingress/image-mirror';
import type { MirrorResult } from '@central-ingress/image-mirror';
import { tenantStacks } from '@central-ingress/stack-graph';
import { mirrorBeforeAddons } from './mirror-before-addons';

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
    imagesFrom: ['registry.example.com/hub'],
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
