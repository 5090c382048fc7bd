import { notices } from './notices';
import { parseWorld } from './parse-world';
import { DIRECT_TEXT, PARTNER_API, sampleFiles } from './sample-files';

describe('notices', () => {
  it('tell nothing of central tenants with the default controller', () => {
    expect(notices(parseWorld(sampleFiles()))).toEqual([]);
  });

  it('tell what a direct exposure gives up, and that nginx is retired', () => {
    const files = sampleFiles({ [PARTNER_API]: `${DIRECT_TEXT}ingressController: nginx\n` });
    expect(notices(parseWorld(files))).toEqual([
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
