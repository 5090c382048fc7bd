import { internetVpcFile, PLATFORM_FILE, tenantFile } from './layout';
import type { ConfigFile } from './layout';

/** Files of {@link SAMPLE_TEXTS}, and one more, short enough to be read in a table of changes. */
export const [PLATFORM, MAIN, PAYMENTS, STOREFRONT, PARTNER_API] = [
  PLATFORM_FILE,
  internetVpcFile('main'),
  tenantFile('payments'),
  tenantFile('storefront'),
  tenantFile('partner-api'),
] as const;

/** Text of a small internet VPC. */
export function internetVpcText(domain: string): string {
  return `cidr: 10.12.0.0/16
availabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]
domain: ${domain}
hostedZone: create
`;
}

/** Text of a small tenant with one host, or with those given, each a line of YAML. */
export function tenantText(
  connectionName: string,
  slot: number,
  accountId = '222222222222',
  hosts: readonly string[] = [`${connectionName}.apps.example.com`],
): string {
  return `connectionName: ${connectionName}
accountId: '${accountId}'
cidr: 10.11.0.0/16
availabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]
exposure:
  type: central
  internetVpc: main
  slot: ${slot}
  hosts:
${hosts.map((host) => `    - ${host}\n`).join('')}`;
}

/** Text of a small direct tenant, `partner-api`, which is not in {@link SAMPLE_TEXTS}. */
export const DIRECT_TEXT = `connectionName: partner-api
accountId: '444444444444'
cidr: 10.11.0.0/16
availabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]
exposure:
  type: direct
  hostedZone: apps.example.com
  hosts:
    - partner-api.apps.example.com
`;

/** A valid world for specs, from which each malformed one differs by a change or two. */
export const SAMPLE_TEXTS: Readonly<Record<string, string>> = {
  [PLATFORM]: `namePrefix: acme
region: eu-central-1
centralAccountId: '111111111111'
deployerPrincipals:
  - arn:aws:iam::111111111111:role/platform-ci
`,
  [MAIN]: internetVpcText('apps.example.com'),
  [PAYMENTS]: tenantText('payments', 1),
  [STOREFRONT]: tenantText('storefront', 2, '333333333333'),
};

/** What a change does to one file: replaces a part, gives another text or an additional file, or removes it. */
export type Change = readonly [from: string, to: string] | string | null;
/** Changes by file. */
export type Changes = Readonly<Record<string, Change>>;

function changed(path: string, change: Change | undefined): string | null {
  const text = SAMPLE_TEXTS[path] ?? '';
  if (change === undefined) return text;
  if (change === null || typeof change === 'string') return change;
  const [from, to] = change;
  if (!text.includes(from)) throw new RangeError(`${path} has no ${from}`);
  return text.replace(from, () => to);
}

/** The sample world with some changes. @throws RangeError when a part to replace is not there */
export function sampleFiles(changes: Changes = {}): readonly ConfigFile[] {
  const paths = [...new Set([...Object.keys(SAMPLE_TEXTS), ...Object.keys(changes)])];
  return paths.flatMap((path) => {
    const text = changed(path, changes[path]);
    return text === null ? [] : [{ path, text }];
  });
}
