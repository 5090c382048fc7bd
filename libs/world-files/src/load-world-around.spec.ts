import { ConfigError, internetVpcFile, PLATFORM_FILE, tenantFile } from '@central-ingress/config';
import type { World } from '@central-ingress/config';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadWorld } from './load-world';
import { loadWorldAround } from './load-world-around';

const AZ_IDS = 'availabilityZoneIds: [euc1-az1, euc1-az2, euc1-az3]';

function internetVpc(domain: string, more = ''): string {
  return `cidr: 10.12.0.0/16\n${AZ_IDS}\ndomain: ${domain}\nhostedZone: create\n${more}`;
}

/** A tenant; `hosts` is a YAML list. */
function tenant(name: string, accountId: string, door: string, slot: number, hosts: string): string {
  return `connectionName: ${name}
accountId: '${accountId}'
cidr: 10.11.0.0/16
${AZ_IDS}
exposure: {type: central, internetVpc: ${door}, slot: ${slot}, hosts: ${hosts}}
`;
}

const [PAYMENTS, STOREFRONT, REPORTING, LEDGER] = ['payments', 'storefront', 'reporting', 'ledger'].map(tenantFile) as [
  string,
  string,
  string,
  string,
];
/** Two tenants in `main`, two in `edge`, each in an account of its own. */
const FILES: Readonly<Record<string, string>> = {
  [PLATFORM_FILE]: `namePrefix: acme
region: eu-central-1
centralAccountId: '111111111111'
deployerPrincipals: [arn:aws:iam::111111111111:role/ci]
`,
  [internetVpcFile('main')]: internetVpc('apps.example.com'),
  [internetVpcFile('edge')]: internetVpc('edge.example.com'),
  [PAYMENTS]: tenant('payments', '222222222222', 'main', 1, '[pay.apps.example.com]'),
  [STOREFRONT]: tenant('storefront', '333333333333', 'main', 2, '[shop.apps.example.com]'),
  [REPORTING]: tenant('reporting', '444444444444', 'edge', 1, '[reporting.edge.example.com]'),
  [LEDGER]: tenant('ledger', '555555555555', 'edge', 2, '[ledger.edge.example.com]'),
};

describe('loadWorldAround', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'world-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(changes: Readonly<Record<string, string>> = {}): void {
    for (const [path, text] of Object.entries({ ...FILES, ...changes })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }

  function namesOf({ tenants }: World): readonly string[] {
    return tenants.map(({ connectionName }) => connectionName);
  }

  function reported(read: () => unknown): readonly string[] {
    try {
      read();
    } catch (error) {
      if (error instanceof ConfigError) return error.message.split('\n');
      throw error;
    }
    return [];
  }

  it.each([
    [['payments'], ['payments', 'storefront']],
    [['ledger'], ['ledger', 'reporting']],
    [
      ['ledger', 'payments'],
      ['ledger', 'payments', 'reporting', 'storefront'],
    ],
    [['main'], ['payments', 'storefront']],
    [['central'], []],
    [[], ['ledger', 'payments', 'reporting', 'storefront']],
    [['nobody'], ['ledger', 'payments', 'reporting', 'storefront']],
  ])('reads for %j the tenants %j, and every internet VPC', (owners, tenants) => {
    write();
    const world = loadWorldAround(folder, owners);
    expect([namesOf(world), world.internetVpcs]).toEqual([tenants, loadWorld(folder).internetVpcs]);
  });

  it('tells of an owner exactly what the whole world tells', () => {
    write({
      [LEDGER]:
        FILES[LEDGER]?.replace(
          'type: central, internetVpc: edge, slot: 2',
          'type: direct, hostedZone: edge.example.com',
        ) ?? '',
    });
    for (const tenant of loadWorld(folder).tenants) {
      expect(loadWorldAround(folder, [tenant.connectionName]).tenants).toContainEqual(tenant);
    }
  });

  it('reads whoever is in the same account, and what may say the same in other words', () => {
    write({
      [REPORTING]: tenant('reporting', '222222222222', 'edge', 1, '[reporting.edge.example.com]'),
      [LEDGER]: tenant('ledger', '555555555555', '"\\x65dge"', 2, '[ledger.edge.example.com]'),
    });
    expect(namesOf(loadWorldAround(folder, ['payments']))).toEqual(['ledger', 'payments', 'reporting', 'storefront']);
  });

  it('does not look at what is wrong with a tenant that is in nobody’s way', () => {
    write({ [REPORTING]: 'colour: red\n' });
    expect(namesOf(loadWorldAround(folder, ['payments']))).toEqual(['payments', 'storefront']);
    expect(reported(() => loadWorld(folder))[0]).toContain(`${REPORTING}: `);
  });

  const outside = (host: string, zone: string): string => `[{name: ${host}, hostedZone: ${zone}}]`;
  it.each<[string, Readonly<Record<string, string>>]>([
    ['of its own', { [PAYMENTS]: 'connectionName: payments\n' }],
    ['with the slot', { [STOREFRONT]: tenant('storefront', '333333333333', 'main', 1, '[shop.apps.example.com]') }],
    [
      'with a host of an internet VPC far away',
      {
        [REPORTING]: tenant(
          'reporting',
          '444444444444',
          'edge',
          1,
          outside('pay.apps.example.com', 'apps.example.com'),
        ),
      },
    ],
    [
      'with the name in another folder',
      { [REPORTING]: tenant('payments', '444444444444', 'edge', 1, '[x.edge.example.com]') },
    ],
    [
      'with the name that another tenant’s certificate has',
      {
        [PAYMENTS]: tenant(
          'payments',
          '222222222222',
          'main',
          1,
          outside('ledger.edge.example.com', 'edge.example.com'),
        ),
        [LEDGER]: tenant('ledger', '555555555555', 'edge', 2, outside('ledger.org', 'ledger.org')),
      },
    ],
    [
      'with the name that its own certificate has',
      {
        [PAYMENTS]: tenant('payments', '222222222222', 'main', 1, outside('pay.org', 'pay.org')),
        [LEDGER]: tenant('ledger', '555555555555', 'edge', 2, outside('payments.apps.example.com', 'apps.example.com')),
      },
    ],
    [
      'with the quotas',
      {
        [internetVpcFile('main')]: internetVpc(
          'apps.example.com',
          'endpointSubnets: {euc1-az1: 10.12.0.0/28, euc1-az2: 10.12.2.0/28, euc1-az3: 10.12.4.0/28}\n',
        ),
        ...Object.fromEntries(
          Array.from({ length: 10 }, (_, index) => [
            tenantFile(`more-${index}`),
            tenant(
              `more-${index}`,
              String(600_000_000_000 + index),
              'main',
              10 + index,
              `[more-${index}.apps.example.com]`,
            ),
          ]),
        ),
      },
    ],
  ])('rejects a conflict %s, in the words of the whole world', (_, changes) => {
    write(changes);
    const problems = reported(() => loadWorld(folder));
    expect(problems).not.toHaveLength(0);
    expect(reported(() => loadWorldAround(folder, ['payments']))).toEqual(problems);
  });
});
