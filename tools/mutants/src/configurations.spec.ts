import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY, synthesizedDocuments } from '@central-ingress/ingress';
import { buildNetworkModel } from '@central-ingress/network-model';
import { findingsOf, proveWorld } from '@central-ingress/path-proof';

const TENANTS = join('apps', 'eks-service-account', 'tenants');
const GIVEN = 'arn:aws:acm:eu-central-1:444444444444:certificate/0f000000-0000-4000-8000-000000000000';

/** Worlds that differ from the reference set by their files: whatever a file may ask for must be proven. */
describe('the proof accepts what a file asks for', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'configurations-'));
    for (const path of ['platform.yaml', TENANTS, join('apps', 'central-internet-account', 'internet-vpcs')]) {
      cpSync(join(REPOSITORY, path), join(folder, path), { recursive: true });
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function proveWith(tenant: string, change: (text: string) => string) {
    const file = join(folder, TENANTS, tenant, 'tenant.yaml');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const report = proveWorld(buildNetworkModel(synthesizedDocuments({ world: folder })));
    const proof = report.tenants.find((each) => each.tenant === tenant);
    const steps = proof?.hosts.flatMap((host) => host.steps) ?? [];
    return {
      messages: findingsOf(report).map(({ message }) => message),
      unproven: steps.filter(({ verdict }) => verdict !== 'ok').map(({ hop, verdict }) => `${hop} ${verdict}`),
      says: Object.fromEntries(steps.map(({ hop, says }) => [hop, says])),
    };
  }
  const more = (lines: string) => (text: string) => `${text}${lines}\n`;
  const direct = (lines: string) => (text: string) => text.replace('  type: direct\n', `  type: direct\n${lines}\n`);
  const nginx = (text: string) => text.replace('ingressController: contour', 'ingressController: nginx');

  it.each<[string, string, (text: string) => string]>([
    ['nginx for a central tenant', 'payments', nginx],
    ['TLS inside the cluster, ended by Envoy', 'payments', more('inClusterTls: true\ninClusterTlsSecret: ingress-tls')],
    [
      'TLS inside the cluster, ended by nginx',
      'storefront',
      more('inClusterTls: true\ninClusterTlsSecret: ingress-tls'),
    ],
    ['the proxy protocol to Envoy', 'payments', more('proxyProtocolV2: true')],
    ['the proxy protocol to nginx', 'storefront', more('proxyProtocolV2: true')],
    [
      'a Kubernetes API for named networks, and an endpoint more',
      'payments',
      more(
        'controlPlane: { allowedCidrs: [198.51.100.0/24], privateCidrs: [10.200.0.0/16] }\nextraVpcEndpoints: [monitoring]',
      ),
    ],
    ['a sample workload', 'payments', more('sampleWorkload: true')],
    ['nginx for a direct tenant', 'partner-api', nginx],
    ['no certificate', 'partner-api', direct('  certificate: none\n  ports: [80]\n  sslPorts: []')],
    ['several ports', 'partner-api', direct('  ports: [80, 443, 8443]\n  sslPorts: [443, 8443]')],
    ['named networks', 'partner-api', direct('  allowedCidrs: [198.51.100.0/24, 203.0.113.0/24]')],
    ['the proxy protocol from a direct NLB', 'partner-api', more('proxyProtocolV2: true')],
    [
      'TLS inside the cluster of a direct tenant, and a sample workload',
      'partner-api',
      more('inClusterTls: true\ninClusterTlsSecret: ingress-tls\nsampleWorkload: true'),
    ],
    [
      'nginx that ends TLS in the cluster of a direct tenant',
      'partner-api',
      (text) => more('inClusterTls: true\ninClusterTlsSecret: ingress-tls')(nginx(text)),
    ],
  ])(
    '%s',
    async (_, tenant, change) => {
      const { messages, unproven } = await proveWith(tenant, change);
      expect({ messages, unproven }).toEqual({ messages: [], unproven: [] });
    },
    60_000,
  );

  it('a host below the domain with a certificate of its own, whose record is kept elsewhere', async () => {
    const given = `{ name: pay.apps.example.com, certificateArn: '${GIVEN.replace(/4{12}/, '111111111111')}' }`;
    const { messages, unproven } = await proveWith('payments', (text) => text.replace('pay.apps.example.com', given));
    expect({ messages, unproven }).toEqual({ messages: [], unproven: ['record unproven'] });
  }, 60_000);

  it('a certificate that is given, whose names it cannot know', async () => {
    const proof = await proveWith('partner-api', direct(`  certificate: ${GIVEN}`));
    expect(proof.messages).toEqual([]);
    expect(proof.unproven).toEqual(['certificate unproven']);
    expect(proof.says['certificate']).toBe(`${GIVEN} is given: its names are not known here`);
  }, 60_000);
});
