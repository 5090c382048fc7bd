import { notices } from './notices';
import { parseWorld } from './parse-world';
import { DIRECT_TEXT, PARTNER_API, sampleFiles } from './sample-files';

const NOW = new Date('2026-09-01');

describe('notices', () => {
  it('tell nothing of central tenants with the default controller', () => {
    expect(notices(parseWorld(sampleFiles()), NOW)).toEqual([]);
  });

  it.each([
    ['1.34', '2026-09-01', 0],
    ['1.34', '2026-09-04', 1],
    ['1.34', '2027-01-01', 1],
    ['1.35', '2026-12-01', 0],
  ])('tell on %s, asked on %s, that its standard support ends: %i', (version, today, count) => {
    const world = parseWorld(sampleFiles());
    const [tenant] = world.tenants.map((each) => ({ ...each, controlPlane: { ...each.controlPlane, version } }));
    const found = notices({ tenants: tenant ? [tenant] : [] }, new Date(today));
    expect(found).toEqual(
      Array(count).fill({
        tenant: 'payments',
        text: `runs Kubernetes ${version}, whose standard support ends on 2026-12-02: after that EKS upgrades the control plane by itself, and this file would ask for a downgrade, which EKS refuses. Set a newer controlPlane.version before.`,
      }),
    );
  });

  it('tell what a direct exposure gives up, and that nginx is retired', () => {
    const files = sampleFiles({ [PARTNER_API]: `${DIRECT_TEXT}ingressController: nginx\n` });
    expect(notices(parseWorld(files), NOW)).toEqual([
      {
        tenant: 'partner-api',
        text: 'is exposed directly: no WAF protects it, as AWS has none for an NLB, and its VPC has an internet gateway with public subnets. Exposure central has neither drawback.',
      },
      {
        tenant: 'partner-api',
        text: 'runs ingress-nginx, which is retired upstream: since March 2026 it gets no fixes, not even for security. Contour, the default, is maintained.',
      },
    ]);
  });
});
