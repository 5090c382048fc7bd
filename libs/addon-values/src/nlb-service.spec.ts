import type { DirectTenant } from '@central-ingress/config';
import { exampleDirectTenant } from '@central-ingress/fixtures';
import { NLB_IDENTITY_ANNOTATIONS, nlbAnnotations } from './nlb-annotations';
import { nlbServicePorts } from './nlb-service';

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';
const ARN = 'arn:aws:acm:us-east-2:185309785115:certificate/7610ed7d-5a81-4ea2-a18a-7ba1606cca3e';

function direct(change: Partial<DirectTenant['exposure']> = {}, more: Partial<DirectTenant> = {}): DirectTenant {
  const tenant = exampleDirectTenant();
  return { ...tenant, ...more, exposure: { ...tenant.exposure, ...change } };
}

function annotations(tenant: DirectTenant = direct()): Readonly<Record<string, string>> {
  return nlbAnnotations({
    tenant,
    nlbName: 'acme-partner-api-nlb',
    certificateArns: ARN,
    publicSubnetIds: ['subnet-1', 'subnet-2', 'subnet-3'],
  });
}

describe('nlbAnnotations', () => {
  // The table of the document "TLS Termination with Network Load Balancer", as it stands there.
  it.each([
    ['service.beta.kubernetes.io/aws-load-balancer-type', 'external'],
    ['service.beta.kubernetes.io/aws-load-balancer-nlb-target-type', 'ip'],
    ['service.beta.kubernetes.io/aws-load-balancer-scheme', 'internet-facing'],
    ['service.beta.kubernetes.io/aws-load-balancer-ssl-cert', ARN],
    ['service.beta.kubernetes.io/aws-load-balancer-ssl-ports', '443'],
  ])('say what the document says: %s is %s', (name, value) => {
    expect(annotations()[name]).toBe(value);
  });

  // The table of the older document, "AWS Network Load Balancer TLS Termination with Contour". Its `nlb` asks the cloud
  // provider inside Kubernetes, which knows no target by address; `external` hands the Service to the controller that
  // both documents want installed. One Service has one of them.
  it.each([
    ['service.beta.kubernetes.io/aws-load-balancer-type', 'nlb', 'external'],
    ['service.beta.kubernetes.io/aws-load-balancer-ssl-cert', ARN, ARN],
    ['service.beta.kubernetes.io/aws-load-balancer-ssl-ports', '443', '443'],
  ])('say what the older document says in the words of the newer: %s, there %s, is %s', (name, _, value) => {
    expect(annotations()[name]).toBe(value);
  });

  it('are these and no others', () => {
    expect(annotations()).toEqual({
      [`${PREFIX}type`]: 'external',
      [`${PREFIX}nlb-target-type`]: 'ip',
      [`${PREFIX}scheme`]: 'internet-facing',
      [`${PREFIX}ssl-cert`]: ARN,
      [`${PREFIX}ssl-ports`]: '443',
      [`${PREFIX}ssl-negotiation-policy`]: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
      [`${PREFIX}name`]: 'acme-partner-api-nlb',
      [`${PREFIX}subnets`]: 'subnet-1,subnet-2,subnet-3',
      [`${PREFIX}attributes`]: 'deletion_protection.enabled=true,load_balancing.cross_zone.enabled=true',
      [`${PREFIX}target-group-attributes`]: 'preserve_client_ip.enabled=true',
    });
  });

  it.each<[string, DirectTenant, Readonly<Record<string, string>>]>([
    [
      'names every port that ends TLS',
      direct({ ports: [80, 443, 8443], sslPorts: [443, 8443] }),
      { 'ssl-ports': '443,8443' },
    ],
    [
      'protects and balances as the file says',
      direct({ crossZone: false }, { deletionProtection: false }),
      { attributes: 'deletion_protection.enabled=false,load_balancing.cross_zone.enabled=false' },
    ],
    [
      'opens TLS once more to pods that have a certificate',
      direct({}, { inClusterTls: { secretName: 'ingress-tls' } }),
      { 'backend-protocol': 'ssl' },
    ],
    ['speaks the proxy protocol to every pod', direct({}, { proxyProtocolV2: true }), { 'proxy-protocol': '*' }],
  ])('%s', (_, tenant, changed) => {
    const expected = Object.fromEntries(Object.entries(changed).map(([name, value]) => [PREFIX + name, value]));
    expect(annotations(tenant)).toEqual({ ...annotations(), ...expected });
  });

  it('say nothing of TLS when no port ends it', () => {
    const plain = annotations(
      direct({ certificate: { type: 'none' }, sslPorts: [] }, { inClusterTls: { secretName: 'x' } }),
    );
    expect(Object.keys(plain).map((name) => name.slice(PREFIX.length))).toEqual([
      'type',
      'nlb-target-type',
      'scheme',
      'name',
      'subnets',
      'attributes',
      'target-group-attributes',
    ]);
  });
});

describe('NLB_IDENTITY_ANNOTATIONS', () => {
  it('are among those that every Service has', () => {
    const all = annotations(direct({ certificate: { type: 'none' }, sslPorts: [] }));
    expect(NLB_IDENTITY_ANNOTATIONS.map((name) => all[name])).toEqual([
      'external',
      'ip',
      'internet-facing',
      'acme-partner-api-nlb',
    ]);
  });
});

describe('nlbServicePorts', () => {
  it('leads every port to plain HTTP in the pods, in the order of the file', () => {
    expect(nlbServicePorts(direct({ ports: [443, 80, 8443], sslPorts: [443] }))).toEqual([
      { name: 'port-443', port: 443, targetPort: 'http' },
      { name: 'port-80', port: 80, targetPort: 'http' },
      { name: 'port-8443', port: 8443, targetPort: 'http' },
    ]);
  });

  it('leads to TLS in the pods when they have a certificate, but for port 80', () => {
    const inClusterTls = { secretName: 'ingress-tls' };
    expect(nlbServicePorts(direct({ ports: [443, 80, 8443], sslPorts: [443] }, { inClusterTls }))).toEqual([
      { name: 'port-443', port: 443, targetPort: 'https' },
      { name: 'port-80', port: 80, targetPort: 'http' },
      { name: 'port-8443', port: 8443, targetPort: 'https' },
    ]);
  });

  it('leads port 80 to TLS in the pods when the NLB ends TLS there', () => {
    const inClusterTls = { secretName: 'ingress-tls' };
    expect(nlbServicePorts(direct({ ports: [80], sslPorts: [80] }, { inClusterTls }))).toEqual([
      { name: 'port-80', port: 80, targetPort: 'https' },
    ]);
  });
});
