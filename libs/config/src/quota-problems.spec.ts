import { internetVpcFile, tenantFile } from './layout';
import { parseWorld } from './parse-world';
import { internetVpcText, MAIN, PAYMENTS, sampleFiles, STOREFRONT, tenantText } from './sample-files';
import type { Changes } from './sample-files';

/** A number of tenants of the internet VPC `main`, each with a number of hosts. */
function tenants(count: number, hosts = 1, host = (name: string) => `${name}.apps.example.com`): Changes {
  const entries = Array.from({ length: count }, (_, index) => {
    const names = Array.from({ length: hosts }, (_, number) => host(`h${number}-t${index}`));
    return [tenantFile(`t${index}-x`), tenantText(`t${index}-x`, index, '222222222222', names)];
  });
  return { [PAYMENTS]: null, [STOREFRONT]: null, ...Object.fromEntries(entries) };
}

const own = (name: string): string => `{name: ${name}.example.org, hostedZone: example.org}`;
const roomy = (quotas: string): string => `${internetVpcText('apps.example.com')}quotas: {${quotas}}\n`;
/** One of its endpoint subnets is as small as AWS allows. */
const narrow = `${internetVpcText('apps.example.com')}endpointSubnets: {euc1-az1: 10.12.0.0/28, euc1-az2: 10.12.2.0/23, euc1-az3: 10.12.4.0/23}\n`;
const next = (name: string): string => `Add a further internet VPC, ${internetVpcFile(name)}, and move tenants to it`;

const TOO_MUCH: readonly (readonly [string, Changes, string])[] = [
  [
    'endpoints',
    tenants(51),
    `quotas.interfaceEndpoints: is exceeded by the tenants' endpoints; got 51; expected at most 50. ${next('main-2')}, or have AWS raise the quota and state it as quotas.interfaceEndpoints.`,
  ],
  [
    'target groups',
    { ...tenants(101), [MAIN]: roomy('interfaceEndpoints: 200, listenerRules: 200') },
    `quotas.targetGroups: is exceeded by the tenants' target groups; got 101; expected at most 100. ${next('main-2')}.`,
  ],
  [
    'listener rules',
    tenants(34, 11),
    `quotas.listenerRules: is exceeded by the tenants' host rules; got 102; expected at most 100. ${next('main-2')}, or have AWS raise the quota and state it as quotas.listenerRules.`,
  ],
  [
    'certificates',
    tenants(26, 1, own),
    `quotas.certificates: is exceeded by the tenants' own certificates; got 26; expected at most 25. ${next('main-2')}, or have AWS raise the quota and state it as quotas.certificates.`,
  ],
  [
    'addresses',
    { ...tenants(12), [MAIN]: narrow },
    `endpointSubnets: is exceeded by the tenants' addresses (one each in every subnet); got 12; expected at most 11. ${next('main-2')}.`,
  ],
  [
    'endpoints where main-2 exists',
    { ...tenants(51), [internetVpcFile('main-2')]: internetVpcText('second.example.com') },
    `quotas.interfaceEndpoints: is exceeded by the tenants' endpoints; got 51; expected at most 50. ${next('main-3')}, or have AWS raise the quota and state it as quotas.interfaceEndpoints.`,
  ],
];

const JUST_FITS: readonly (readonly [string, Changes])[] = [
  ['50 endpoints', tenants(50)],
  ['51 endpoints where AWS grants 60', { ...tenants(51), [MAIN]: roomy('interfaceEndpoints: 60') }],
  ['100 target groups', { ...tenants(100), [MAIN]: roomy('interfaceEndpoints: 100') }],
  ['100 listener rules', tenants(50, 10)],
  ['25 certificates of ten names', tenants(25, 10, own)],
  ['26 certificates where AWS grants 30', { ...tenants(26, 1, own), [MAIN]: roomy('certificates: 30') }],
  ['11 addresses of a /28', { ...tenants(11), [MAIN]: narrow }],
];

describe('quotaProblems', () => {
  it.each(TOO_MUCH)('rejects too many %s', (_, changes, problem) => {
    expect(() => parseWorld(sampleFiles(changes))).toThrow(
      expect.objectContaining({ message: `${MAIN}: ${problem}` }) as Error,
    );
  });

  it.each(JUST_FITS)('accepts %s', (_, changes) => {
    expect(parseWorld(sampleFiles(changes)).internetVpcs).toHaveLength(1);
  });

  it('counts an existing certificate once, however many hosts share it', () => {
    const arn = 'arn:aws:acm:eu-central-1:111111111111:certificate/12345678-1234-1234-1234-123456789012';
    const shared = (name: string): string => `{name: ${name}.example.org, certificateArn: '${arn}'}`;
    expect(parseWorld(sampleFiles(tenants(1, 30, shared))).tenants).toHaveLength(1);
  });
});
