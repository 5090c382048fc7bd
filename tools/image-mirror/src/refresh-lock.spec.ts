import { addonLock } from '@central-ingress/addon-lock';
import type { AddonLock } from '@central-ingress/addon-lock';
import { lockChanges, renderLockChanges } from './lock-changes';
import type { UpstreamReader } from './read-upstream';
import { refreshLock } from './refresh-lock';
import type { RefreshRequest } from './refresh-lock';

const LOCK = addonLock();
const NEW = `sha256:${'9'.repeat(64)}`;

/** Publishers that have what the lock says, but for the given images and charts. */
function reader(digests: Readonly<Record<string, string>> = {}, appVersion?: string) {
  const asked: string[] = [];
  const upstream: UpstreamReader = {
    image: async ({ repository, tag, digest, platforms }) => {
      asked.push(`${repository}:${tag}`);
      return { digest: digests[repository] ?? digest, platforms };
    },
    chart: async (name, { version, digest }) => {
      asked.push(`${name}-${version}`);
      return { digest: digests[name] ?? digest, ...(appVersion ? { appVersion } : {}) };
    },
  };
  return { asked, upstream };
}

function refresh(given: Partial<RefreshRequest> = {}) {
  return refreshLock({
    lock: LOCK,
    reader: reader().upstream,
    names: [],
    imageVersions: [],
    chartVersions: [],
    controllerPolicyVersion: LOCK.charts['aws-load-balancer-controller'].version,
    ...given,
  });
}

describe('refreshLock', () => {
  it('changes nothing where the publishers have what the lock says, and asks for everything', async () => {
    const { asked, upstream } = reader();
    const { lock, notes } = await refresh({ reader: upstream });
    expect([lockChanges(LOCK, lock), notes]).toEqual([[], []]);
    expect(asked).toHaveLength(8);
  });

  it('looks up what is named only', async () => {
    const { asked, upstream } = reader({ 'envoyproxy/envoy': NEW, 'projectcontour/contour': NEW });
    const { lock } = await refresh({ reader: upstream, names: ['envoy'] });
    expect(asked).toEqual([`envoyproxy/envoy:${LOCK.images.envoy.tag}`]);
    expect(lockChanges(LOCK, lock)).toEqual([
      { path: 'images.envoy.digest', from: LOCK.images.envoy.digest ?? 'not known', to: NEW },
    ]);
  });

  it('moves an image and a chart to the versions that are named', async () => {
    const { asked, upstream } = reader({ 'envoyproxy/envoy': NEW });
    const { lock } = await refresh({
      reader: upstream,
      imageVersions: ['envoy=v9.9.9'],
      chartVersions: ['ingress-nginx=9.9.9'],
    });
    expect(asked).toEqual(['envoyproxy/envoy:v9.9.9', 'ingress-nginx-9.9.9']);
    expect(renderLockChanges(lockChanges(LOCK, lock))).toBe(
      [
        `  images.envoy.tag: ${LOCK.images.envoy.tag} → v9.9.9`,
        `  images.envoy.digest: ${LOCK.images.envoy.digest} → ${NEW}`,
        `  charts.ingress-nginx.version: ${LOCK.charts['ingress-nginx'].version} → 9.9.9`,
      ].join('\n'),
    );
  });

  it('notes a chart that is made for another version of its program', async () => {
    const { notes } = await refresh({ reader: reader({}, '9.9.9').upstream, names: ['ingress-nginx'] });
    expect(notes).toEqual([
      `charts.ingress-nginx: ${LOCK.charts['ingress-nginx'].version} is made for 9.9.9, the image is ` +
        LOCK.images['ingress-nginx-controller'].tag,
    ]);
    const same = LOCK.images['ingress-nginx-controller'].tag.slice(1);
    expect((await refresh({ reader: reader({}, same).upstream, names: ['ingress-nginx'] })).notes).toEqual([]);
  });

  it.each([
    [{ chartVersions: ['aws-load-balancer-controller=9.9.9'] }, 'chart 9.9.9 and image 3.5.0'],
    [{ imageVersions: ['aws-load-balancer-controller=v9.9.9'] }, 'chart 3.5.0 and image 9.9.9'],
  ])('rejects to move the load balancer controller alone: %j', async (given, got) => {
    const lock: AddonLock = {
      images: {
        ...LOCK.images,
        'aws-load-balancer-controller': { ...LOCK.images['aws-load-balancer-controller'], tag: 'v3.5.0' },
      },
      charts: {
        ...LOCK.charts,
        'aws-load-balancer-controller': { ...LOCK.charts['aws-load-balancer-controller'], version: '3.5.0' },
      },
    };
    await expect(refresh({ lock, controllerPolicyVersion: '3.5.0', ...given })).rejects.toThrow(
      `aws-load-balancer-controller: would leave the version whose rights are pinned; got ${got}; expected 3.5.0 for both.`,
    );
  });

  it('moves the controller together with its rights', async () => {
    const { lock } = await refresh({
      controllerPolicyVersion: '9.9.9',
      imageVersions: ['aws-load-balancer-controller=v9.9.9'],
      chartVersions: ['aws-load-balancer-controller=9.9.9'],
    });
    expect(lock.images['aws-load-balancer-controller'].tag).toBe('v9.9.9');
  });

  it.each([
    [
      { names: ['haproxy'] },
      'lock: haproxy: is not in the lock; expected aws-load-balancer-controller, contour, envoy',
    ],
    [
      { imageVersions: ['ingress-nginx=v1'] },
      '--image: ingress-nginx: is not in the lock; expected aws-load-balancer-controller',
    ],
    [{ chartVersions: ['envoy=1.0.0'] }, '--chart: envoy: is not in the lock; expected aws-load-balancer-controller'],
    [{ imageVersions: ['envoy'] }, '--image: is no choice of a version; got "envoy"; expected name=version.'],
    [{ names: ['contuor'] }, 'ingress-nginx. Did you mean contour?'],
  ])('rejects %j', async (given, message) => {
    await expect(refresh(given)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(message) });
  });
});
